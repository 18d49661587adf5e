import { describe, expect, it } from '@jest/globals';
import { type Case, kindFigures, relevanceFigures, targetFigures } from './figures.ts';

const cases = (marks: string): Case[] =>
  [...marks].map((mark, place) => ({
    place,
    score: mark === 'T' || mark === 'F' ? 0.9 : mark === '?' ? 0.5 : 0.1,
    decided: mark === 'T' || mark === 'F',
    unclear: mark === '?',
    actual: mark === 'T' || mark === 'M' || mark === '?',
  }));

describe('targetFigures', () => {
  it('counts right ones (T), wrong ones (F), missed (M) and unclear ones, which are missed too', () => {
    const figures = targetFigures(cases('TTTF?M....'));
    expect(figures).toMatchObject({
      n: 10,
      positives: 5,
      unclear: 1,
      counts: { tp: 3, fp: 1, fn: 2, tn: 4 },
    });
    expect(figures?.precision?.value).toBe(0.75);
    expect(figures?.recall?.value).toBe(0.6);
    expect(figures?.f1?.value).toBeCloseTo(2 / 3, 12);
  });

  it('has no figures where nothing was labelled', () => {
    expect(targetFigures([])).toBeNull();
    expect(relevanceFigures([])).toBeNull();
  });
});

describe('kindFigures', () => {
  it('means over the labels that some text carries, and pools decisions for the micro mean', () => {
    const figures = kindFigures([cases('TTTT......'), cases('MMMM..F...'), cases('..........')]);
    expect(figures).toMatchObject({ n: 10, labels: 2 });
    expect(figures?.macroF1?.value).toBe(0.5);
    expect(figures?.microF1?.value).toBeCloseTo(8 / 13, 12);
  });
});
