import type { AnalysedText } from '../text/analyse.ts';
import { foldText } from '../text/japanese.ts';
import { roomForWords, scanWords, termOf } from '../text/words.ts';
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
  const { roots, steps, ends, goesOn } = buildTrie(phrases, termCount);
  const maxSkipped = skips ? MAX_SKIPPED : 0;
  return (text, from, to) => {
    const hits: PhraseHit[] = [];
    const { tokens } = text;
    for (let start = from; start < to; start++) {
      const first = tokens[start]!;
      let node = first < 0 ? 0 : roots[first]!;
      let skipped = 0;
      for (let at = start; node !== 0; ) {
        for (const phrase of ends[node]!) {
          const hit = { phrase, from: start, to: at + 1 };
          if (capitalsAgree(text, hit, phrases[phrase]!)) hits.push(hit);
        }
        if (!goesOn[node]) break;
        let next = 0;
        while (++at < to) {
          const token = tokens[at]!;
          if (token < 0) break;
          next = steps.get(node * termCount + token) ?? 0;
          if (next !== 0 || token >= STOP_COUNT || ++skipped > maxSkipped) break;
        }
        node = next;
      }
    }
    return hits;
  };
}

function buildTrie(phrases: readonly Phrase[], termCount: number) {
  const roots = new Int32Array(termCount);
  const steps = new Map<number, number>();
  const ends: number[][] = [[]];
  const goesOn: boolean[] = [false];
  const grow = (): number => {
    ends.push([]);
    goesOn.push(false);
    return ends.length - 1;
  };
  for (const [number, phrase] of phrases.entries()) {
    let node = 0;
    for (const [depth, id] of phrase.ids.entries()) {
      const known = depth === 0 ? roots[id]! : (steps.get(node * termCount + id) ?? 0);
      const next = known === 0 ? grow() : known;
      if (depth === 0) roots[id] = next;
      else steps.set(node * termCount + id, next);
      goesOn[node] ||= depth > 0;
      node = next;
    }
    ends[node]!.push(number);
  }
  return { roots, steps, ends, goesOn };
}

function capitalsAgree(text: AnalysedText, hit: PhraseHit, phrase: Phrase): boolean {
  if (!phrase.capitalised) return true;
  const source = hit.from >= text.titleTokens ? text.text : text.title;
  const c = source.charCodeAt(text.starts[hit.from]!);
  return c < 0x61 || c > 0x7a;
}
