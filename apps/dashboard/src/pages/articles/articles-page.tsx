import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useLive } from '../../api/live.ts';
import { useArticles } from '../../api/queries.ts';
import { carriedOver, type Scope } from '../../api/view.ts';
import { ArticleRow } from '../../ui/article-row.tsx';
import { Controls } from '../../ui/controls.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { EmptyState, LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { useChangeView } from '../../ui/use-view.ts';

/** Search and read: the list of exactly what the address says, such as one bucket of a chart. */
export function ArticlesPage() {
  const { m } = useLanguage();
  const { beat, period, view, format } = useSubject();
  const query = useArticles(beat.id, period, view);
  const total = query.data?.pages[0]?.total;
  const ofStories = view.of === 'stories' && view.story === undefined;
  return (
    <div className="articles-page">
      <header className="page-head">
        <h1>{m.articles.title}</h1>
        <p className="quiet tabular" aria-live="polite">
          {total === undefined
            ? ''
            : ofStories
              ? m.articles.foundStories(format.number(total))
              : total === 1
                ? m.articles.one
                : m.articles.found(format.number(total))}
        </p>
      </header>
      <SearchRow />
      <Controls offer={[]} />
      <Arrived loaded={query.isSuccess && !query.isPlaceholderData} onShow={() => query.refetch()} />
      <Loaded query={query} skeleton={<LinesSkeleton lines={18} />} time={format.time}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <NothingFound />;
          return (
            <>
              <ol className="article-list">
                {items.map((article) => (
                  <ArticleRow key={article.id} article={article} search={view} quotes={2} />
                ))}
              </ol>
              {query.hasNextPage ? (
                <Button
                  variant="default"
                  size="sm"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {m.articles.more}
                </Button>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function SearchRow() {
  const { m } = useLanguage();
  const { view } = useSubject();
  const change = useChangeView();
  const [text, setText] = useState(view.q ?? '');
  useEffect(() => setText(view.q ?? ''), [view.q]);
  return (
    <form
      className="search-row"
      onSubmit={(event) => {
        event.preventDefault();
        change({ q: text.trim() || undefined });
      }}
    >
      <TextInput
        data-search
        className="search-row-text"
        size="sm"
        type="search"
        aria-label={m.articles.search}
        placeholder={m.articles.placeholder}
        leftSection={<Icon name="search" />}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          if (currentTarget.value === '') change({ q: undefined });
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label={m.articles.scope}
        value={view.scope ?? 'relevant'}
        onChange={(value) => change({ scope: value === 'relevant' ? undefined : (value as Scope) })}
        data={(['relevant', 'unclear', 'all'] as const).map((scope) => ({
          value: scope,
          label: m.articles.scopes[scope],
        }))}
      />
    </form>
  );
}

/** New articles are offered, never pushed into a list that somebody reads. */
function Arrived({ loaded, onShow }: { loaded: boolean; onShow: () => Promise<unknown> }) {
  const { m } = useLanguage();
  const { arrived } = useLive();
  const seen = useRef(arrived);
  const [, redraw] = useState(0);
  // What arrives while the list is loading is in the list.
  if (!loaded) seen.current = arrived;
  const waiting = arrived - seen.current;
  return (
    <div aria-live="polite">
      {waiting > 0 ? (
        <p className="arrived">
          {m.articles.arrived(waiting)}{' '}
          <button
            type="button"
            className="plain link-like"
            onClick={() => {
              seen.current = arrived;
              redraw((count) => count + 1);
              void onShow();
            }}
          >
            {m.articles.show}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function NothingFound() {
  const { m } = useLanguage();
  const { view } = useSubject();
  return (
    <EmptyState title={m.articles.emptyTitle}>
      <p>{m.articles.empty}</p>
      <p className="quiet">{m.articles.emptyRemedy}</p>
      {view.scope === 'all' ? null : (
        <Link
          to="/articles"
          search={{ ...carriedOver(view), ...(view.q ? { q: view.q } : {}), scope: 'all' }}
        >
          {m.articles.everything}
        </Link>
      )}
    </EmptyState>
  );
}
