import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { carriedOver } from '../../api/view.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** What happens in the first minutes, ticking itself off; says plainly when nothing can be reached. */
export function FirstRun() {
  const { m } = useLanguage();
  const { status, format, view, beat } = useSubject();
  const { feeds, articles } = status;
  const number = format.number;
  return (
    <section className="first-run" aria-labelledby="first-run-title">
      {status.offline ? (
        <OfflineNote />
      ) : (
        <>
          <h1 id="first-run-title">{m.firstRun.title}</h1>
          <p className="quiet">{m.firstRun.lead}</p>
        </>
      )}
      <ol className="ticks" aria-live="polite">
        <Tick done>{m.firstRun.database}</Tick>
        <Tick done={feeds.total > 0 && feeds.checked >= feeds.total}>
          {feeds.total === 0
            ? m.firstRun.noFeeds
            : m.firstRun.feeds(number(feeds.checked), number(feeds.total))}
          {feeds.troubled > 0 ? (
            <>
              {', '}
              <Link to="/feeds" search={carriedOver(view)}>
                {m.firstRun.feedsTrouble(number(feeds.troubled))}
              </Link>
            </>
          ) : null}
        </Tick>
        <Tick done={articles.total > 0}>
          {articles.total > 0 ? m.firstRun.articles(number(articles.total)) : m.firstRun.articlesNone}
          {articles.waiting > 0 ? `, ${m.firstRun.waiting(number(articles.waiting))}` : ''}
        </Tick>
        {beat.model === null && beat.preparing ? (
          <Tick>{m.firstRun.firstModel(number(beat.preparing.done), number(beat.preparing.total))}</Tick>
        ) : null}
        <Tick done={articles.relevant > 0}>
          {articles.relevant > 0 ? m.firstRun.relevant(number(articles.relevant)) : m.firstRun.relevantNone}
        </Tick>
      </ol>
    </section>
  );
}

/** Nothing could be reached: why, most likely, and how to see the product all the same. */
export function OfflineNote() {
  const { m } = useLanguage();
  return (
    <div className="offline-note" role="alert">
      <h1 id="first-run-title">{m.firstRun.offlineTitle}</h1>
      <p>{m.firstRun.offline}</p>
      <p>
        {m.firstRun.offlineDemo} <code>{m.firstRun.demoCommand}</code>
      </p>
    </div>
  );
}

function Tick({ done = false, children }: { done?: boolean; children: ReactNode }) {
  const { m } = useLanguage();
  return (
    <li className={done ? 'tick done' : 'tick'}>
      <span className="tick-box" role="img" aria-label={done ? m.firstRun.done : m.firstRun.pending}>
        {done ? <Icon name="check" size={14} /> : null}
      </span>
      <span>{children}</span>
    </li>
  );
}
