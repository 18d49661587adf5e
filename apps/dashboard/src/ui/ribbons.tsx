import { Link } from '@tanstack/react-router';
import { useLive } from '../api/live.ts';
import { useBeats, useStatus } from '../api/queries.ts';
import { useFormat } from './format.ts';
import { useLanguage } from './language.tsx';
import { usePace } from './pace.ts';
import { useView } from './use-view.ts';

/** What must be known before anything below is read: made-up data, a lost connection, mistakes, a model on its way. */
export function Ribbons() {
  const { m } = useLanguage();
  const view = useView();
  const { data: status, isError, dataUpdatedAt } = useStatus();
  const { data: beats, dataUpdatedAt: beatsUpdatedAt } = useBeats();
  const live = useLive();
  const format = useFormat(view.tz ?? status?.defaultTimezone ?? 'UTC');
  const beat = beats?.find(({ id }) => id === (view.beat ?? beats[0]?.id));
  // Before the first model the overview's list says how far it is.
  const preparing = beat?.model ? beat.preparing : null;
  const pace = usePace(preparing, beatsUpdatedAt);
  const lostSince = isError && status ? new Date(dataUpdatedAt) : null;
  return (
    <section className="ribbons" aria-label={m.ribbon.notices}>
      {status?.synthetic ? (
        <div className="ribbon ribbon-synthetic" role="note">
          {m.ribbon.synthetic}
        </div>
      ) : null}
      {lostSince ? (
        <div className="ribbon ribbon-bad" role="alert">
          {m.ribbon.lost(format.time(live.state === 'live' ? lostSince : earlier(live.since, lostSince)))}
        </div>
      ) : null}
      {status && status.problems.length > 0 ? (
        <div className="ribbon ribbon-warn" role="status">
          {m.ribbon.problems(status.problems.length)}{' '}
          <Link to="/feeds" hash="problems">
            {m.ribbon.show}
          </Link>
        </div>
      ) : null}
      {preparing && preparing.total > 0 ? (
        <div className="ribbon ribbon-info" role="status">
          {m.ribbon.preparing(format.number(preparing.done), format.number(preparing.total))}{' '}
          {pace ? m.ribbon.pace(format.number(pace.perMinute), pace.minutesLeft) : null}
        </div>
      ) : null}
    </section>
  );
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
