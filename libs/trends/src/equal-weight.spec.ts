import { wilson } from '@framewatch/measures';
import { describe, expect, it } from '@jest/globals';
import { equalWeight } from './equal-weight.ts';

describe('equalWeight', () => {
  it('lets a small outlet count as much as a large one, and leaves out those that say too little', () => {
    const found = equalWeight([
      { outlet: 'large', hits: 10, n: 1_000 },
      { outlet: 'small', hits: 5, n: 10 },
      { outlet: 'tiny', hits: 4, n: 4 },
    ]);
    expect(found?.share).toBeCloseTo((0.01 + 0.5) / 2, 12);
    expect(found?.outlets).toEqual(['large', 'small']);
  });

  it('is Wilson’s interval for one outlet, and null for none', () => {
    expect(equalWeight([{ outlet: 'a', hits: 3, n: 10 }])).toMatchObject(wilson(3, 10) ?? {});
    expect(equalWeight([{ outlet: 'a', hits: 3, n: 4 }])).toBeNull();
  });
});
