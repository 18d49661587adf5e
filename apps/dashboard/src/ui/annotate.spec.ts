import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@framewatch/contracts';
import { annotate } from './annotate.ts';

const text = 'First line. Japan pays more.\n\nAllies doubt it, he said.';
const pays = evidence('burden', 'Japan pays more.', ['pays']);
const doubt = evidence('commitment', 'Allies doubt it, he said.', ['doubt'], 'Somebody');

describe('annotate', () => {
  it('loses no character of any paragraph', () => {
    const paragraphs = annotate(text, 'text', [pays, doubt]);
    expect(paragraphs.map(({ segments }) => segments.map((one) => one.text).join(''))).toEqual([
      'First line. Japan pays more.',
      'Allies doubt it, he said.',
    ]);
  });

  it('marks the sentence for its label, and in it the words that spoke', () => {
    const [first] = annotate(text, 'text', [pays]);
    expect(first?.segments.map(({ text: words, labels, term }) => [words, labels.length, term])).toEqual([
      ['First line. ', 0, false],
      ['Japan ', 1, false],
      ['pays', 1, true],
      [' more.', 1, false],
    ]);
  });

  it('names a sentence that speaks for two labels for both', () => {
    const both = annotate(text, 'text', [pays, { ...pays, labelId: 'economy' }]);
    expect(both[0]?.labels.map(({ labelId }) => labelId)).toEqual(['burden', 'economy']);
  });

  it('keeps whose voice it is', () => {
    const [, second] = annotate(text, 'text', [doubt]);
    expect(second?.labels[0]?.voice).toEqual({ kind: 'reported', speaker: 'Somebody' });
  });

  it('does not mark the text for what the title says, nor words that spoke against', () => {
    const inTitle: Evidence = { ...pays, sentence: { ...pays.sentence, field: 'title' } };
    expect(annotate(text, 'text', [inTitle])[0]?.labels).toEqual([]);
    const against = { ...pays, terms: pays.terms.map((term) => ({ ...term, weight: -1 })) };
    expect(annotate(text, 'text', [against])[0]?.segments.some(({ term }) => term)).toBe(false);
  });
});

function evidence(labelId: string, sentence: string, words: string[], speaker?: string): Evidence {
  const span = (part: string) => {
    const start = text.indexOf(part);
    return { field: 'text' as const, start, end: start + part.length };
  };
  return {
    kind: 'frame',
    labelId,
    sentence: span(sentence),
    weight: 1,
    terms: words.map((word) => ({ ...span(word), weight: 1 })),
    voice: speaker ? { kind: 'reported', speaker } : { kind: 'outlet' },
  };
}
