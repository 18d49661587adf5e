import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useWords } from '../words/use-words.tsx';

/** What is asked of a list that comes in pages. */
interface PagedQuery {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** Earlier alerts come as the end of the list nears; the button is for whoever does not scroll. */
export function MoreAlerts({ query }: { query: PagedQuery }) {
  const words = useWords();
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  const canGoOn = hasNextPage && !isFetchingNextPage && !isError;
  useEffect(() => {
    if (!canGoOn || !end.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [canGoOn, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={end} className="more-alerts">
      <Button
        variant="default"
        size="sm"
        loading={isFetchingNextPage}
        loaderProps={{ 'aria-label': words.list.loadingMore }}
        onClick={() => void fetchNextPage()}
      >
        {words.list.more}
      </Button>
    </div>
  );
}
