import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { later } from '../testing/builders.ts';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';
import type { HostPace } from './host-gates.repository.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.stop());
beforeEach(() => test.database.pool.query('truncate host_gate, host_lease'));

interface Request {
  at: number;
  reservedAt: Date | null;
  isAsking: boolean;
}

/**
 * Plays `workers` requests against one host on a simulated clock, each `takes` seconds long: a request asks, waits
 * until it is told to ask again, and runs. Gives when each started and ended, in seconds.
 */
async function play(
  host: string,
  pace: HostPace,
  { workers, takes, from = 0 }: { workers: number; takes: number; from?: number },
): Promise<{ start: number; end: number }[]> {
  const runs: { start: number; end: number; token: string; isOver: boolean }[] = [];
  const waiting: Request[] = Array.from({ length: workers }, () => ({
    at: from,
    reservedAt: null,
    isAsking: true,
  }));
  while (waiting.some((request) => request.isAsking)) {
    const next = waiting.filter((r) => r.isAsking).sort((a, b) => a.at - b.at)[0] as Request;
    for (const run of runs)
      if (!run.isOver && run.end <= next.at) {
        run.isOver = true;
        await test.store.hostGates.giveBack(run.token);
      }
    const turn = await test.store.hostGates.takeTurn(host, pace, next.reservedAt, later(next.at));
    if (turn.kind === 'go') {
      next.isAsking = false;
      runs.push({ start: next.at, end: next.at + takes, token: turn.token, isOver: false });
    } else {
      if (turn.why === 'gap') next.reservedAt = turn.until;
      const until = (turn.until.getTime() - later(0).getTime()) / 1000;
      expect(until).toBeGreaterThan(next.at);
      next.at = until;
    }
  }
  return runs.sort((a, b) => a.start - b.start);
}

const gaps = (runs: { start: number }[]): number[] =>
  runs.slice(1).map((run, i) => run.start - (runs[i]?.start ?? 0));
const mostAtOnce = (runs: { start: number; end: number }[]): number =>
  Math.max(...runs.map(({ start }) => runs.filter((r) => r.start <= start && start < r.end).length));

describe('a host’s gate', () => {
  it('lets requests start no closer than the gap, and none waits longer than its place in the queue', async () => {
    const runs = await play('slow.example', { gapSeconds: 5, concurrent: 2 }, { workers: 20, takes: 1 });
    expect(runs).toHaveLength(20);
    expect(Math.min(...gaps(runs))).toBeGreaterThanOrEqual(5);
    expect(runs.at(-1)?.start).toBe(19 * 5);
  });

  it('never lets more run at once than the host may have, however short the gap', async () => {
    const runs = await play('busy.example', { gapSeconds: 0, concurrent: 3 }, { workers: 15, takes: 4 });
    expect(mostAtOnce(runs)).toBe(3);
  });

  it('keeps both rules when requests take longer than the gap', async () => {
    const runs = await play('both.example', { gapSeconds: 2, concurrent: 1 }, { workers: 12, takes: 7 });
    expect(mostAtOnce(runs)).toBe(1);
    expect(Math.min(...gaps(runs))).toBeGreaterThanOrEqual(7);
  });

  it('does not make one host wait for another', async () => {
    const pace = { gapSeconds: 60, concurrent: 1 };
    await play('one.example', pace, { workers: 5, takes: 1 });
    const turn = await test.store.hostGates.takeTurn('other.example', pace, null, later(0));
    expect(turn.kind).toBe('go');
  });

  it('holds with real concurrency: of many who ask in the same moment one goes', async () => {
    const pace = { gapSeconds: 10, concurrent: 5 };
    const turns = await Promise.all(
      Array.from({ length: 20 }, () => test.store.hostGates.takeTurn('rush.example', pace, null, later(0))),
    );
    expect(turns.filter((turn) => turn.kind === 'go')).toHaveLength(1);
    const places = turns.flatMap((turn) => (turn.kind === 'wait' ? [turn.until.getTime()] : []));
    expect(new Set(places).size).toBe(19);
  });

  it('obeys a block for everybody, and the longer one of two', async () => {
    const pace = { gapSeconds: 0, concurrent: 5 };
    const { hostGates } = test.store;
    await hostGates.block('blocked.example', later(600), 'asked to wait');
    await hostGates.block('blocked.example', later(60), 'asked to wait less');
    expect(await hostGates.takeTurn('blocked.example', pace, null, later(599))).toEqual({
      kind: 'wait',
      until: later(600),
      why: 'blocked',
    });
    expect((await hostGates.takeTurn('blocked.example', pace, null, later(601))).kind).toBe('go');
  });

  it('spreads requests whose places passed unused, as after an outage', async () => {
    const pace = { gapSeconds: 5, concurrent: 10 };
    const { hostGates } = test.store;
    const reserved: Date[] = [];
    for (let i = 0; i < 10; i += 1) {
      const turn = await hostGates.takeTurn('away.example', pace, null, later(0));
      reserved.push(turn.kind === 'wait' ? turn.until : later(0));
    }
    const back = await Promise.all(
      reserved.map((at) => hostGates.takeTurn('away.example', pace, at, later(3_600))),
    );
    expect(back.filter((turn) => turn.kind === 'go').length).toBeLessThanOrEqual(1);
    const places = back.flatMap((turn) => (turn.kind === 'wait' ? [turn.until.getTime()] : []));
    expect(new Set(places).size).toBe(places.length);
  });

  it('frees the place of a request that never came back', async () => {
    const pace = { gapSeconds: 0, concurrent: 1 };
    const { hostGates } = test.store;
    expect((await hostGates.takeTurn('lost.example', pace, null, later(0))).kind).toBe('go');
    expect((await hostGates.takeTurn('lost.example', pace, null, later(60))).kind).toBe('wait');
    expect((await hostGates.takeTurn('lost.example', pace, null, later(121))).kind).toBe('go');
  });
});
