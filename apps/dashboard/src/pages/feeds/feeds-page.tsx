import type { FeedHealth, FeedState } from '@framewatch/contracts';
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useFeeds } from '../../api/queries.ts';
import { useLanguage } from '../../ui/language.tsx';
import { EmptyState, LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { AddFeed } from './add-feed/add-feed.tsx';
import { ConfigProblems } from './config-problems.tsx';
import { FeedRow } from './feed-row.tsx';

/** The health of every feed, in an editor's words; those that need attention first. */
export function FeedsPage() {
  const { m } = useLanguage();
  const { status, format } = useSubject();
  const query = useFeeds();
  const [shown, setShown] = useState<'all' | 'troubled'>('all');
  return (
    <div className="feeds-page">
      <header className="page-head">
        <h1>{m.feeds.title}</h1>
        <p className="quiet">
          {m.feeds.summary(
            format.number(status.feeds.well),
            format.number(status.feeds.troubled),
            format.number(status.feeds.paused),
          )}
        </p>
        <SegmentedControl
          size="xs"
          aria-label={m.feeds.filter}
          value={shown}
          onChange={(value) => setShown(value as 'all' | 'troubled')}
          data={[
            { value: 'all', label: m.feeds.filters.all },
            { value: 'troubled', label: m.feeds.filters.troubled },
          ]}
        />
        <AddFeed />
      </header>
      <Loaded query={query} skeleton={<LinesSkeleton lines={20} />} time={format.time}>
        {({ feeds, problems }) => (
          <>
            <ConfigProblems problems={[...problems, ...status.problems]} />
            {feeds.length === 0 ? (
              <EmptyState title={m.feeds.emptyTitle}>
                <p className="quiet">{m.feeds.empty}</p>
              </EmptyState>
            ) : (
              <FeedTable feeds={shown === 'all' ? feeds : feeds.filter(({ state }) => urgency[state] < 4)} />
            )}
            <p className="quiet small">{m.feeds.where}</p>
          </>
        )}
      </Loaded>
    </div>
  );
}

const urgency: Record<FeedState, number> = {
  error: 0,
  silent: 1,
  empty: 2,
  truncated: 3,
  paused: 4,
  new: 5,
  well: 6,
  removed: 7,
};

function FeedTable({ feeds }: { feeds: readonly FeedHealth[] }) {
  const { m } = useLanguage();
  const sorted = [...feeds].sort(
    (a, b) =>
      urgency[a.state] - urgency[b.state] || a.outlet.localeCompare(b.outlet) || a.url.localeCompare(b.url),
  );
  return (
    <table className="feed-table">
      <caption className="visually-hidden">{m.feeds.sort}</caption>
      <thead>
        <tr>
          <th scope="col">{m.feeds.columns.outlet}</th>
          <th scope="col">{m.feeds.columns.state}</th>
          <th scope="col">{m.feeds.columns.entries}</th>
          <th scope="col" className="number">
            {m.feeds.columns.http}
          </th>
          <th scope="col">{m.feeds.columns.lastSuccess}</th>
          <th scope="col">{m.feeds.columns.next}</th>
          <th scope="col">
            <span className="visually-hidden">{m.feeds.columns.action}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((feed) => (
          <FeedRow key={feed.id} feed={feed} />
        ))}
      </tbody>
    </table>
  );
}
