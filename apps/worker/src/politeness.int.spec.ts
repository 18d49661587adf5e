import type { HostPace, Store } from '@framewatch/store';
import { startTestPostgres, type TestPostgres } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkRun } from './testing/politeness/check-run.ts';
import { measureRun } from './testing/politeness/measure-run.ts';
import { type Scenario, simulate } from './testing/politeness/simulate.ts';
import { type HostManner, skewedSizes } from './testing/politeness/synthetic-web.ts';

/** `npm run simulate:politeness` plays the same, larger. */
const SMALL: Scenario = {
  name: 'small',
  sizes: skewedSizes(60, 400),
  workers: 4,
  hours: 0.3,
  seed: 6,
  firstPollsOverHours: 0,
};

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

const play = async (changes: Partial<Scenario>, change?: (store: Store) => Store) =>
  simulate({ ...SMALL, ...changes }, await postgres.createDatabase(), change);

const rules = (breaches: { rule: string }[]): string[] =>
  [...new Set(breaches.map(({ rule }) => rule))].sort();

/** A store whose scheduler and gate believe in another pace. */
const withPace =
  (changes: Partial<HostPace>) =>
  (store: Store): Store => {
    const usual = { gapSeconds: 5, concurrent: 2, ...changes };
    const { feeds, hostGates } = store;
    return {
      ...store,
      feeds: {
        ...feeds,
        findDueForPolling: (now, limit) => feeds.findDueForPolling(now, limit, { usual, hosts: {} }),
      },
      hostGates: {
        ...hostGates,
        takeTurn: (host, _, reserved, now) => hostGates.takeTurn(host, usual, reserved, now),
      },
    };
  };

const without =
  (part: 'block' | 'giveBack') =>
  (store: Store): Store => ({
    ...store,
    hostGates: { ...store.hostGates, [part]: () => Promise.resolve() },
  });

describe('polls of many feeds by four workers', () => {
  it('keep every host’s rules and come as soon as its turn allows, from a cold start and when a worker dies', async () => {
    const run = await play({
      kills: [
        { worker: 1, atHours: 0.005, returnsAfterHours: 0.005 },
        { worker: 2, atHours: 0.02, returnsAfterHours: 0.01 },
      ],
    });
    expect(run.polls.filter(({ isLost }) => isLost).length).toBeGreaterThan(0);
    expect(run.polls.filter(({ stayAwayUntil }) => stayAwayUntil !== null).length).toBeGreaterThan(0);
    expect(checkRun(run)).toEqual([]);
  });

  it('keep them after an outage of an hour', async () => {
    const kills = [0, 1, 2, 3].map((worker) => ({ worker, atHours: 0.3, returnsAfterHours: 1 }));
    const run = await play({ hours: 1.6, firstPollsOverHours: 0.2, kills });
    expect(checkRun(run)).toEqual([]);
  });

  it('make a small host wait no longer because another is big', async () => {
    const delayOfSmall = async (big: number): Promise<number> => {
      const run = await play({ sizes: [big, ...Array.from({ length: 60 }, () => 1)], hours: 0.05 });
      return measureRun(run).bySize.find((row) => row.feeds === '1')?.real.most ?? Number.NaN;
    };
    expect(await delayOfSmall(600)).toBeLessThan((await delayOfSmall(2)) + 1);
  });
});

describe('the checker', () => {
  it.each<[string, HostManner, (store: Store) => Store, string]>([
    ['a shorter gap', 'usual', withPace({ gapSeconds: 4 }), 'gap'],
    ['more at once', 'slow', withPace({ concurrent: 9 }), 'concurrency'],
    ['a Retry-After that is not heeded', 'limiting', without('block'), 'stay-away'],
    ['places that are never given back', 'usual', without('giveBack'), 'late'],
  ])('notices %s', async (_, manner, change, broken) => {
    const run = await play({ sizes: [40, 40, 40], manner, hours: 0.1 }, change);
    expect(rules(checkRun(run))).toContain(broken);
  });
});
