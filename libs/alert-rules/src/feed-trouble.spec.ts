import { describe, expect, it } from '@jest/globals';
import { feedTrouble } from './feed-trouble.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-05-12T12:00:00.000Z');
const ago = (days: number): Date => new Date(NOW.getTime() - days * DAY);
const well: Parameters<typeof feedTrouble>[0] = {
  paused_reason: null,
  failing_since: null,
  offline_since: null,
  error_weight: 0,
  last_error: null,
  last_check_at: ago(0),
  recent_entry_times: [6, 5, 4, 3, 2, 1].map(ago),
};
const trouble = (changes: Partial<typeof well>) => feedTrouble({ ...well, ...changes }, NOW);

describe('feedTrouble', () => {
  it('finds none in a feed that works, is paused in the file, or failed once', () => {
    expect(trouble({})).toBeNull();
    expect(
      trouble({ paused_reason: 'config', recent_entry_times: [60, 50, 40, 30, 20, 10].map(ago) }),
    ).toBeNull();
    expect(trouble({ failing_since: ago(0.1), error_weight: 0.5 })).toBeNull();
  });

  it('blames no feed for a machine that is offline', () => {
    const failing = { failing_since: ago(0.1), error_weight: 1 };
    expect(trouble(failing)?.trouble).toBe('failing');
    expect(trouble({ ...failing, offline_since: ago(0.1) })).toBeNull();
  });
  it('tells a failing one by when it began, so that one outage is one incident', () => {
    expect(trouble({ failing_since: ago(2), error_weight: 3, last_error: '503' })).toMatchObject({
      trouble: 'failing',
      since: ago(2),
      error: '503',
    });
  });
  it('tells one that is gone', () => {
    expect(trouble({ paused_reason: 'gone', last_check_at: ago(9) })).toMatchObject({
      trouble: 'gone',
      since: ago(9),
    });
  });
  it('takes a pause for silence only when it is three times the longest one, and two days at least', () => {
    const times = (days: number[]) => ({ recent_entry_times: days.map(ago) });
    expect(trouble(times([8.5, 7.5, 6.5, 5.5, 4.5, 3.5]))).toMatchObject({
      trouble: 'silent',
      since: ago(3.5),
    });
    expect(trouble(times([19, 18, 17, 14, 9, 8]))).toBeNull();
    expect(trouble(times([1.6, 1.5, 1.4, 1.3, 1.2, 1.1]))).toBeNull();
    expect(trouble(times([90, 80]))).toBeNull();
  });
});
