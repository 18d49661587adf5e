import { describe, expect, it } from '@jest/globals';
import { checkRun } from './check-run.ts';
import type { PoliteRun, Poll } from './polite-run.ts';

const poll = (start: number, changes: Partial<Poll> = {}): Poll => ({
  feed: `f${start}`,
  host: 'h',
  due: start,
  start,
  end: start + 500,
  stayAwayUntil: null,
  status: 200,
  isLost: false,
  ...changes,
});

const run = (polls: Poll[], changes: Partial<PoliteRun> = {}): PoliteRun => ({
  polls,
  pending: [],
  pace: { gapMs: 5_000, concurrent: 2 },
  workers: 1,
  freePlaces: [[0, 8]],
  runs: { total: 0, waits: 0, mostWaiting: 0, mostDelayed: 0 },
  start: 0,
  end: 1_000_000,
  ...changes,
});

const rules = (checked: PoliteRun): string[] => checkRun(checked).map(({ rule }) => rule);

describe('checkRun', () => {
  it('has nothing to say where all rules are kept', () => {
    expect(checkRun(run([poll(0), poll(5_000, { due: 100 }), poll(10_000, { due: 200 })]))).toEqual([]);
  });

  it('sees a gap that is too short, too many at once, and a poll before its time', () => {
    expect(rules(run([poll(0), poll(4_999)]))).toEqual(['gap']);
    const long = { end: 60_000 };
    expect(rules(run([poll(0, long), poll(5_000, long), poll(10_000)]))).toEqual(['concurrency']);
    expect(rules(run([poll(0, { due: 1 })]))).toEqual(['before-due']);
  });

  it('sees a start before the host would be asked again, from the answer on', () => {
    const refused = poll(0, { end: 6_000, stayAwayUntil: 100_000 });
    expect(rules(run([refused, poll(5_000), poll(100_000)]))).toEqual([]);
    expect(rules(run([refused, poll(99_999)]))).toEqual(['stay-away']);
  });

  it('sees a start that came late, and excuses it where no worker had a place', () => {
    expect(rules(run([poll(3_000, { due: 0 })]))).toEqual(['late']);
    expect(
      rules(
        run([poll(3_000, { due: 0 })], {
          freePlaces: [
            [0, 0],
            [2_500, 1],
          ],
        }),
      ),
    ).toEqual([]);
    expect(
      rules(
        run([poll(3_000, { due: 0 })], {
          freePlaces: [
            [0, 0],
            [1_500, 1],
          ],
        }),
      ),
    ).toEqual(['late']);
  });

  it('sees a feed that waits for ever', () => {
    expect(rules(run([poll(0)], { pending: [{ feed: 'x', host: 'h', due: 20_000 }] }))).toEqual(['late']);
  });

  it('sees a feed that many overtook which were due later', () => {
    const later = Array.from({ length: 6 }, (_, i) =>
      poll((i + 1) * 5_000, { due: (i + 1) * 5_000 - 1_000 }),
    );
    expect(rules(run([poll(0, { due: 0 }), ...later, poll(35_000, { due: 100, feed: 'x' })]))).toContain(
      'overtaken',
    );
  });

  it('counts the place of a worker that died until its lease ends', () => {
    const lost = { isLost: true, end: 100 };
    const two = [poll(0, lost), poll(5_000, { ...lost, end: 5_100 })];
    expect(rules(run([...two, poll(120_000, { due: 6_000 })]))).toEqual([]);
    expect(rules(run([...two, poll(123_000, { due: 6_000 })]))).toEqual(['late']);
  });
});
