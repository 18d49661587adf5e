import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { documentFaults } from '../../testing/faults/document-faults.ts';
import { entryFaults } from '../../testing/faults/entry-faults.ts';
import { type FaultBench, openBench, type Polled } from '../../testing/faults/fault-bench.ts';
import type { FaultCase } from '../../testing/faults/fault-case.ts';
import { httpFaults } from '../../testing/faults/http-faults.ts';
import { transportFaults } from '../../testing/faults/transport-faults.ts';
import { tellRow } from '../../testing/faults/tell.ts';

let bench: FaultBench;
beforeAll(async () => {
  bench = await openBench();
}, 120_000);
afterAll(() => bench.close());
afterEach(() => bench.resolveWith(null));

const minutes = ({ check }: Polled) =>
  check.next_check_at === null ? null : (check.next_check_at.getTime() - check.at.getTime()) / 60_000;

/** Well, then at fault for as long as it takes to open a gap, then well again: what was published meanwhile is there once. */
async function undergo(fault: FaultCase): Promise<void> {
  const { expect: wanted } = fault;
  const { press, front, feedId } = await bench.open(fault.secure);
  await bench.poll(feedId);
  const steady = await bench.poll(feedId);
  const before = await bench.articles(feedId);
  expect(before).toHaveLength(30);
  const published = [press.publish({ relevant: false })];

  if (fault.answer) front.misbehave(fault.answer);
  await fault.strike?.(front);
  if (fault.resolve) front.cut();
  bench.resolveWith(fault.resolve ?? null);
  if (fault.kind === '304 that nobody asked for') await forgetValidators(feedId);
  const first = await bench.poll(feedId);
  const stored = (await bench.articles(feedId)).length - before.length;
  expectCheck(first, fault, minutes(steady) ?? 0);
  const fails = wanted.outcome === 'failed' || wanted.outcome === 'rate-limited';
  for (let more = wanted.weight ?? 1; fails && more < 1; more += wanted.weight ?? 1) await bench.poll(feedId);
  const gapsDuring = await bench.gaps(feedId);
  const during = await bench.feed(feedId);

  published.push(press.publish({ relevant: false }));
  front.misbehave(null);
  if (fault.strike) await mend(front, fault);
  bench.resolveWith(null);
  const last = await bench.poll(feedId);
  const after = await bench.articles(feedId);
  const gapsAfter = await bench.gaps(feedId);
  tellRow({ fault, first, stored, during, gapsDuring, last, gapsAfter });

  expect(last.check.outcome).toBe('fetched');
  expect(stored).toBe((wanted.stored ?? 0) + (wanted.foreign ?? 0));
  const addresses = after.map(({ url }) => new URL(url).pathname);
  for (const { url } of published)
    expect(addresses.filter((path) => path === new URL(url).pathname)).toHaveLength(1);
  expect(new Set(addresses).size).toBe(after.length);
  expect(after).toHaveLength(before.length + published.length + (wanted.foreign ?? 0));
  expectFeed(during, fault, front.feedUrl);
  const gap = wanted.gap ?? (fails || wanted.outcome === 'gone');
  expect(gapsDuring.map(({ open }) => open)).toEqual(gap ? [true] : []);
  expect(gapsAfter.map(({ open, healed }) => ({ open, healed }))).toEqual(
    gap ? [{ open: false, healed: true }] : [],
  );
  expect(await bench.feed(feedId)).toMatchObject({
    failing_since: null,
    error_weight: 0,
    paused_reason: null,
    truncated: false,
  });
  expect(bench.trapped()).toBe(0);
}

function expectCheck(polled: Polled, { expect: wanted }: FaultCase, steadyMinutes: number): void {
  const { check } = polled;
  expect(check).toMatchObject({ outcome: wanted.outcome, http_status: wanted.status ?? null });
  if (wanted.error) expect(check.error).toMatch(wanted.error);
  else expect(check.error).toBeNull();
  if (wanted.why) expect(check.next_check_reason).toMatch(wanted.why);
  if (wanted.paused) {
    expect(check.next_check_at).toBeNull();
    return;
  }
  expect(check.next_check_reason).toMatch(/next check in (less than a minute|\d+ \w+)/);
  const next = minutes(polled) ?? 0;
  if (wanted.nextMinutes) {
    expect(next).toBeGreaterThanOrEqual(wanted.nextMinutes[0]);
    expect(next).toBeLessThanOrEqual(wanted.nextMinutes[1]);
  } else if (wanted.weight !== undefined) {
    // Linear back-off: an hour for each full failure upon the usual interval, spread by half a tenth here.
    const usual = steadyMinutes + wanted.weight * 60 * 1.05;
    expect(next).toBeGreaterThan(usual - 15);
    expect(next).toBeLessThan(usual + 15);
    expect(next).toBeLessThanOrEqual(24 * 60 * 1.1);
  } else expect(next).toBeLessThanOrEqual(24 * 60 * 1.1);
}

function expectFeed(row: object, { expect: wanted }: FaultCase, feedUrl: string): void {
  const { current_url: where, ...rest } = wanted.feed ?? {};
  expect(row).toMatchObject({ ...rest, paused_reason: wanted.paused ? 'gone' : null });
  const moved = new URL(`/moved${new URL(feedUrl).pathname}`, feedUrl).href;
  if (where !== undefined) expect(row).toMatchObject({ current_url: where === 'moved' ? moved : feedUrl });
}

async function mend(
  front: Awaited<ReturnType<FaultBench['open']>>['front'],
  fault: FaultCase,
): Promise<void> {
  if (fault.secure) front.show('good');
  else if (fault.kind === 'connection refused') await front.listen();
}

const forgetValidators = (feedId: string) =>
  bench.pool.query('update feed set etag = null, last_modified = null where id = $1', [feedId]);

describe.each([
  ['transport', transportFaults],
  ['HTTP', httpFaults],
  ['documents', documentFaults],
  ['entries', entryFaults],
])('%s', (_group, faults) => {
  for (const fault of faults) it(fault.kind, () => undergo(fault), 60_000);
});
