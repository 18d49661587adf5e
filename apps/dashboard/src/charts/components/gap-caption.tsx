import type { TrendAnswer } from '@framewatch/contracts';
import { useMemo } from 'react';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import { namedGaps } from '../prepare/gap-ranges.ts';

const mostNamed = 4;

/** Names under a chart what its shading stands for: who was not reached, and when. */
export function GapCaption({ answer, format }: { answer: TrendAnswer; format: Format }) {
  const { m } = useLanguage();
  const gaps = useMemo(() => namedGaps(answer), [answer]);
  const blind = answer.buckets.some((bucket) => bucket.blind);
  const incomplete = answer.buckets.some((bucket) => bucket.incomplete);
  if (gaps.length === 0 && !blind && !incomplete) return null;
  return (
    <p className="gap-caption quiet small">
      {incomplete ? (
        <span>
          <i className="key key-dashed" /> {m.chart.incompleteKey}
        </span>
      ) : null}
      {blind ? (
        <span>
          <i className="key key-hatched" /> {m.chart.blindKey}
        </span>
      ) : null}
      {gaps.length > 0 ? (
        <span>
          <i className="key key-rail" /> {m.chart.missingKey}:{' '}
          {gaps
            .slice(0, mostNamed)
            .map((gap) =>
              gap.to === null
                ? m.chart.gapOpen(gap.outlet, format.short(gap.from))
                : m.chart.gap(gap.outlet, format.short(gap.from), format.short(gap.to)),
            )
            .join('; ')}
          {gaps.length > mostNamed ? ` ${m.chart.moreGaps(gaps.length - mostNamed)}` : ''}
        </span>
      ) : null}
    </p>
  );
}
