import { Link } from '@tanstack/react-router';
import { useLive } from '../../api/live.ts';
import { useLatestArticles } from '../../api/queries.ts';
import { carriedOver, withoutFilters } from '../../api/view.ts';
import { ArticleRow } from '../../ui/article-row.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { useFresh } from '../../ui/use-fresh.ts';

const rows = 12;

/** The newest relevant articles; new ones take their place at the top with a gentle mark. */
export function LatestPanel() {
  const { m } = useLanguage();
  const { beat, view, format } = useSubject();
  const query = useLatestArticles(beat.id, rows);
  const live = useLive();
  const fresh = useFresh(query.data?.items.map(({ id }) => id));
  const search = withoutFilters(carriedOver(view));
  return (
    <section className="panel latest" aria-labelledby="latest-title">
      <header className="panel-head">
        <h2 id="latest-title">{m.latest.title}</h2>
        <p className="small live-state" data-state={live.state} role="status">
          <span className="live-dot" aria-hidden="true" />{' '}
          {live.state === 'live' ? m.latest.live : m.latest.connecting}
        </p>
        <div className="panel-tools">
          <Link to="/articles" search={search} className="small">
            {m.latest.more}
          </Link>
        </div>
      </header>
      <Loaded query={query} skeleton={<LinesSkeleton lines={14} />} time={format.time}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{m.latest.empty}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
            <ol className="article-list latest-list" tabIndex={0} aria-label={m.latest.title}>
              {items.map((article) => (
                <ArticleRow
                  key={article.id}
                  article={article}
                  search={search}
                  fresh={fresh.has(article.id)}
                  compact
                />
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}
