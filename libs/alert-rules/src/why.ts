import type { WhyPart } from '@framewatch/contracts';
import { foundWords, sentenceWith } from './find-words.ts';
import { type ArticleRule, isAmong, labelsMeant, type MatchedArticle, wordsOf } from './match-rule.ts';

/** Which conditions of a rule an article met, the beat's own relevance first. */
export function whyArticle(
  rule: Omit<ArticleRule, 'on'>,
  article: MatchedArticle,
  { edited }: { edited: boolean },
): WhyPart[] {
  const meant = labelsMeant(rule, article);
  const labels = (kind: 'topic' | 'frame'): WhyPart[] => {
    const found = meant.filter((label) => label.kind === kind);
    if (found.length === 0) return [];
    return [{ code: 'labels', kind, ids: found.map((l) => l.labelId), scores: found.map((l) => l.score) }];
  };
  const { relevanceScore: score } = article;
  const parts: (WhyPart | false | undefined)[] = [
    { code: 'relevant', score, edited, corrected: score === 1 },
    ...labels('topic'),
    ...labels('frame'),
    rule.outlets && { code: 'outlet', name: article.outlet },
    rule.groups && isAmong(rule.groups, [article.group]) && { code: 'group', group: article.group },
    rule.languages && { code: 'language', language: article.language },
    rule.words && wordsPart(rule.words, article),
  ];
  return parts.filter((part) => part !== undefined && part !== false);
}

function wordsPart(words: string[], article: MatchedArticle): WhyPart {
  const found = foundWords(words, wordsOf(article));
  return { code: 'words', words: found, sentence: sentenceWith(found, article, article.language) };
}

/** The name of a topic or frame in English, or its id. */
export type NameOf = (kind: 'topic' | 'frame' | null, id: string) => string;

/** The reasons as one English sentence, for messages. */
export function sayWhy(parts: readonly WhyPart[], nameOf: NameOf): string {
  const said = parts.map((part) => sayPart(part, nameOf));
  return said.length === 0 ? '' : `${said.join('; ')}.`;
}

/** More names than this make no sentence. */
const MOST_NAMED = 4;

function sayPart(part: WhyPart, nameOf: NameOf): string {
  switch (part.code) {
    case 'relevant':
      return part.corrected
        ? 'Relevant, as an editor says'
        : `Relevant${part.edited ? ' since an edit' : ''} (${part.score.toFixed(2)})`;
    case 'labels':
      return `${part.kind === 'topic' ? 'on' : 'framed as'} ${part.ids
        .slice(0, MOST_NAMED)
        .map((id, i) => `${nameOf(part.kind, id)} (${(part.scores[i] ?? 0).toFixed(2)})`)
        .join(', ')}`;
    case 'outlet':
      return `from ${part.name}`;
    case 'group':
      return `an outlet of the kind ${part.group.replaceAll('-', ' ')}`;
    case 'language':
      return `in ${new Intl.DisplayNames('en', { type: 'language' }).of(part.language) ?? part.language}`;
    case 'words':
      return `with ${part.words.map((word) => `“${word}”`).join(', ')}${part.sentence === null ? '' : ` in “${shortened(part.sentence)}”`}`;
    case 'spike':
      return `${part.observed} stories in ${part.window}, where about ${part.expected.toFixed(1)} would be usual (chance of it: ${part.probability.toExponential(1)})`;
    case 'framing-shift':
      return `${percent(part.count, part.of)} of ${part.of} articles in ${part.window}, against ${percent(part.countBefore, part.ofBefore)} of ${part.ofBefore} before`;
    case 'first-coverage':
      return `${part.outlet} covers ${part.topic === null ? 'the beat' : nameOf('topic', part.topic)} ${
        part.before === null
          ? `for the first time${part.knownSince === null ? '' : ` since it is collected (${part.knownSince.slice(0, 10)})`}`
          : `again: the last time was ${part.before.slice(0, 10)}`
      }`;
    case 'feed-trouble':
      return sayTrouble(part);
  }
}

function sayTrouble({ trouble, since, error }: Extract<WhyPart, { code: 'feed-trouble' }>): string {
  const day = since.slice(0, 16).replace('T', ' ');
  switch (trouble) {
    case 'gone':
      return 'The outlet says that this feed is gone for good';
    case 'failing':
      return `Not reached since ${day} UTC: ${(error ?? 'no reason known').replace(/\.$/, '')}`;
    case 'silent':
      return `It answers, but its newest entry is of ${day} UTC`;
  }
}

const MOST_LETTERS = 240;
const shortened = (sentence: string): string =>
  sentence.length > MOST_LETTERS ? `${sentence.slice(0, MOST_LETTERS).trimEnd()}…` : sentence;

const percent = (n: number, of: number): string => `${Math.round((100 * n) / of)} %`;
