import type { TrendAnswer, TrendPoint } from '@framewatch/contracts';
import { seededRandom } from '@framewatch/measures';
import type { StoryCell } from '@framewatch/store';
import { storyBand } from '@framewatch/trends';
import { type AskedChart, populationOf } from '../asked-chart.ts';
import { grouped } from '../grouped.ts';

/** One question has one answer: bands are drawn from the same numbers each time. */
const SEED = 20_261;

/**
 * The answer with bands by story, where the question asks for them and articles of framing are counted by frame;
 * otherwise as it is, and it says so.
 */
export async function withStoryBands(asked: AskedChart, answer: TrendAnswer): Promise<TrendAnswer> {
  const { chart, query } = asked;
  if (query.band === 'articles') return answer;
  const isKnown =
    chart === 'framing' && query.by === 'frame' && query.of === 'articles' && query.voice === 'any';
  if (!isKnown) return { ...answer, bandIs: 'articles' };
  const cells = await asked.context.store.framing.findStoryCells(populationOf(asked));
  const bySlot = grouped(cells, ({ slot }) => slot);
  const random = seededRandom(SEED);
  const series = answer.series.map((one) => ({
    ...one,
    points: one.points.map((point, slot) => point && banded(point, bySlot.get(slot) ?? [], one.key, random)),
    total: banded(one.total, cells, one.key, random),
  }));
  return { ...answer, bandIs: 'stories', series };
}

function banded(point: TrendPoint, cells: StoryCell[], frame: string, random: () => number): TrendPoint {
  const stories = new Map<string, { hits: number; n: number }>();
  for (const { story, frames, articles } of cells) {
    const known = stories.get(story) ?? { hits: 0, n: 0 };
    known.n += articles;
    if (frames.includes(frame)) known.hits += articles;
    stories.set(story, known);
  }
  const band = storyBand([...stories.values()], random);
  return band ? { ...point, low: band.low, high: band.high } : point;
}
