import type { ChannelView, Snooze } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { carriedOver } from '../../../api/view.ts';
import { useSubject } from '../../../ui/subject.tsx';
import { Snoozed, SnoozeMenu } from '../rules/snooze.tsx';
import { channelName } from '../use-rule-names.ts';
import { useWhen } from '../use-when.ts';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/use-words.tsx';
import { TestChannel } from './test-channel.tsx';

interface ChannelCardProps {
  channel: ChannelView;
  /** How many rules use it; null while that is not known. */
  rules: number | null;
  snooze: Snooze | undefined;
}

/** One channel: its state, since when and why it fails, what keeps it calm, and what waits in it. */
export function ChannelCard({ channel, rules, snooze }: ChannelCardProps) {
  const words = useWords();
  const { id, kind, state } = channel;
  const name = channelName(channel, words);
  const isInbox = kind === 'in-app';
  return (
    <li className={`channel-card channel-${state}`} aria-labelledby={`channel-${id}`}>
      <header>
        <h2 id={`channel-${id}`}>{name}</h2>
        <p className="channel-state">{words.channelList.state[state]}</p>
      </header>
      <p className="quiet small">
        {words.channelList.kinds[kind] ?? kind} · <code>{id}</code>
        {rules === null ? '' : ` · ${words.channelList.rules(rules)}`}
        {channel.recipients === null ? '' : ` · ${recipients(channel, words)}`}
      </p>
      <Trouble channel={channel} />
      {isInbox ? null : <Calm channel={channel} />}
      {snooze ? <Snoozed snooze={snooze} what={name} /> : null}
      {isInbox ? null : <Tools channel={channel} snoozed={snooze !== undefined} />}
    </li>
  );
}

function recipients({ kind, recipients: n }: ChannelView, { channelList }: Words): string {
  return kind === 'web-push' ? channelList.browsers(String(n)) : channelList.recipients(String(n));
}

function Trouble({ channel: { state, since, nextTryAt, error } }: { channel: ChannelView }) {
  const words = useWords();
  const when = useWhen();
  if (state !== 'failing' && state !== 'unusable') return null;
  const failing =
    state === 'failing' && since !== null ? words.channelList.failingSince(when.moment(since)) : null;
  return (
    <div className="channel-trouble small">
      {failing === null ? null : (
        <p>
          <b>{failing}.</b>{' '}
          {nextTryAt === null ? '' : `${words.channelList.nextTry(when.moment(nextTryAt))}.`}
        </p>
      )}
      {error === null ? null : <p>{error}</p>}
    </div>
  );
}

/** What keeps the channel calm, and what it keeps back at this moment. */
function Calm({ channel }: { channel: ChannelView }) {
  const words = useWords();
  const { format } = useSubject();
  const when = useWhen();
  const { calm, held, waiting, quietNow, nextDigestAt, lastSentAt } = channel;
  const now = [
    quietNow ? words.channelList.quietNow : null,
    held > 0 ? words.channelList.held(format.number(held)) : null,
    waiting > 0 ? words.channelList.waiting(format.number(waiting)) : null,
    nextDigestAt ? words.channelList.nextDigest(when.moment(nextDigestAt)) : null,
    lastSentAt ? words.channelList.lastSent(when.moment(lastSentAt)) : words.channelList.neverSent,
  ].filter((part) => part !== null);
  return (
    <>
      <p>{calm.length > 0 ? calm.join(' · ') : words.channelList.atOnce}</p>
      <p className="quiet small tabular">{now.join(' · ')}</p>
    </>
  );
}

function Tools({ channel, snoozed }: { channel: ChannelView; snoozed: boolean }) {
  const words = useWords();
  const { view } = useSubject();
  const { id, name, state } = channel;
  return (
    <div className="channel-tools">
      {state === 'unusable' ? null : <TestChannel channel={channel} />}
      {snoozed ? null : (
        <SnoozeMenu ruleId={null} channelId={id} what={name}>
          {words.snooze.button}
        </SnoozeMenu>
      )}
      <Link to="/alerts/deliveries" search={{ ...carriedOver(view), channel: id }} className="small">
        {words.channelList.log}
      </Link>
    </div>
  );
}
