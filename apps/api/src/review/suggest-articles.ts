import { chooseToTeach } from '@framewatch/classifier';
import type { ReviewAnswer, ReviewItem, ReviewQuery } from '@framewatch/contracts';
import type { ReviewRow, UnclearRow } from '@framewatch/store';
import { FEWEST_JUDGED } from '@framewatch/trends';
import type { ApiContext } from '../runtime/api-context.ts';

/** The random sample is of what the charts of so many days count: how right a model is changes with the news. */
const RANDOM_DAYS = 90;
const UNCLEAR_DAYS = 30;
/** Of this many the best are chosen. */
const MOST_CANDIDATES = 500;
/** Seven uncertain ones to three random ones. */
const RANDOM_PART = 0.3;
const DAY_MS = 86_400_000;

/** What to ask an editor next: the articles that teach most, with random ones among them. */
export async function suggestArticles(
  { beats, store, now }: ApiContext,
  { beat: beatId, limit }: ReviewQuery,
): Promise<ReviewAnswer> {
  const { active } = await beats.find(beatId);
  const ago = (days: number): Date => new Date(now().getTime() - days * DAY_MS);
  const counts = (judged: number, population: number, articles: number) => ({
    random: { judged, population, needed: FEWEST_JUDGED, days: RANDOM_DAYS },
    unclear: { articles, days: UNCLEAR_DAYS },
  });
  if (!active) return { beat: beatId, modelVersion: null, items: [], ...counts(0, 0, 0) };
  const { review } = store;
  const [random, unclear, count, waiting, judged] = await Promise.all([
    review.findRandom(active.id, beatId, ago(RANDOM_DAYS), limit),
    review.findUnclear(active.id, beatId, ago(UNCLEAR_DAYS), MOST_CANDIDATES),
    review.countRandom(active.id, beatId, ago(RANDOM_DAYS)),
    review.countUnclear(active.id, beatId, ago(UNCLEAR_DAYS)),
    review.countJudged(beatId),
  ]);
  const drawn = new Set(random.map(({ articleId }) => articleId));
  const teaching = chooseToTeach(
    unclear.filter(({ articleId }) => !drawn.has(articleId)),
    judged,
    limit,
  );
  return {
    beat: beatId,
    modelVersion: active.version,
    items: mix(teaching.map(chosenItem), random.map(randomItem), limit),
    ...counts(count.judged, count.population, waiting),
  };
}

const itemOf = ({ articleId, title, outlet, language, countedAt }: ReviewRow) => ({
  articleId,
  title,
  outlet,
  language,
  countedAt: countedAt.toISOString(),
});
const randomItem = (row: ReviewRow): ReviewItem => ({ ...itemOf(row), sampled: 'random', unclear: [] });
const chosenItem = (row: UnclearRow): ReviewItem => ({
  ...itemOf(row),
  sampled: 'chosen',
  unclear: row.unclear.map(({ kind, labelId }) => ({ kind, labelId })),
});

/** Random ones at their share of every stretch of the queue; where one kind runs out, the other goes on. */
function mix(teaching: ReviewItem[], random: ReviewItem[], limit: number): ReviewItem[] {
  const items: ReviewItem[] = [];
  let [taught, drawn] = [0, 0];
  while (items.length < limit) {
    const isDue = drawn < Math.round((items.length + 1) * RANDOM_PART);
    const next = (isDue ? random[drawn] : teaching[taught]) ?? (isDue ? teaching[taught] : random[drawn]);
    if (next === undefined) break;
    items.push(next);
    if (next.sampled === 'random') drawn += 1;
    else taught += 1;
  }
  return items;
}
