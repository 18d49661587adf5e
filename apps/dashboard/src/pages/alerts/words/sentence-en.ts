import type { RuleInWords, SentenceWords } from './sentence-words.ts';

const list = (type: 'disjunction' | 'conjunction') => {
  const format = new Intl.ListFormat('en', { type });
  return (names: readonly string[]) => format.format(names);
};
const either = list('disjunction');
const all = list('conjunction');
const some = (names: readonly string[], told: (text: string) => string) =>
  names.length > 0 ? told(either(names)) : '';
const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`);

function subject({ topics, frames, outlets, groups, languages }: RuleInWords): string {
  return [
    some(topics, (names) => ` about ${names}`),
    some(frames, (names) => ` framed as ${names}`),
    some(outlets, (names) => ` in ${names}`),
    some(groups, (names) => ` from outlets of the kind ${names.toLowerCase()}`),
    some(languages, (names) => `, written in ${names}`),
  ].join('');
}

function limits({ words, minimumRelevance, minimumScore }: RuleInWords): string {
  const least = [
    minimumRelevance && `a relevance of at least ${minimumRelevance}`,
    minimumScore && `a score of at least ${minimumScore}`,
  ].filter((part) => part !== null && part !== '');
  return [
    some(quoted(words), (names) => `, with the words ${names}`),
    least.length > 0 ? `, with ${all(least as string[])}` : '',
  ].join('');
}

/** The sentence of a rule in English. */
export const sentenceEn: SentenceWords = {
  'new-article': (rule) => `Tell me of every new article on ${rule.beat}${subject(rule)}${limits(rule)}.`,
  'new-story': (rule) =>
    `Tell me once of every new story on ${rule.beat}${subject(rule)}${limits(rule)}; later articles are folded in.`,
  'first-coverage': (rule) => {
    const who = some(rule.outlets, (names) => names) || 'an outlet';
    const what = some(rule.topics, (names) => names) || rule.beat;
    const kinds = some(rule.groups, (names) => ` of the kind ${names.toLowerCase()}`);
    const languages = some(rule.languages, (names) => ` in ${names}`);
    const score = rule.minimumScore === null ? '' : `, with a score of at least ${rule.minimumScore}`;
    const again = rule.after === null ? '' : ` in ${rule.after}`;
    return `Tell me when ${who}${kinds} covers ${what}${languages} for the first time${again}${score}.`;
  },
  spike: (rule) =>
    `Tell me when, within one ${rule.window}, far more is written on ${rule.beat}${subject(rule)} than usual, and at least ${rule.minimumArticles} articles.`,
  'framing-shift': (rule) =>
    `Tell me when the framing of ${rule.beat}${subject(rule)} changes from one ${rule.window} to the next, with at least ${rule.minimumArticles} articles.`,
  'feed-trouble': (rule) =>
    `Tell me when a feed${some(rule.outlets, (names) => ` of ${names}`)} ${either(rule.troubles)}.`,
  tell: ({ channels, urgent, coolDown }) =>
    [
      channels.length > 0
        ? `Send it to ${all(channels)}${urgent ? ' at once, even in quiet hours' : ''}.`
        : '',
      coolDown === null ? '' : `After one, keep further ones together for ${coolDown}.`,
    ]
      .filter(Boolean)
      .join(' '),
};
