import type { Decision, LabelScore } from '@framewatch/contracts';
import { countsAs } from '@framewatch/trends';
import type { MatchedArticle } from './match-rule.ts';

/** An article, with what a model and editors said of it. */
export interface JudgedParts {
  beat: string;
  title: string;
  text: string;
  outlet: string;
  group: string;
  language: string;
  relevanceScore: number;
  labels: LabelScore[];
  corrections: { kind: string; labelId: string; decision: 'yes' | 'no' }[];
}

/** Lays editors' corrections over a model's judgement. */
export function judgeArticle(parts: JudgedParts, relevance: Decision, textSource: string): MatchedArticle {
  return countedArticle(parts, countsAs({ relevance, labels: parts.labels }, parts.corrections, textSource));
}

/**
 * An article that is counted already, corrections applied. What an editor says is certain: its score is 1. Labels that are
 * not given score 0, so they may be left out where no rule asks for scores.
 */
export function countedArticle(
  { labels, corrections, relevanceScore, ...article }: JudgedParts,
  { relevant, topics, frames }: Pick<MatchedArticle, 'relevant' | 'topics' | 'frames'>,
): MatchedArticle {
  const isCertain = (kind: string, labelId: string): boolean =>
    corrections.some((c) => c.kind === kind && c.labelId === labelId && c.decision === 'yes');
  const scored = (kind: LabelScore['kind'], ids: readonly string[]): MatchedArticle['labels'] =>
    ids.map((labelId) => {
      const given = labels.find((label) => label.kind === kind && label.labelId === labelId);
      return { kind, labelId, score: isCertain(kind, labelId) ? 1 : (given?.score ?? 0) };
    });
  return {
    ...article,
    relevant,
    relevanceScore: isCertain('relevance', 'relevance') ? 1 : relevanceScore,
    topics,
    frames,
    labels: [...scored('topic', topics), ...scored('frame', frames)].sort((a, b) => b.score - a.score),
  };
}

/** An article that was waiting for so long is no news any more. */
const NEWS_MS = 24 * 3_600_000;
/** Nor is one that was published so long before it was seen, as when an outlet moves its archive to new addresses. */
export const OLDEST_NEWS_MS = 7 * 24 * 3_600_000;

/** Whether an article is news that alerts may be raised of. Imports and a feed's first poll are no news. */
export function isNews(article: { isNews: boolean; countedAt: Date; firstSeenAt: Date }, now: Date): boolean {
  return (
    article.isNews &&
    now.getTime() - article.firstSeenAt.getTime() <= NEWS_MS &&
    article.firstSeenAt.getTime() - article.countedAt.getTime() <= OLDEST_NEWS_MS
  );
}
