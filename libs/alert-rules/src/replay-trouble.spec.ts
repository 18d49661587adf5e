import { describe, expect, it } from '@jest/globals';
import { type Check, replayTrouble } from './replay-trouble.ts';

const HOUR = 3_600_000;
const at = (hour: number): Date => new Date(Date.UTC(2026, 4, 1) + hour * HOUR);
const check = (hour: number, changes: Partial<Check> = {}): Check => ({
  at: at(hour),
  isSuccess: true,
  isGone: false,
  newEntries: 0,
  failing: false,
  error: null,
  ...changes,
});
const failed = (hour: number, failing: boolean | null): Check =>
  check(hour, { isSuccess: false, failing, error: `failed at ${hour}` });
const feed = {
  paused_reason: null,
  failing_since: null,
  error_weight: 0,
  last_error: null,
  last_check_at: at(0),
  recent_entry_times: [],
  offline_since: null,
  first_polled_at: at(-1),
};
const replay = (checks: Check[], changes: object = {}, now = at(1_000)) =>
  replayTrouble(checks, { ...feed, ...changes }, now).map(({ trouble, since, at: then }) => [
    trouble,
    (since.getTime() - at(0).getTime()) / HOUR,
    (then.getTime() - at(0).getTime()) / HOUR,
  ]);

describe('replayTrouble', () => {
  it('tells one incident from the first failure to the next success, once it weighs enough', () => {
    expect(
      replay([
        failed(1, false),
        check(2),
        failed(3, false),
        failed(4, true),
        failed(5, true),
        check(6),
        failed(7, true),
      ]),
    ).toEqual([
      ['failing', 3, 4],
      ['failing', 7, 7],
    ]);
  });
  it('takes the second failure in a row where the weight was not kept', () => {
    expect(replay([failed(1, null), check(2), failed(3, null), failed(4, null), failed(5, null)])).toEqual([
      ['failing', 3, 4],
    ]);
  });
  it('tells that a feed is gone', () => {
    expect(replay([failed(1, false), check(2, { isSuccess: false, isGone: true })])).toEqual([
      ['gone', 2, 2],
    ]);
  });
  it('finds past silences by when entries came, not those of the first poll', () => {
    const entries = [0, 6, 12, 18, 24, 30, 200].map((hour) => check(hour, { newEntries: 1 }));
    expect(replay(entries)).toEqual([['silent', 30, 78]]);
    expect(replay(entries.slice(1), { first_polled_at: at(6) })).toEqual([]);
  });
  it('tells the present silence from the feed itself', () => {
    const times = [0, 6, 12, 18, 24, 30].map(at);
    expect(replay([], { recent_entry_times: times })).toEqual([['silent', 30, 78]]);
    expect(replay([], { recent_entry_times: times }, at(70))).toEqual([]);
  });
});
