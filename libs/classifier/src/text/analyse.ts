import type { Span } from '@framewatch/contracts';
import { UNKNOWN, type Vocabulary } from '../lexicon/vocabulary.ts';
import { isFurniture } from './furniture.ts';
import { carriesSubject, foldCode } from './japanese.ts';
import { splitSentences } from './sentences.ts';
import { emptyWords, scanWords, termOf } from './words.ts';

/** A sentence of the title or the text, with the range of its tokens. */
export interface Sentence {
  readonly span: Span;
  readonly paragraph: number;
  readonly tokenFrom: number;
  readonly tokenTo: number;
}

/**
 * A text in the terms of one model. `tokens` are what phrases are matched on (English words, Japanese
 * characters), `terms` what weights are summed over (English stems, Japanese character pairs); both name
 * numbers of the vocabulary, and share offsets within the field of their sentence.
 */
export interface AnalysedText {
  readonly title: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly tokens: Int32Array;
  readonly terms: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly count: number;
  /** Tokens before this one stand in the title. */
  readonly titleTokens: number;
}

/** Cuts texts into sentences and tokens. Furniture of a page (credits, bylines, link captions) is left out. */
export type Analyser = (title: string, text: string) => AnalysedText;

/** An analyser for one language's writing, over a vocabulary that no longer grows. */
export function createAnalyser(vocabulary: Vocabulary, language: string): Analyser {
  const read = language === 'ja' ? characterReader(vocabulary) : wordReader(vocabulary);
  return (title, text) => {
    const buffer: TokenBuffer = { words: emptyWords(256 + (text.length >> 2)), tokens: [], terms: [] };
    const sentences: Sentence[] = [];
    let titleTokens = 0;
    for (const field of ['title', 'text'] as const) {
      if (field === 'text') titleTokens = buffer.words.count;
      const source = field === 'title' ? title : text;
      for (const { start, end, paragraph } of splitSentences(source)) {
        if (field === 'text' && isFurniture(source, start, end)) continue;
        const tokenFrom = buffer.words.count;
        read(source, start, end, buffer);
        const span = { field, start, end } as const;
        sentences.push({
          span,
          paragraph: field === 'title' ? -1 : paragraph,
          tokenFrom,
          tokenTo: buffer.words.count,
        });
      }
    }
    const tokens = Int32Array.from(buffer.tokens);
    const terms = buffer.terms.length === 0 ? tokens : Int32Array.from(buffer.terms);
    const { starts, ends, count } = buffer.words;
    return { title, text, sentences, tokens, terms, starts, ends, count, titleTokens };
  };
}

interface TokenBuffer {
  readonly words: ReturnType<typeof emptyWords>;
  readonly tokens: number[];
  /** Empty where terms are the tokens themselves. */
  readonly terms: number[];
}

type Reader = (source: string, start: number, end: number, into: TokenBuffer) => void;

/** Surfaces remembered per model; beyond it the memory is started anew, so that a stream cannot fill it. */
const MEMO_LIMIT = 1 << 17;

function wordReader(vocabulary: Vocabulary): Reader {
  const memo = new Map<string, number>();
  return (source, start, end, into) => {
    const first = into.words.count;
    scanWords(source, start, end, into.words);
    for (let i = first; i < into.words.count; i++) {
      const surface = source.slice(into.words.starts[i], into.words.ends[i]);
      let id = memo.get(surface);
      if (id === undefined) {
        if (memo.size >= MEMO_LIMIT) memo.clear();
        id = vocabulary.ids.get(termOf(surface)) ?? UNKNOWN;
        memo.set(surface, id);
      }
      into.tokens.push(id);
    }
  };
}

function characterReader(vocabulary: Vocabulary): Reader {
  const single = new Int32Array(0x10000).fill(UNKNOWN);
  const pairs = new Map<number, number>();
  for (const [term, id] of vocabulary.ids) {
    if (term.length === 1) single[term.charCodeAt(0)] = id;
    else if (term.length === 2) pairs.set(term.charCodeAt(0) * 0x10000 + term.charCodeAt(1), id);
  }
  return (source, start, end, into) => {
    for (let i = start; i < end; i++) {
      const c = foldCode(source.charCodeAt(i));
      if (c <= 0x20 || c === 0x3000) continue;
      scanOne(into, i);
      into.tokens.push(single[c] ?? UNKNOWN);
      const next = i + 1 < end ? foldCode(source.charCodeAt(i + 1)) : 0;
      const pair = carriesSubject(c) && carriesSubject(next) ? pairs.get(c * 0x10000 + next) : undefined;
      into.terms.push(pair ?? UNKNOWN);
    }
  };
}

function scanOne(into: TokenBuffer, at: number): void {
  const { words } = into;
  if (words.count === words.starts.length) {
    const starts = new Int32Array(words.count * 2);
    const ends = new Int32Array(words.count * 2);
    starts.set(words.starts);
    ends.set(words.ends);
    words.starts = starts;
    words.ends = ends;
  }
  words.starts[words.count] = at;
  words.ends[words.count] = at + 1;
  words.count += 1;
}
