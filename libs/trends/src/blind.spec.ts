import { describe, expect, it } from '@jest/globals';
import { isBlind } from './blind.ts';

describe('isBlind', () => {
  const at = (hour: number) => new Date(hour * 3_600_000);
  const window = { start: at(0), end: at(24) };
  const watched = Array.from({ length: 10 }, (_, i) => ({ feedId: String(i), from: at(-100), to: null }));
  const gap = (feedId: string, from = -50, to: number | null = null) => ({
    feedId,
    from: at(from),
    to: to === null ? null : at(to),
  });

  it('is not blinded by one broken feed of ten', () => {
    expect(isBlind(window, watched, [gap('1'), gap('1', 2, 3)])).toBe(false);
  });
  it('is blinded where many are missing', () => {
    expect(isBlind(window, watched, [gap('1'), gap('2'), gap('3', 1, 2)])).toBe(true);
  });
  it('asks about the window alone', () => {
    expect(isBlind(window, watched, [gap('1', -9, -1), gap('2', 24, 30), gap('3', -9, 0)])).toBe(false);
    expect(isBlind(window, [], [gap('1')])).toBe(false);
  });
});
