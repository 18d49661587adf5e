import type { AlertRuleConfig, LabelScore } from '@framewatch/contracts';

type ArticleRule = Extract<AlertRuleConfig, { on: 'new-article' | 'new-story' }>;

/** An article as rules look at it; corrections are applied already. */
export interface MatchedArticle {
  beat: string;
  title: string;
  text: string;
  outlet: string;
  group: string;
  language: string;
  relevant: boolean;
  relevanceScore: number;
  topics: string[];
  frames: string[];
  labels: LabelScore[];
}

/** Whether an article meets every condition of a rule; of a list, one value is enough. */
export function matchesRule(rule: ArticleRule, article: MatchedArticle): boolean {
  const named = [...(rule.topics ?? []), ...(rule.frames ?? [])];
  return (
    rule.beat === article.beat &&
    article.relevant &&
    isAmong(rule.topics, article.topics) &&
    isAmong(rule.frames, article.frames) &&
    isAmong(rule.outlets, [article.outlet]) &&
    isAmong(rule.groups, [article.group]) &&
    isAmong(rule.languages, [article.language]) &&
    hasWord(rule.words, `${article.title}\n${article.text}`) &&
    article.relevanceScore >= (rule.minimumRelevance ?? 0) &&
    hasScore(rule.minimumScore, article.labels, named)
  );
}

function isAmong(wanted: readonly string[] | undefined, found: readonly string[]): boolean {
  if (wanted === undefined) return true;
  const folded = wanted.map(fold);
  return found.some((value) => folded.includes(fold(value)));
}

function hasWord(words: readonly string[] | undefined, text: string): boolean {
  if (words === undefined) return true;
  const folded = fold(text);
  return words.some((word) => {
    const wanted = fold(word);
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1))
      if (isWholeWord(folded, at, at + wanted.length)) return true;
    return false;
  });
}

/** Words of spaced scripts match whole ("pay" is not in "Japan"); unspaced scripts match anywhere. */
function isWholeWord(text: string, start: number, end: number): boolean {
  const joins = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && /[\p{Script=Latin}\d]/u.test(a) && /[\p{Script=Latin}\d]/u.test(b);
  return !joins(text[start - 1], text[start]) && !joins(text[end - 1], text[end]);
}

function hasScore(minimum: number | undefined, labels: LabelScore[], named: string[]): boolean {
  if (minimum === undefined) return true;
  return labels.some(
    (label) =>
      label.score >= minimum &&
      label.decision === 'yes' &&
      (named.length === 0 || named.includes(label.labelId)),
  );
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
