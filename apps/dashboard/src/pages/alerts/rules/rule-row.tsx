import type { AlertRuleView, ChannelView, Snooze } from '@framewatch/contracts';
import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { carriedOver } from '../../../api/view.ts';
import { useSubject } from '../../../ui/subject.tsx';
import { useRuleNames } from '../use-rule-names.ts';
import { useWhen } from '../use-when.ts';
import { ruleSentence } from '../words/rule-sentence.ts';
import { useWords } from '../words/use-words.tsx';
import { RuleMenu } from './rule-menu.tsx';
import { Snoozed, SnoozeMenu } from './snooze.tsx';
import { useChangeRule } from './use-change-rule.ts';

interface RuleRowProps {
  view: AlertRuleView;
  version: string;
  channels: readonly ChannelView[];
  snooze: Snooze | undefined;
}

/** One rule: whether it is on, what it waits for, how often it fired, where it tells, and what can be done with it. */
export function RuleRow({ view: rule, version, channels, snooze }: RuleRowProps) {
  const words = useWords();
  const { view } = useSubject();
  const names = useRuleNames();
  const { switchTo } = useChangeRule(version);
  const { when } = ruleSentence(rule.rule, names, words);
  return (
    <li className={rule.enabled ? 'rule' : 'rule off'} aria-labelledby={`rule-${rule.id}`}>
      <Switch
        size="sm"
        className="rule-switch"
        aria-label={words.ruleList.onOff(rule.name)}
        checked={rule.enabled}
        onChange={({ currentTarget }) => switchTo(rule.rule, currentTarget.checked)}
      />
      <div className="rule-body">
        <h3 id={`rule-${rule.id}`}>
          <Link to="/alerts/rules/$id" params={{ id: rule.id }} search={carriedOver(view)} data-row>
            {rule.name}
          </Link>
          {rule.rule.urgent ? (
            <span className="tag" title={words.ruleList.urgentTitle}>
              {words.ruleList.urgent}
            </span>
          ) : null}
          {rule.enabled ? null : <span className="quiet small"> {words.ruleList.off}</span>}
        </h3>
        <p className="rule-when">{when}</p>
        <Facts rule={rule} channels={channels} />
        {snooze ? <Snoozed snooze={snooze} what={rule.name} /> : null}
      </div>
      <div className="rule-tools">
        {snooze ? null : (
          <SnoozeMenu ruleId={rule.id} channelId={null} what={rule.name}>
            {words.snooze.button}
          </SnoozeMenu>
        )}
        <RuleMenu rule={rule.rule} version={version} />
      </div>
    </li>
  );
}

function Facts({ rule, channels }: { rule: AlertRuleView; channels: readonly ChannelView[] }) {
  const words = useWords();
  const { view } = useSubject();
  const { moment } = useWhen();
  const { channel: nameOf } = useRuleNames();
  return (
    <p className="rule-facts quiet small">
      <span>{words.kind[rule.rule.on]}</span>
      <Link to="/alerts" search={{ ...carriedOver(view), rule: rule.id }}>
        {rule.lastFiredAt ? words.ruleList.lastFired(moment(rule.lastFiredAt)) : words.ruleList.neverFired}
        {rule.lastFiredAt ? `, ${words.ruleList.fired(rule.fired7Days)}` : ''}
      </Link>
      <span className="rule-channels">
        {words.ruleList.to}{' '}
        {rule.channels.map((id, index) => {
          const channel = channels.find((one) => one.id === id);
          const trouble = words.ruleList.channelState[channel?.state ?? ''];
          return (
            <span key={id}>
              {index > 0 ? ', ' : ''}
              {nameOf(id)}
              {trouble ? <b className="trouble"> ({trouble})</b> : null}
            </span>
          );
        })}
      </span>
    </p>
  );
}
