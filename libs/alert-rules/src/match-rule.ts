import type { AlertRuleConfig, LabelScore } from '@framewatch/contracts';
import { fold, foundWords } from './find-words.ts';

export type ArticleRule = Extract<AlertRuleConfig, { on: 'new-article' | 'new-story' }>;

/** An article as rules look at it; corrections are applied already. */
export interface MatchedArticle {
  beat: string;
  title: string;
  text: string;
  outlet: string;
  group: string;
  language: string;
  relevant: boolean;
  /** 0 to 1; 1 where an editor says so. */
  relevanceScore: number;
  topics: string[];
  frames: string[];
  /** Scores of the topics and frames above. */
  labels: Pick<LabelScore, 'kind' | 'labelId' | 'score'>[];
}

/** Whether an article meets every condition of a rule; of a list, one value is enough. */
export function matchesRule(rule: ArticleRule, article: MatchedArticle): boolean {
  return (
    isFollowUp(rule, article) &&
    isAmong(rule.topics, article.topics) &&
    isAmong(rule.frames, article.frames) &&
    article.relevanceScore >= (rule.minimumRelevance ?? 0) &&
    hasScore(rule, article) &&
    (rule.words === undefined || foundWords(rule.words, wordsOf(article)).length > 0)
  );
}

/**
 * Whether an article goes on with a story of which the rule has alerted: relevant, and from those whom the rule asks. What
 * it is about is the story, so topics, frames, words and scores are not asked again.
 */
export function isFollowUp(rule: ArticleRule, article: MatchedArticle): boolean {
  return (
    rule.beat === article.beat &&
    article.relevant &&
    isAmong(rule.outlets, [article.outlet]) &&
    isAmong(rule.groups, [article.group]) &&
    isAmong(rule.languages, [article.language])
  );
}

/** Where words are looked for: the headline and the text. */
export const wordsOf = ({ title, text }: Pick<MatchedArticle, 'title' | 'text'>): string =>
  `${title}\n${text}`;

/** Whether one of the found values is among those that a rule wants; case and width of letters do not matter. */
export function isAmong(wanted: readonly string[] | undefined, found: readonly string[]): boolean {
  if (wanted === undefined) return true;
  const folded = wanted.map(fold);
  return found.some((value) => folded.includes(fold(value)));
}

/** Of the labels that a rule names, those that the article carries; all of its own where the rule names none. */
export function labelsMeant(
  { topics, frames }: Pick<ArticleRule, 'topics' | 'frames'>,
  { labels }: Pick<MatchedArticle, 'labels'>,
): MatchedArticle['labels'] {
  if (topics === undefined && frames === undefined) return labels;
  return labels.filter(({ kind, labelId }) => ((kind === 'topic' ? topics : frames) ?? []).includes(labelId));
}

function hasScore(rule: ArticleRule, article: MatchedArticle): boolean {
  const minimum = rule.minimumScore;
  return minimum === undefined || labelsMeant(rule, article).some(({ score }) => score >= minimum);
}
