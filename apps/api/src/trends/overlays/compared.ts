import {
  type Caution,
  type Compared,
  MOST_SERIES,
  type TrendAnswer,
  type TrendPoint,
  type TrendQuery,
  type TrendSeries,
} from '@framewatch/contracts';
import { comparedPeriod, differenceOfShares, pointOf, ratioOfShares } from '@framewatch/trends';
import type { AskedChart } from '../asked-chart.ts';

type Answer = (query: TrendQuery) => Promise<TrendAnswer>;

/** The same chart of an earlier period, bucket against bucket, and both periods' totals over what can be compared. */
export async function comparedOf({ query }: AskedChart, now: TrendAnswer, answer: Answer): Promise<Compared> {
  const compared = query.compare === 'year' ? 'year' : 'previous';
  const cut = now.buckets.map(({ start, end, label }) => ({
    start: new Date(start),
    end: new Date(end),
    label,
  }));
  const period = comparedPeriod(cut, query.bucket, query.tz, compared);
  const plainly = {
    ...query,
    compare: 'none',
    weight: 'articles',
    adjusted: 'no',
    most: MOST_SERIES,
  } as const;
  const [from, to] = [period.buckets[0]?.start, period.buckets.at(-1)?.end].map(
    (at) => at?.toISOString() ?? '',
  );
  const before = await answer({ ...plainly, from: from ?? '', to: to ?? '' });
  const pairs = pairUp(now, before, period.against);
  const series = now.series.map((one) => sameSeries(before, one));
  return {
    with: compared,
    from: before.from,
    to: before.to,
    shift: period.shift,
    buckets: before.buckets.map((bucket, i) => ({ ...bucket, against: period.against[i] ?? null })),
    series,
    gaps: before.gaps,
    totals: await totalsOf(now, { before, series, pairs, answer, query: plainly }),
    pairs: pairs.whole.length,
    ofPairs: pairs.all,
    cautions: cautionsOf(now, before, pairs, period),
  };
}

interface Pairs {
  /** Places of buckets that are whole and known in both periods. */
  whole: { now: number; before: number }[];
  all: number;
  incomplete: number;
  blind: number;
}

function pairUp(now: TrendAnswer, before: TrendAnswer, against: readonly (number | null)[]): Pairs {
  const pairs: Pairs = { whole: [], all: 0, incomplete: 0, blind: 0 };
  for (const [place, other] of against.entries()) {
    const [then, current] = [before.buckets[place], other === null ? undefined : now.buckets[other ?? -1]];
    if (!then || !current || other === null || other === undefined) continue;
    pairs.all += 1;
    if (current.incomplete || then.incomplete) pairs.incomplete += 1;
    else if (current.blind || then.blind) pairs.blind += 1;
    else pairs.whole.push({ now: other, before: place });
  }
  return pairs;
}

/** The earlier series under the same key; one that was not there then is nothing of what was collected. */
function sameSeries(before: TrendAnswer, { key, name }: TrendSeries): TrendSeries {
  const found = before.series.find((one) => one.key === key);
  if (found) return { ...found, name };
  return {
    key,
    name,
    points: before.buckets.map(({ blind }) => (blind ? null : pointOf(0, 0))),
    total: pointOf(0, 0),
  };
}

interface Earlier {
  before: TrendAnswer;
  series: readonly TrendSeries[];
  pairs: Pairs;
  answer: Answer;
  query: TrendQuery;
}

async function totalsOf(now: TrendAnswer, earlier: Earlier): Promise<Compared['totals']> {
  const { pairs, series } = earlier;
  const trimmed = isOneRow(pairs) ? await trimmedAnswers(now, earlier) : null;
  return now.series.map(({ key, points }, i) => {
    // Articles of buckets can be added up; a story that goes on over several would count more than once.
    const canAdd = now.of === 'articles' && pairs.whole.length > 0;
    const [current, then] = trimmed
      ? [totalOf(trimmed.now, key), totalOf(trimmed.before, key)]
      : canAdd
        ? [
            sumOf(
              points,
              pairs.whole.map((pair) => pair.now),
            ),
            sumOf(
              series[i]?.points ?? [],
              pairs.whole.map((pair) => pair.before),
            ),
          ]
        : [null, null];
    return { key, now: current, before: then, ...contrast(current, then) };
  });
}

/** Whether the whole pairs are the first buckets of both periods, with none left out between them. */
function isOneRow({ whole }: Pairs): boolean {
  const last = whole.at(-1);
  return last !== undefined && last.now === whole.length - 1 && last.before === whole.length - 1;
}

/** Where the whole pairs stand in one row from the beginning, both charts up to its end: with the bands they have. */
async function trimmedAnswers(now: TrendAnswer, { before, pairs, answer, query }: Earlier) {
  const [last, lastBefore] = [pairs.whole.at(-1)?.now ?? 0, pairs.whole.at(-1)?.before ?? 0];
  const cutAt = (whole: TrendAnswer, place: number): Promise<TrendAnswer> =>
    place === whole.buckets.length - 1
      ? Promise.resolve(whole)
      : answer({ ...query, from: whole.from, to: whole.buckets[place]?.end ?? whole.to });
  const [current, then] = await Promise.all([cutAt(now, last), cutAt(before, lastBefore)]);
  return { now: current, before: then };
}

const totalOf = (answer: TrendAnswer, key: string): TrendPoint =>
  answer.series.find((one) => one.key === key)?.total ?? pointOf(0, 0);

function sumOf(points: readonly (TrendPoint | null)[], places: readonly number[]): TrendPoint {
  const sum = (what: 'numerator' | 'denominator'): number =>
    places.reduce((all, place) => all + (points[place]?.[what] ?? 0), 0);
  return pointOf(sum('numerator'), sum('denominator'));
}

function contrast(now: TrendPoint | null, before: TrendPoint | null) {
  const [a, b] = [now, before].map((point) =>
    point && point.share !== null && point.low !== null && point.high !== null
      ? { share: point.share, low: point.low, high: point.high }
      : null,
  );
  if (!a || !b || !now || !before) return { difference: null, ratio: null };
  return {
    difference: differenceOfShares(a, b),
    ratio: ratioOfShares(now.numerator, now.denominator, before.numerator, before.denominator),
  };
}

function cautionsOf(
  now: TrendAnswer,
  before: TrendAnswer,
  pairs: Pairs,
  period: { sameWeekdays: boolean; overlaps: boolean; shift: object },
): Caution[] {
  const isKnown = before.buckets.some(({ blind }) => !blind);
  const changed = [...now.notes, ...before.notes].some(({ kind }) => kind.startsWith('feed-'));
  const cautions: [Caution, boolean][] = [
    ['no-history', !isKnown],
    ['incomplete', pairs.incomplete > 0],
    ['blind', isKnown && pairs.blind > 0],
    ['gaps', now.gaps.length + before.gaps.length > 0],
    ['feeds-changed', changed],
    ['weekdays', now.bucket === 'day' && !period.sameWeekdays && 'days' in period.shift],
    ['overlap', period.overlaps],
  ];
  return cautions.flatMap(([caution, holds]) => (holds ? [caution] : []));
}
