import { Link } from '@tanstack/react-router';
import { useFeeds } from '../../api/queries.ts';
import { carriedOver } from '../../api/view.ts';
import { StateMark } from '../../ui/feed-state.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** Every feed as a small mark, and the sentences of those that need attention. */
export function FeedStrip() {
  const { m } = useLanguage();
  const { view, format, status } = useSubject();
  const query = useFeeds();
  return (
    <section className="panel feed-strip" aria-labelledby="feeds-title">
      <header className="panel-head">
        <h2 id="feeds-title">{m.feeds.strip}</h2>
        <p className="quiet small">
          {m.feeds.summary(
            format.number(status.feeds.well),
            format.number(status.feeds.troubled),
            format.number(status.feeds.paused),
          )}
        </p>
        <div className="panel-tools">
          <Link to="/feeds" search={carriedOver(view)} className="small">
            {m.nav.feeds}
          </Link>
        </div>
      </header>
      <Loaded query={query} skeleton={<LinesSkeleton lines={2} />} time={format.time}>
        {({ feeds }) => (
          <>
            <ul className="feed-marks">
              {feeds.map((feed) => (
                <li key={feed.id} title={`${feed.outlet}: ${feed.sentence}`}>
                  <StateMark state={feed.state} />
                  <span className="visually-hidden">
                    {feed.outlet}: {m.feeds.state[feed.state]}
                  </span>
                </li>
              ))}
            </ul>
            <ul className="feed-sentences small">
              {feeds
                .filter(({ state }) => state === 'error' || state === 'silent' || state === 'empty')
                .slice(0, 5)
                .map((feed) => (
                  <li key={feed.id}>
                    <StateMark state={feed.state} /> <strong>{feed.outlet}</strong> {feed.sentence}
                  </li>
                ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}
