import type { ChangesAnswer } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { carriedOver, type View } from '../../api/view.ts';
import { useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';

type Shift = ChangesAnswer['shifts'][number];

/** The lasting shifts of one frame: since when, how much, how sure, and the articles on either side. */
export function ShiftLines({ shifts }: { shifts: readonly Shift[] }) {
  const { m } = useLanguage();
  const { view, format } = useSubject();
  if (shifts.length === 0) return null;
  const points = (share: number) => `${share > 0 ? '+' : ''}${Math.round(100 * share)}`;
  const list = (side: Shift['before']): View => ({
    ...carriedOver(view),
    ...(side.open.frame === undefined ? {} : { frame: side.open.frame }),
    since: side.from,
    until: side.to,
  });
  return (
    <ul className="shift-lines small" aria-label={m.shifts.title}>
      {shifts.map(({ at, earliest, latest, before, after, difference, falseDiscovery, sameOutlets }) => (
        <li key={at}>
          <strong>
            ▲ {m.shifts.shift(format.day(at), format.percent(before.share), format.percent(after.share))}
          </strong>{' '}
          <span className="quiet tabular">
            {m.compared.difference(points(difference.value), points(difference.low), points(difference.high))}
            {' · '}
            {m.shifts.between(format.day(earliest), format.day(latest))}
            {' · '}
            {m.shifts.sure(format.percent(falseDiscovery))}
            {sameOutlets
              ? ` · ${m.shifts.sameOutlets(sameOutlets.outlets, format.percent(sameOutlets.before), format.percent(sameOutlets.after))}`
              : ''}
          </span>{' '}
          <Link to="/articles" search={list(before)}>
            {m.shifts.articlesBefore} ({format.number(before.numerator)})
          </Link>{' '}
          <Link to="/articles" search={list(after)}>
            {m.shifts.articlesAfter} ({format.number(after.numerator)})
          </Link>
        </li>
      ))}
    </ul>
  );
}
