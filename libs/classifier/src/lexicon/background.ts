import { COMMON_WORDS, RARE_SHARE } from '../data/common-words.ts';
import { bigrams } from '../text/japanese.ts';
import { roomForWords, scanWords, termOf } from '../text/words.ts';
import { isStopTerm } from './vocabulary.ts';

/** What a stream's texts in one language are made of: for each term, in how many texts and how often. */
export interface LanguageStatistics {
  readonly texts: number;
  readonly tokens: number;
  readonly terms: Readonly<Record<string, readonly [texts: number, times: number]>>;
}

/** Statistics of a stream as plain JSON, to be stored with the model that is trained on them. */
export interface BackgroundSnapshot {
  readonly languages: Readonly<Record<string, LanguageStatistics>>;
}

/** A stream that nothing has been seen of. */
export const emptyBackground: BackgroundSnapshot = { languages: {} };

/** Counts a stream's texts within bounded memory. */
export interface BackgroundAccumulator {
  /** Counts one text; the language decides how it is cut into terms. */
  add(text: string, language: string): void;
  snapshot(): BackgroundSnapshot;
}

/** Terms kept per language; at twice as many the rarest are forgotten. About 5 MB a language. */
const KEPT_TERMS = 40_000;

/** An empty accumulator, or one that goes on from an earlier snapshot. */
export function createBackground(from: BackgroundSnapshot = emptyBackground): BackgroundAccumulator {
  const languages = new Map(Object.entries(from.languages).map(([language, s]) => [language, thaw(s)]));
  return {
    add(text, language) {
      const counts = languages.get(language) ?? {
        texts: 0,
        tokens: 0,
        terms: new Map<string, [number, number]>(),
      };
      languages.set(language, counts);
      count(counts, textTerms(text, language));
    },
    snapshot: () => ({
      languages: Object.fromEntries([...languages].sort(byKey).map(([language, c]) => [language, freeze(c)])),
    }),
  };
}

/** The terms of a text, function words left out: English stems, Japanese character pairs. */
export function textTerms(text: string, language: string): string[] {
  if (language === 'ja') return bigrams(text);
  const words = roomForWords(text.length);
  scanWords(text, 0, text.length, words);
  const terms: string[] = [];
  for (let i = 0; i < words.count; i++) {
    const term = memoisedTerm(text.slice(words.starts[i], words.ends[i]));
    if (!isStopTerm(term)) terms.push(term);
  }
  return terms;
}

/** How large a share of running terms a term is, from the stream as far as it goes and else from the shipped table. */
export function shareOf(term: string, language: string, background: BackgroundSnapshot): number {
  const seen = background.languages[language];
  const prior = language === 'en' ? (commonShares().get(term) ?? RARE_SHARE) : RARE_SHARE;
  if (seen === undefined) return prior;
  return ((seen.terms[term]?.[1] ?? 0) + PRIOR_TOKENS * prior) / (seen.tokens + PRIOR_TOKENS);
}

/** The shipped table counts as much as this many running terms of the stream. */
const PRIOR_TOKENS = 50_000;

interface Counts {
  texts: number;
  tokens: number;
  terms: Map<string, [number, number]>;
}

function count(counts: Counts, terms: readonly string[]): void {
  counts.texts += 1;
  counts.tokens += terms.length;
  const inText = new Set<string>();
  for (const term of terms) {
    const entry = counts.terms.get(term) ?? [0, 0];
    if (!inText.has(term)) entry[0] += 1;
    entry[1] += 1;
    inText.add(term);
    counts.terms.set(term, entry);
  }
  if (counts.terms.size > 2 * KEPT_TERMS) counts.terms = commonest(counts.terms);
}

function commonest(terms: Map<string, [number, number]>): Map<string, [number, number]> {
  const ordered = [...terms].sort((a, b) => b[1][0] - a[1][0] || b[1][1] - a[1][1] || byKey(a, b));
  return new Map(ordered.slice(0, KEPT_TERMS));
}

function thaw(statistics: LanguageStatistics): Counts {
  const terms = new Map(
    Object.entries(statistics.terms).map(([t, [n, times]]): [string, [number, number]] => [t, [n, times]]),
  );
  return { texts: statistics.texts, tokens: statistics.tokens, terms };
}

function freeze(counts: Counts): LanguageStatistics {
  const kept = counts.terms.size > KEPT_TERMS ? commonest(counts.terms) : counts.terms;
  const terms = Object.fromEntries(
    [...kept].sort(byKey).map(([term, [n, times]]) => [term, [n, times] as const]),
  );
  return { texts: counts.texts, tokens: counts.tokens, terms };
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

let shares: Map<string, number> | null = null;

function commonShares(): Map<string, number> {
  if (shares !== null) return shares;
  shares = new Map();
  for (const { share, words } of COMMON_WORDS) {
    for (const word of words) {
      const term = termOf(word);
      if (!shares.has(term)) shares.set(term, share);
    }
  }
  return shares;
}

const MEMO_LIMIT = 1 << 16;
const memo = new Map<string, string>();

function memoisedTerm(surface: string): string {
  const known = memo.get(surface);
  if (known !== undefined) return known;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const term = termOf(surface);
  memo.set(surface, term);
  return term;
}
