import type { ArticleDetail, ChangesAnswer, TrendAnswer, WordsAnswer } from '@framewatch/contracts';
import { beat } from './synthetic.ts';

/** The made-up answer with what was asked beside it: the period before a fifth lower, outlets alike a little higher. */
export function withOverlays(answer: TrendAnswer, query: URLSearchParams): TrendAnswer {
  const compare = query.get('compare');
  return {
    ...answer,
    ...(compare === 'previous' || compare === 'year' ? { compared: compared(answer, compare) } : {}),
    ...(query.get('weight') === 'outlets' ? { equalWeight: equalWeight(answer) } : {}),
  };
}

function compared(answer: TrendAnswer, compare: 'previous' | 'year'): NonNullable<TrendAnswer['compared']> {
  const lower = answer.series.map((one) => ({
    ...one,
    points: one.points.map((p) => p && { ...p, share: p.share === null ? null : p.share * 0.8 }),
  }));
  const total = answer.series[0]?.total ?? null;
  return {
    with: compare,
    from: answer.from,
    to: answer.to,
    shift: { days: compare === 'year' ? 364 : answer.buckets.length },
    buckets: answer.buckets.map((bucket, against) => ({ ...bucket, incomplete: false, against })),
    series: lower,
    gaps: [],
    totals: [
      {
        key: answer.series[0]?.key ?? '',
        now: total,
        before: total && { ...total, share: (total.share ?? 0) * 0.8 },
        difference: { value: 0.031, low: 0.004, high: 0.058 },
        ratio: { value: 1.25, low: 1.02, high: 1.53 },
      },
    ],
    pairs: answer.buckets.length - 1,
    ofPairs: answer.buckets.length,
    cautions: ['incomplete', 'gaps'],
  };
}

function equalWeight(answer: TrendAnswer): NonNullable<TrendAnswer['equalWeight']> {
  const alike = (point: { share: number | null } | null) =>
    point?.share === null || point === null
      ? null
      : {
          share: Math.min(1, point.share * 1.1),
          low: point.share * 0.8,
          high: Math.min(1, point.share * 1.4),
          outlets: 5,
        };
  return {
    minimum: 5,
    counted: [],
    tooFew: [],
    series: answer.series.map(({ key, points, total }) => ({
      key,
      points: points.map(alike),
      total: alike(total),
    })),
  };
}

/** One made-up shift of the first frame, in the middle of the period. */
export function makeChanges(query: URLSearchParams): ChangesAnswer {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  const middle = new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString();
  const frame = beat.labels.find(({ kind }) => kind === 'frame')?.id ?? '';
  const side = (numerator: number, denominator: number, start: string, end: string) => ({
    from: start,
    to: end,
    numerator,
    denominator,
    stories: denominator - 9,
    share: numerator / denominator,
    low: numerator / denominator - 0.05,
    high: numerator / denominator + 0.07,
    open: { beat: beat.id, frame, from: start, to: end, scope: 'framing' as const, of: 'articles' as const },
  });
  return {
    beat: beat.id,
    modelVersion: 'synthetic-1',
    bucket: 'day',
    tz: 'UTC',
    from,
    to,
    spikes: [
      {
        subject: { kind: 'beat', key: '', name: 'beat' },
        start: middle,
        end: new Date(Date.parse(middle) + 86_400_000).toISOString(),
        label: middle.slice(0, 10),
        incomplete: false,
        observed: 14,
        expected: 3.8,
        probability: 0.0002,
        open: {
          beat: beat.id,
          from: middle,
          to: new Date(Date.parse(middle) + 86_400_000).toISOString(),
          scope: 'relevant',
          of: 'stories',
        },
      },
    ],
    shifts: [
      {
        subject: { kind: 'frame', key: frame, name: frame },
        at: middle,
        label: middle.slice(0, 10),
        earliest: middle,
        latest: to,
        before: side(14, 105, from, middle),
        after: side(41, 128, middle, to),
        difference: { value: 0.187, low: 0.08, high: 0.29 },
        probability: 0.001,
        falseDiscovery: 0.011,
        sameOutlets: { outlets: 6, before: 0.14, after: 0.3 },
      },
    ],
    searchedFrom: from,
    looks: 210,
    spikesByChance: 0.2,
    blind: 0,
    withoutHistory: 0,
    notJudged: [],
    synthetic: true,
  };
}

const WORDS = [
  ['burden', 'a', 31, 8],
  ['host-nation', 'a', 27, 9],
  ['trillion', 'a', 19, 4],
  ['deterrence', 'b', 6, 33],
  ['provocation', 'b', 2, 21],
] as const;

/** Made-up words, each with the first sentence of a made-up article. */
export function makeWords(articles: readonly ArticleDetail[]): WordsAnswer {
  return {
    beat: beat.id,
    modelVersion: 'synthetic-1',
    language: 'en',
    languages: [{ language: 'en', a: 60, b: 72 }],
    a: { stories: 60, read: 60, articles: 88 },
    b: { stories: 72, read: 72, articles: 95 },
    needed: 10,
    tried: 412,
    falseDiscoveries: 0.05,
    words: WORDS.map(([word, side, a, b]) => ({
      word,
      side,
      a,
      b,
      logOdds: side === 'a' ? 1.6 : -1.6,
      low: side === 'a' ? 0.8 : -2.4,
      high: side === 'a' ? 2.4 : -0.8,
      z: side === 'a' ? 3.9 : -3.9,
      falseDiscovery: 0.004,
      sentences: articles.slice(0, 2).map(({ id, title, outlet, countedAt }) => ({
        articleId: id,
        title,
        outlet: outlet.name,
        countedAt,
        field: 'text',
        start: 0,
        end: 40 + word.length,
        text: `A made-up sentence that speaks of ${word} once.`,
        wordStart: 34,
        wordEnd: 34 + word.length,
      })),
    })),
    synthetic: true,
  };
}
