import type { AlertRulesAnswer } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useAlertRules, useChannels, useSnoozes } from '../../../api/alerts.ts';
import { carriedOver } from '../../../api/view.ts';
import { EmptyState, LinesSkeleton, Loaded } from '../../../ui/states.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { useWords } from '../words/use-words.tsx';
import { RuleRow } from './rule-row.tsx';
import { Snoozed, SnoozeMenu } from './snooze.tsx';

/** The rules in force, in words, with how often each fired, and what is wrong with those that are not. */
export function Rules() {
  const words = useWords();
  const { view, format } = useSubject();
  const query = useAlertRules();
  return (
    <section aria-labelledby="section-title">
      <h2 id="section-title" className="visually-hidden">
        {words.rules}
      </h2>
      <div className="section-tools">
        <Button
          size="xs"
          renderRoot={(props) => <Link to="/alerts/new-rule" search={carriedOver(view)} {...props} />}
        >
          {words.newRule}
        </Button>
        <SnoozeMenu ruleId={null} channelId={null} what={words.snooze.everythingShort}>
          {words.snooze.everything}
        </SnoozeMenu>
      </div>
      <EverythingSnoozed />
      <Loaded query={query} skeleton={<LinesSkeleton lines={10} />} time={format.time}>
        {(answer) => <RuleList answer={answer} />}
      </Loaded>
    </section>
  );
}

function RuleList({ answer }: { answer: AlertRulesAnswer }) {
  const words = useWords();
  const { data: channels } = useChannels();
  const { data: snoozes } = useSnoozes();
  const { rules, version, writable } = answer;
  return (
    <>
      <Problems problems={answer.problems} />
      {rules.length === 0 ? (
        <EmptyState title={words.ruleList.emptyTitle}>
          <p className="quiet">{words.ruleList.empty}</p>
        </EmptyState>
      ) : (
        <ul className="rules">
          {rules.map((rule) => (
            <RuleRow
              key={rule.id}
              view={rule}
              version={version}
              channels={channels ?? []}
              snooze={snoozes?.find(({ ruleId, channelId }) => ruleId === rule.id && channelId === null)}
            />
          ))}
        </ul>
      )}
      <p className="quiet small">{writable ? words.ruleList.where : words.ruleList.readOnly}</p>
    </>
  );
}

function Problems({ problems }: { problems: AlertRulesAnswer['problems'] }) {
  const words = useWords();
  if (problems.length === 0) return null;
  return (
    <section className="rule-problems" aria-labelledby="rule-problems-title">
      <h2 id="rule-problems-title">{words.ruleList.problemsTitle}</h2>
      <ul>
        {problems.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <code>{words.ruleList.problemAt(line)}</code> {message}
          </li>
        ))}
      </ul>
    </section>
  );
}

function EverythingSnoozed() {
  const words = useWords();
  const { data: snoozes } = useSnoozes();
  const all = snoozes?.find(({ ruleId, channelId }) => ruleId === null && channelId === null);
  if (!all) return null;
  return (
    <div className="all-snoozed">
      <b>{words.snooze.everything}:</b> <Snoozed snooze={all} what={words.snooze.everythingShort} />
    </div>
  );
}
