import type { Evidence, Quote } from '@framewatch/contracts';
import { type ArticleRule, labelsMeant, type MatchedArticle } from './match-rule.ts';

const MOST_QUOTES = 3;

/**
 * The sentences for which a rule fired, strongest first: those that spoke for the topics and frames that it names, or for
 * all of the article's where it names none.
 */
export function quotesFor(
  rule: Pick<ArticleRule, 'topics' | 'frames'>,
  article: MatchedArticle,
  evidence: readonly Evidence[],
): Quote[] {
  const because = new Set(labelsMeant(rule, article).map(({ kind, labelId }) => `${kind} ${labelId}`));
  const strongest = evidence
    .filter((e) => e.weight > 0 && because.has(`${e.kind} ${e.labelId}`))
    .sort((a, b) => b.weight - a.weight);
  const quotes = new Map<string, Quote>();
  for (const { kind, labelId, sentence, voice } of strongest) {
    const said = (sentence.field === 'title' ? article.title : article.text)
      .slice(sentence.start, sentence.end)
      .trim();
    if (said !== '' && !quotes.has(said)) quotes.set(said, { kind, labelId, text: said, voice });
  }
  return [...quotes.values()].slice(0, MOST_QUOTES);
}
