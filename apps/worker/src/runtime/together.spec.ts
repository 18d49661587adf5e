import { describe, expect, it } from '@jest/globals';
import { together } from './together.ts';

describe('together', () => {
  it('asks once for what is asked in one turn, and gives each its own answer', async () => {
    const asked: (readonly number[])[] = [];
    const double = together((questions: readonly number[]) => {
      asked.push(questions);
      return Promise.resolve(questions.map((n) => n * 2));
    });
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(asked).toEqual([[1, 2, 3], [4]]);
  });
  it('fails all who asked together, and none who asks later', async () => {
    let fails = true;
    const ask = together((questions: readonly string[]) =>
      fails ? Promise.reject(new Error('away')) : Promise.resolve(questions),
    );
    const both = await Promise.allSettled([ask('a'), ask('b')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await ask('c')).toBe('c');
  });
});
