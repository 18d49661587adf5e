import type { AnalysedText } from '../text/analyse.ts';
import { foldText } from '../text/japanese.ts';
import { roomForWords, scanWords, termOf } from '../text/words.ts';
import { buildPhraseTrie } from './phrase-trie.ts';
import { addTerm, isStopTerm, STOP_COUNT, type Vocabulary } from './vocabulary.ts';

/** A phrase as an editor writes it, compiled to the numbers of its terms. */
export interface Phrase {
  readonly text: string;
  readonly ids: readonly number[];
  /** A single capitalised word (Quad, Austin) is met only where it is capitalised. */
  readonly capitalised: boolean;
}

/** Where phrase number `phrase` was met: tokens [from, to). */
export interface PhraseHit {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Compiles a phrase and adds its terms to the vocabulary. English phrases of two or more content words are
 * compared without function words ("foot the bill" meets "foot more of the bill" through its own spelling);
 * Japanese ones character by character. Null where nothing is left of it.
 */
export function compilePhrase(vocabulary: Vocabulary, text: string, language: string): Phrase | null {
  const terms = language === 'ja' ? [...foldText(text).replace(/[\s　]+/g, '')] : phraseTerms(text);
  if (terms.length === 0) return null;
  const capitalised = language !== 'ja' && terms.length === 1 && /^\p{Lu}/u.test(text);
  return { text, ids: terms.map((term) => addTerm(vocabulary, term)), capitalised };
}

function phraseTerms(text: string): string[] {
  const words = roomForWords(text.length);
  scanWords(text, 0, text.length, words);
  const terms: string[] = [];
  for (let i = 0; i < words.count; i++) terms.push(termOf(text.slice(words.starts[i], words.ends[i])));
  const content = terms.filter((term) => !isStopTerm(term));
  return content.length >= 2 ? content : terms;
}

/** Finds phrases in a range of tokens; linear in their number, for the trie is no deeper than the longest phrase. */
export type PhraseFinder = (text: AnalysedText, from: number, to: number) => PhraseHit[];

/** Function words that may stand between two content words of a phrase. */
const MAX_SKIPPED = 3;

/** A finder for many phrases at once (a trie over term numbers). `skips`: function words may interrupt a phrase. */
export function createPhraseFinder(
  phrases: readonly Phrase[],
  termCount: number,
  skips: boolean,
): PhraseFinder {
  const trie = buildPhraseTrie(
    phrases.map(({ ids }) => ids),
    termCount,
  );
  const { roots, goesOn, endsFrom, ended } = trie;
  const capitalised = Uint8Array.from(phrases, (phrase) => (phrase.capitalised ? 1 : 0));
  const maxSkipped = skips ? MAX_SKIPPED : 0;
  return (text, from, to) => {
    let hits: PhraseHit[] = NO_HITS;
    const { tokens } = text;
    for (let start = from; start < to; start++) {
      const first = tokens[start]!;
      let node = first < 0 ? 0 : roots[first]!;
      let skipped = 0;
      for (let at = start; node !== 0; ) {
        for (let e = endsFrom[node]!; e < endsFrom[node + 1]!; e++) {
          const phrase = ended[e]!;
          if (capitalised[phrase] === 1 && startsSmall(text, start)) continue;
          if (hits === NO_HITS) hits = [];
          hits.push({ phrase, from: start, to: at + 1 });
        }
        if (goesOn[node] === 0) break;
        let next = 0;
        while (++at < to) {
          const token = tokens[at]!;
          if (token < 0) break;
          next = trie.step(node, token);
          if (next !== 0 || token >= STOP_COUNT || ++skipped > maxSkipped) break;
        }
        node = next;
      }
    }
    return hits;
  };
}

/** What most sentences hold; never written to. */
const NO_HITS: PhraseHit[] = [];

/** Whether the word at a token begins with a small letter. */
function startsSmall(text: AnalysedText, token: number): boolean {
  const source = token >= text.titleTokens ? text.text : text.title;
  const c = source.charCodeAt(text.starts[token]!);
  return c >= 0x61 && c <= 0x7a;
}
