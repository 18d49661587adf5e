import { type FrameId, frameIds } from './labels.ts';
import { localDay } from './local-time.ts';
import type { ArticleTruth } from './types.ts';

/** Days are cut in `tz` (IANA); `from` and `to` are local days, both included. `where` narrows the articles. */
export type DayQuery = { tz: string; from: string; to: string; where?: (article: ArticleTruth) => boolean };

export type CoverageDay = {
  day: string;
  relevant: number;
  total: number;
  /** Different stories among the relevant articles. */
  stories: number;
};

export type FramesDay = { day: string; relevant: number; frames: Record<FrameId, number> };

/** How many articles were published, and how many of them about the beat, on each day; days without any are 0. */
export function coverageByDay(truth: readonly ArticleTruth[], query: DayQuery): CoverageDay[] {
  return byDay(truth, query).map(([day, articles]) => {
    const relevant = articles.filter((article) => article.relevant);
    return {
      day,
      relevant: relevant.length,
      total: articles.length,
      stories: new Set(relevant.map(({ storyId }) => storyId)).size,
    };
  });
}

/** How many relevant articles of each day carry each frame; an article counts in each of its frames. */
export function framesByDay(truth: readonly ArticleTruth[], query: DayQuery): FramesDay[] {
  return byDay(truth, query).map(([day, articles]) => {
    const relevant = articles.filter((article) => article.relevant);
    const counts = frameIds.map((frame) => [
      frame,
      relevant.filter(({ frames }) => frames.includes(frame)).length,
    ]);
    return { day, relevant: relevant.length, frames: Object.fromEntries(counts) as Record<FrameId, number> };
  });
}

function byDay(
  truth: readonly ArticleTruth[],
  { tz, from, to, where = () => true }: DayQuery,
): [string, ArticleTruth[]][] {
  const days = new Map(daysBetween(from, to).map((day) => [day, [] as ArticleTruth[]]));
  for (const article of truth) {
    if (where(article)) days.get(localDay(new Date(article.published), tz))?.push(article);
  }
  return [...days];
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
