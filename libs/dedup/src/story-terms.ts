import { JAPANESE_STOP_WORDS, STOP_WORDS } from './data/stop-words.ts';

/** Occurrences of each term, counted by where they stand. */
export interface TermCount {
  title: number;
  lead: number;
  body: number;
  /** Written with a capital, as names are, or in a script used for names. */
  name: boolean;
}

const LEAD_LENGTH = 600;
const BODY_LENGTH = 6_000;
const TOKEN =
  /[\p{Script=Han}々〆]+|[\p{Script=Katakana}ー]+|[\p{Script=Hangul}]+|[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*[\p{L}\p{M}\p{N}]|[\p{L}\p{N}]/gu;

/** The terms of an article that can tell its event from others, with their counts. */
export function countTerms(title: string, text: string): Map<string, TermCount> {
  const counts = new Map<string, TermCount>();
  addTerms(counts, title, 'title');
  addTerms(counts, text.slice(0, LEAD_LENGTH), 'lead');
  addTerms(counts, text.slice(LEAD_LENGTH, BODY_LENGTH), 'body');
  return counts;
}

function addTerms(counts: Map<string, TermCount>, text: string, field: 'title' | 'lead' | 'body'): void {
  for (const [token] of text.normalize('NFKC').matchAll(TOKEN)) {
    for (const term of termsOf(token)) {
      let count = counts.get(term);
      if (count === undefined) {
        count = { title: 0, lead: 0, body: 0, name: false };
        counts.set(term, count);
      }
      count[field] += 1;
      count.name ||= /^[\p{Lu}\p{Script=Katakana}]/u.test(token);
    }
  }
}

/** A token's terms: a stem; for a run of Chinese characters its pairs, since compounds have no spaces. */
function termsOf(token: string): readonly string[] {
  if (/^[\p{Script=Han}々〆]/u.test(token)) return hanTerms(token);
  if (/^\p{Script=Katakana}/u.test(token))
    return token.length >= 2 && !JAPANESE_STOP_WORDS.has(token) ? [token] : [];
  const word = token
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/\./g, '');
  if (word.length < 2 || STOP_WORDS.has(word) || /^\d{1,3}$/.test(word)) return [];
  return [stem(word)];
}

function hanTerms(run: string): string[] {
  if (run.length < 2 || JAPANESE_STOP_WORDS.has(run)) return [];
  if (run.length === 2) return [run];
  const pairs: string[] = [];
  for (let i = 0; i + 2 <= run.length; i += 1) pairs.push(run.slice(i, i + 2));
  return pairs.filter((pair) => !JAPANESE_STOP_WORDS.has(pair));
}

/** Plural and tense endings of English and its neighbours; coarse, for both sides are cut alike. */
function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 6 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 5 && word.endsWith('ed')) return word.slice(0, -2);
  if (word.length > 4 && word.endsWith('es')) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}
