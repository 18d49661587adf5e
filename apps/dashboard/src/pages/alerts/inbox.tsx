import type { Alert } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type useAlerts, useMarkRead } from '../../api/queries.ts';
import { carriedOver } from '../../api/view.ts';
import { QuoteLine } from '../../ui/label-chip.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { EmptyState, LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { useFresh } from '../../ui/use-fresh.ts';

/** Alerts as they come, newest first: why each fired, with its sentences. */
export function Inbox({ query }: { query: ReturnType<typeof useAlerts> }) {
  const { m } = useLanguage();
  const { format } = useSubject();
  const markRead = useMarkRead();
  const alerts = query.data?.pages.flatMap(({ items }) => items);
  const fresh = useFresh(alerts?.map(({ id }) => id));
  return (
    <Loaded query={query} skeleton={<LinesSkeleton lines={12} />} time={format.time}>
      {({ pages }) => {
        const unread = pages[0]?.unread ?? 0;
        if (!alerts || alerts.length === 0)
          return (
            <EmptyState title={m.alerts.emptyTitle}>
              <p className="quiet">{m.alerts.empty}</p>
            </EmptyState>
          );
        return (
          <>
            <p className="inbox-head" aria-live="polite">
              <span className="quiet tabular">
                {unread > 0 ? m.alerts.unread(format.number(unread)) : m.alerts.allRead}
              </span>
              {unread > 0 ? (
                <Button size="compact-xs" variant="default" onClick={() => markRead.mutate('all')}>
                  {m.alerts.markAll}
                </Button>
              ) : null}
            </p>
            <ol className="article-list">
              {alerts.map((alert) => (
                <AlertRow
                  key={alert.id}
                  alert={alert}
                  fresh={fresh.has(alert.id)}
                  onRead={() => markRead.mutate([alert.id])}
                />
              ))}
            </ol>
            {query.hasNextPage ? (
              <Button
                variant="default"
                size="sm"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {m.alerts.more}
              </Button>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}

interface AlertRowProps {
  alert: Alert;
  fresh: boolean;
  onRead: () => void;
}

function AlertRow({ alert, fresh, onRead }: AlertRowProps) {
  const { m } = useLanguage();
  const { format, view } = useSubject();
  const markIfUnread = () => {
    if (!alert.read) onRead();
  };
  return (
    <li className={`article-row ${alert.read ? '' : 'unread'} ${fresh ? 'fresh' : ''}`}>
      <p className="article-row-meta quiet small">
        <time dateTime={alert.raisedAt} className="tabular">
          {format.dayTime(alert.raisedAt)}
        </time>
        <span>{m.alerts.on[alert.on] ?? alert.on}</span>
        <span>{alert.ruleName}</span>
        {alert.outlet ? <span>{alert.outlet}</span> : null}
        {alert.read ? null : (
          <button type="button" className="plain link-like" onClick={onRead}>
            {m.alerts.markOne}
          </button>
        )}
      </p>
      <h2 className="article-row-title">
        {alert.articleId ? (
          <Link
            to="/articles/$id"
            params={{ id: alert.articleId }}
            search={carriedOver(view)}
            data-row
            onClick={markIfUnread}
          >
            {alert.title}
          </Link>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys j and k lead here, as to every row
          <span data-row tabIndex={0}>
            {alert.title}
          </span>
        )}
      </h2>
      <p>{alert.why}</p>
      {alert.quotes.slice(0, 2).map((quote) => (
        <QuoteLine key={quote.labelId + quote.text} quote={quote} />
      ))}
    </li>
  );
}
