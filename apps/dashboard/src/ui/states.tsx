import { Button, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { useLanguage } from './language.tsx';

/** What failed and how to go on. The API's own sentence is shown where it gave one. */
export function ErrorState({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { m } = useLanguage();
  const problem = error instanceof ApiProblem ? error.problem : null;
  const detail =
    problem?.status === 0 ? m.states.unreachable : problem?.detail || problem?.title || error.message;
  return (
    <div className="state" role="alert">
      <h3>{m.states.errorTitle}</h3>
      <p>{detail}</p>
      <p className="quiet small">{m.states.otherWorks}</p>
      {onRetry ? (
        <Button size="xs" variant="default" onClick={onRetry}>
          {m.states.retry}
        </Button>
      ) : null}
    </div>
  );
}

/** Why there is nothing, and what to do about it. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="state">
      <h3>{title}</h3>
      <div>{children}</div>
    </div>
  );
}

export function NotFoundState() {
  const { m } = useLanguage();
  return (
    <EmptyState title={m.states.notFoundTitle}>
      <p>{m.states.notFound}</p>
      <Link to="/">{m.states.toOverview}</Link>
    </EmptyState>
  );
}

export function CrashState({ error }: { error: Error }) {
  const { m } = useLanguage();
  return (
    <div className="state" role="alert">
      <h3>{m.states.crashedTitle}</h3>
      <p>{error.message}</p>
      <Button size="xs" variant="default" onClick={() => window.location.reload()}>
        {m.states.retry}
      </Button>
    </div>
  );
}

/** Shows its children only after 300 ms: what loads faster should not flicker. */
function Late({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return <div style={{ visibility: late ? 'visible' : 'hidden' }}>{children}</div>;
}

/** Lines of text that are on their way. */
export function LinesSkeleton({ lines, height = 16 }: { lines: number; height?: number }) {
  const { m } = useLanguage();
  return (
    <Late>
      <div className="skeleton-lines" role="status" aria-label={m.states.loading}>
        {Array.from({ length: lines }, (_, index) => (
          <Skeleton key={index} height={height} width={`${96 - ((index * 17) % 38)}%`} radius={2} />
        ))}
      </div>
    </Late>
  );
}

/** A chart that is on its way, of the height it will have. */
export function ChartSkeleton({ height }: { height: number }) {
  const { m } = useLanguage();
  return (
    <div style={{ height }} role="status" aria-label={m.states.loading}>
      <Late>
        <Skeleton height={height - 28} radius={2} />
      </Late>
    </div>
  );
}

/** The shape of a page before it is known what stands on it. */
export function PageSkeleton() {
  return (
    <div className="page-skeleton">
      <LinesSkeleton lines={2} height={24} />
      <ChartSkeleton height={260} />
      <ChartSkeleton height={320} />
    </div>
  );
}

interface QueryLike<Data> {
  data: Data | undefined;
  error: Error | null;
  dataUpdatedAt: number;
  refetch: () => Promise<unknown>;
}

interface LoadedProps<Data> {
  query: QueryLike<Data>;
  skeleton: ReactNode;
  time: (instant: Date) => string;
  children: (data: Data) => ReactNode;
}

/** The states of an answer: its shape, the error, old data with its time, or the data. */
export function Loaded<Data>({ query, skeleton, time, children }: LoadedProps<Data>) {
  const { m } = useLanguage();
  if (query.data === undefined)
    return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : skeleton;
  return (
    <>
      {query.error ? (
        <p className="small stale" role="status">
          {m.states.stale(time(new Date(query.dataUpdatedAt)))}{' '}
          <button type="button" className="plain link-like" onClick={() => void query.refetch()}>
            {m.states.retry}
          </button>
        </p>
      ) : null}
      {children(query.data)}
    </>
  );
}
