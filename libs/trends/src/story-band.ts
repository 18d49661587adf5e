import { type Interval, wilson } from '@framewatch/measures';
import { Z95 } from './normal-quantile.ts';

/** What one story brings to a share: so many of its articles. */
export interface StoryCount {
  hits: number;
  n: number;
}

export interface StoryBand extends Interval {
  method: 'wilson' | 'wilson-by-story' | 'story-bootstrap' | 'story-variance';
}

const DRAWS = 1_000;
/** Beyond so many stories the shares of draws are normally distributed, and their variance is a formula. */
const MOST_DRAWN = 1_000;
/** Drawing from fewer stories than this gives bands that are too narrow. */
const FEWEST_STORIES = 20;

/**
 * The 95 % band of Σhits / Σn over stories. One event told by thirty articles is one event: where stories repeat, whole
 * stories are drawn again (cluster bootstrap, percentile; Davison and Hinkley 1997, section 3.8), or for very many
 * their variance is taken (Cochran 1977, section 6.3). With few stories, or all or none with hits, Wilson's interval counts each story once instead.
 * Null without articles.
 */
export function storyBand(stories: readonly StoryCount[], random: () => number): StoryBand | null {
  const filled = stories.filter(({ n }) => n > 0);
  const [hits, n] = [total(filled, 'hits'), total(filled, 'n')];
  if (n === 0) return null;
  if (filled.every((story) => story.n === 1)) return named('wilson', wilson(hits, n));
  if (filled.length < FEWEST_STORIES || hits === 0 || hits === n)
    return named('wilson-by-story', wilson((hits / n) * filled.length, filled.length));
  if (filled.length > MOST_DRAWN) return { method: 'story-variance', ...normalBand(filled, hits / n, n) };
  return { method: 'story-bootstrap', ...percentiles(drawShares(filled, random)) };
}

function drawShares(stories: readonly StoryCount[], random: () => number): Float64Array {
  return Float64Array.from({ length: DRAWS }, () => {
    let hits = 0;
    let n = 0;
    for (let i = 0; i < stories.length; i++) {
      const story = stories[Math.floor(random() * stories.length)];
      hits += story?.hits ?? 0;
      n += story?.n ?? 0;
    }
    return hits / n;
  }).sort();
}

/** Of a ratio of sums over stories: what each story's hits stray from its share of them. */
function normalBand(stories: readonly StoryCount[], share: number, n: number): Interval {
  const strayed = stories.reduce((sum, story) => sum + (story.hits - share * story.n) ** 2, 0);
  const spread = (Z95 * Math.sqrt(strayed)) / n;
  return { low: Math.max(0, share - spread), high: Math.min(1, share + spread) };
}

/** The middle 95 % of sorted values. */
export function percentiles(sorted: Float64Array): Interval {
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

const named = (method: StoryBand['method'], band: Interval | null): StoryBand | null =>
  band && { method, ...band };

const total = (stories: readonly StoryCount[], what: keyof StoryCount): number =>
  stories.reduce((sum, story) => sum + story[what], 0);
