import type { RulePreview } from '@framewatch/contracts';
import { useSubject } from '../../../ui/subject.tsx';
import { useWhen } from '../use-when.ts';
import { useWords } from '../words/use-words.tsx';

interface DayBarsProps {
  perDay: RulePreview['periods'][number]['perDay'];
  days: number;
}

/** Alerts per day as small bars; a day in which no feed was reached is a gap, not a zero. */
export function DayBars({ perDay, days }: DayBarsProps) {
  const words = useWords();
  const { format } = useSubject();
  const when = useWhen();
  const most = Math.max(0, ...perDay.map(({ count }) => count ?? 0));
  const told = (count: number | null) => (count === null ? words.editor.gap : format.number(count));
  const [first, last] = [perDay[0], perDay.at(-1)];
  if (!first || !last) return null;
  const list = perDay.map(({ day, count }) => `${when.day(day)}: ${told(count)}`).join('; ');
  return (
    <figure className="day-bars">
      <div role="img" aria-label={`${words.editor.chart(days)}. ${list}`} className="day-bars-plot">
        {perDay.map(({ day, count }) => (
          <span
            key={day}
            title={`${when.day(day)}: ${told(count)}`}
            className={count === null ? 'day-bar gap' : 'day-bar'}
          >
            {count ? <i style={{ height: `${Math.max(4, (100 * count) / Math.max(most, 1))}%` }} /> : null}
          </span>
        ))}
      </div>
      <figcaption className="quiet small tabular">
        <span>{when.day(first.day)}</span>
        <span>{words.editor.most(format.number(most))}</span>
        <span>{when.day(last.day)}</span>
      </figcaption>
    </figure>
  );
}
