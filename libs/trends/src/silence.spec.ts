import { describe, expect, it } from '@jest/globals';
import { findSilence } from './silence.ts';

const now = new Date('2026-05-12T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const hourly = (newest: number) => [2, 0, 5, 1, 4, 3].map((hour) => ago(newest + hour));

describe('findSilence', () => {
  it('needs two days, whatever the rhythm: weekends are quiet', () => {
    expect(findSilence(hourly(48), now)).toBeNull();
    expect(findSilence(hourly(49), now)).toEqual({ since: ago(49), usualMs: 3_600_000 });
  });
  it('needs three times the longest of the recent pauses', () => {
    const weekly = (newest: number) => [5, 4, 3, 2, 1, 0].map((week) => ago(newest + week * 168));
    expect(findSilence(weekly(3 * 168), now)).toBeNull();
    expect(findSilence(weekly(3 * 168 + 1), now)?.since).toEqual(ago(3 * 168 + 1));
  });
  it('says nothing of a feed with fewer than six entries', () => {
    expect(findSilence(hourly(900).slice(1), now)).toBeNull();
  });
});
