import { describe, expect, it } from '@jest/globals';
import { smallBeat } from '../fixtures/small-beat.ts';
import { emptyBackground } from '../lexicon/background.ts';
import { compileBeat } from './compile-seeds.ts';
import { readSignals, type Signals } from './sentence-signals.ts';

const beat = compileBeat(smallBeat, 'en', emptyBackground)!;
const read = (text: string) => readSignals(beat, beat.analyse('', text));
const labelNumber = (id: string) => beat.labels.findIndex((label) => label.id === id);
const cuesOf = (signals: Signals, id: string) =>
  Array.from({ length: signals.count }, (_, i) => signals.cues[i * beat.labels.length + labelNumber(id)]!);

describe('readSignals', () => {
  it('lets a single word wear off from sentence to sentence, but not a phrase', () => {
    const [first, second] = cuesOf(read('They deter one. They deter two.'), 'shield');
    expect(second).toBeLessThan(first!);
    const [one, two] = cuesOf(read('He will foot the bill. She will foot the bill.'), 'who_pays');
    expect(two).toBe(one);
  });

  it('counts a phrase once per sentence, and none within a longer one of the same label', () => {
    const [once] = cuesOf(read('He will foot the bill.'), 'who_pays');
    const [twice] = cuesOf(read('He will foot the bill and foot the bill.'), 'who_pays');
    expect(twice).toBe(once);
  });

  it('counts mentions per concept group and other countries by sentence', () => {
    const signals = read('Japan and Tokyo met. Washington and Seoul met in Korea. Seoul agreed.');
    expect([...signals.groups]).toEqual([2, 0, 0, 0, 1, 0, 0, 0, 0]);
    expect(signals.rivals.map(({ sentence }) => sentence)).toEqual([1, 2]);
  });
});
