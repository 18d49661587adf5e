import type { Span } from '@framewatch/contracts';
import { UNKNOWN, type Vocabulary } from '../lexicon/vocabulary.ts';
import { isFurniture } from './furniture.ts';
import { carriesSubject, foldCode } from './japanese.ts';
import { splitSentences } from './sentences.ts';
import { createSurfaceMemo } from './surface-memo.ts';
import { roomForWords, scanWords, termOf, type TokenSpans } from './words.ts';

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
  /** Tokens; the arrays may be longer. */
  readonly count: number;
  /** Tokens before this one stand in the title. */
  readonly titleTokens: number;
}

/**
 * Cuts texts into sentences and tokens. Furniture of a page (credits, bylines, link captions) is left out. The tokens
 * of a text stand in memory that the next text may take: use them before it is read.
 */
export type Analyser = (title: string, text: string) => AnalysedText;

/** An analyser for one language's writing, over a vocabulary that no longer grows. */
export function createAnalyser(vocabulary: Vocabulary, language: string): Analyser {
  return language === 'ja' ? characterAnalyser(vocabulary) : wordAnalyser(vocabulary);
}

function wordAnalyser(vocabulary: Vocabulary): Analyser {
  const memo = createSurfaceMemo((surface) => vocabulary.ids.get(termOf(surface)) ?? UNKNOWN);
  const scratch = roomForWords(USUAL_LENGTH);
  return (title, text) => {
    const length = title.length + text.length;
    const spans = length <= USUAL_LENGTH ? scratch : roomForWords(length);
    spans.count = 0;
    const { sentences, titleTokens } = cutSentences(title, text, spans, scanWords);
    const { starts, ends, low, high, count } = spans;
    // The spelling of a word is not needed once its number is known, so that the numbers may take its place.
    const tokens = low;
    for (let i = 0; i < count; i++) {
      const source = i < titleTokens ? title : text;
      tokens[i] = memo.lookup(source, starts[i]!, ends[i]!, low[i]!, high[i]!);
    }
    return { title, text, sentences, titleTokens, tokens, terms: tokens, starts, ends, count };
  };
}

/** Texts of up to so many code units are cut in memory that is used again: a large table for each would cost more. */
const USUAL_LENGTH = 20_000;

function characterAnalyser(vocabulary: Vocabulary): Analyser {
  const single = new Int32Array(0x10000).fill(UNKNOWN);
  const pairs = new Map<number, number>();
  for (const [term, id] of vocabulary.ids) {
    if (term.length === 1) single[term.charCodeAt(0)] = id;
    else if (term.length === 2) pairs.set(term.charCodeAt(0) * 0x10000 + term.charCodeAt(1), id);
  }
  return (title, text) => {
    const most = title.length + text.length;
    const spans = {
      starts: new Int32Array(most),
      ends: new Int32Array(most),
      low: new Int32Array(0),
      high: new Int32Array(0),
      count: 0,
    };
    const cut = cutSentences(title, text, spans, scanCharacters);
    const tokens = new Int32Array(spans.count);
    const terms = new Int32Array(spans.count).fill(UNKNOWN);
    for (let i = 0; i < spans.count; i++) {
      const source = i < cut.titleTokens ? title : text;
      const at = spans.starts[i]!;
      const c = foldCode(source.charCodeAt(at));
      tokens[i] = single[c]!;
      if (!carriesSubject(c) || at + 1 >= source.length) continue;
      const next = foldCode(source.charCodeAt(at + 1));
      if (carriesSubject(next)) terms[i] = pairs.get(c * 0x10000 + next) ?? UNKNOWN;
    }
    return { title, text, ...cut, tokens, terms, starts: spans.starts, ends: spans.ends, count: spans.count };
  };
}

/** Every visible character of text[from, to) is a token. */
function scanCharacters(text: string, from: number, to: number, into: TokenSpans): void {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c <= 0x20 || c === 0x3000) continue;
    into.starts[into.count] = i;
    into.ends[into.count] = i + 1;
    into.count += 1;
  }
}

type Scan = (text: string, from: number, to: number, into: TokenSpans) => void;

function cutSentences(title: string, text: string, spans: TokenSpans, scan: Scan) {
  const sentences: Sentence[] = [];
  for (const { start, end } of splitSentences(title)) {
    const tokenFrom = spans.count;
    scan(title, start, end, spans);
    sentences.push({ span: { field: 'title', start, end }, paragraph: -1, tokenFrom, tokenTo: spans.count });
  }
  const titleTokens = spans.count;
  for (const { start, end, paragraph } of splitSentences(text)) {
    if (isFurniture(text, start, end)) continue;
    const tokenFrom = spans.count;
    scan(text, start, end, spans);
    sentences.push({ span: { field: 'text', start, end }, paragraph, tokenFrom, tokenTo: spans.count });
  }
  return { sentences, titleTokens };
}
