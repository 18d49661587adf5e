import type { FeedHealth, FeedPush } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { useCheckFeed } from '../../api/queries.ts';
import { Sparkline } from '../../charts/components/sparkline.tsx';
import { StateMark } from '../../ui/feed-state.tsx';
import { nameOf } from '../../ui/filters.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** One feed: who, how it is, since when, and when it is checked next and why. */
export function FeedRow({ feed }: { feed: FeedHealth }) {
  const { m, lang } = useLanguage();
  const { format, status } = useSubject();
  const due = feed.nextCheckAt !== null && Date.parse(feed.nextCheckAt) <= Date.parse(status.now);
  return (
    <tr className="feed-row">
      <th scope="row">
        <span className="feed-name">{feed.outlet}</span>
        {feed.title && feed.title !== feed.outlet ? <span className="quiet"> {feed.title}</span> : null}
        <span className="quiet small feed-place">
          {m.groups[feed.group] ?? feed.group} · {nameOf('region', feed.country, lang)} ·{' '}
          {nameOf('language', feed.language, lang)}
          {feed.line === null ? '' : ` · ${m.feeds.line(feed.line)}`}
        </span>
        <span className="quiet small address">{feed.url}</span>
      </th>
      <td className="feed-state-cell">
        <span className={`feed-state state-${feed.state}`}>
          <StateMark state={feed.state} /> {m.feeds.state[feed.state]}
        </span>
        <span className="small feed-sentence">{feed.sentence}</span>
        {feed.push ? <PushLine push={feed.push} /> : null}
        {feed.truncated && feed.state !== 'truncated' ? (
          <span className="small quiet">{m.feeds.truncated}</span>
        ) : null}
        {feed.secondReaderUses > 0 ? (
          <span className="small quiet">{m.feeds.reader('rss-parser', feed.secondReaderUses)}</span>
        ) : null}
      </td>
      <td className="feed-spark">
        <Sparkline
          days={feed.newEntriesByDay}
          reachedBefore={feed.lastSuccessAt !== null && feed.newEntriesByDay.every((day) => day === null)}
        />
      </td>
      <td className="number" data-label={m.feeds.columns.http}>
        {feed.httpStatus ?? '–'}
      </td>
      <td className="nowrap" data-label={m.feeds.columns.lastSuccess}>
        {feed.lastSuccessAt ? format.dayTime(feed.lastSuccessAt) : m.feeds.never}
      </td>
      <td data-label={m.feeds.columns.next}>
        <span className="nowrap">
          {feed.nextCheckAt === null ? '–' : due ? m.feeds.due : format.dayTime(feed.nextCheckAt)}
        </span>
        {feed.nextCheckReason ? (
          <span className="quiet small feed-reason">{feed.nextCheckReason}</span>
        ) : null}
      </td>
      <td>
        <CheckButton id={feed.id} outlet={feed.outlet} />
      </td>
    </tr>
  );
}

/** How the feed stands with its hub, in a sentence. */
function PushLine({ push }: { push: FeedPush }) {
  const { m } = useLanguage();
  const { format } = useSubject();
  const lease = push.leaseEndsAt === null ? null : format.dayTime(push.leaseEndsAt);
  const last = push.lastPushAt === null ? null : format.dayTime(push.lastPushAt);
  return (
    <span className="small quiet feed-push">
      {m.feeds.push[push.state](push.hub, lease)}
      {last === null ? '' : ` ${m.feeds.lastPush(last)}`}
      {push.error === null ? '' : ` ${push.error}`}
      {push.forged === 0 ? '' : ` ${m.feeds.forged(push.forged)}`}
    </span>
  );
}

function CheckButton({ id, outlet }: { id: string; outlet: string }) {
  const { m } = useLanguage();
  const check = useCheckFeed();
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<Icon name="retry" size={12} />}
      aria-label={`${m.feeds.check}: ${outlet}`}
      disabled={check.isPending || check.isSuccess}
      title={check.error?.message}
      onClick={() => check.mutate(id, { onSettled: () => setTimeout(check.reset, 5_000) })}
    >
      {check.isSuccess ? m.feeds.checking : check.isError ? m.states.retry : m.feeds.check}
    </Button>
  );
}
