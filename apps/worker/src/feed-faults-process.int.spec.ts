import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock, waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentFaults } from './testing/faults/document-faults.ts';
import { entryFaults } from './testing/faults/entry-faults.ts';
import { type FaultFront, startFront } from './testing/faults/fault-front.ts';
import { httpFaults } from './testing/faults/http-faults.ts';
import { tell } from './testing/faults/tell.ts';
import { transportFaults } from './testing/faults/transport-faults.ts';
import { type Newsroom, openNewsroom } from './testing/newsroom.ts';
import { startWorkerProcess, type WorkerProcess } from './testing/worker-process.ts';

/** Faults that a server commits by itself; two of them hold a request until its time is up. */
const FAULTS = [...transportFaults, ...httpFaults, ...documentFaults, ...entryFaults].filter(
  ({ strike, resolve, secure }) => !strike && !resolve && !secure,
);

let news: Newsroom;
let running: WorkerProcess;
const fronts: FaultFront[] = [];
const trapped: string[] = [];
const trap = createServer((request, response) => {
  trapped.push(request.url ?? '');
  response.end();
});

beforeAll(async () => {
  news = await openNewsroom({ outlets: ['potomac-ledger'], historyDays: 10 });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const trapUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/feed`;
  const feedPath = new URL(news.press.feeds()[0]?.url ?? '').pathname.slice(1);
  for (const _ of FAULTS)
    fronts.push(
      await startFront({
        pressUrl: news.press.url,
        feedPath,
        trap: () => trapUrl,
        clock: systemClock,
        name: '127.0.0.1',
      }),
    );
  const hosts = fronts.map(({ host }) => host);
  await news.acceptSettings({
    allowAddresses: hosts,
    politeness: { hosts: Object.fromEntries(hosts.map((host) => [host, { gapSeconds: 0, concurrent: 8 }])) },
  });
}, 120_000);
afterAll(async () => {
  await running?.stop();
  await Promise.all(fronts.map((front) => front.close()));
  await new Promise((resolve) => trap.close(resolve));
  await news.stop();
});

async function feedIds(): Promise<Map<string, string>> {
  const { rows } = await news.pool.query<{ id: string; url: string }>('select id, url from feed');
  return new Map(rows.map(({ id, url }) => [url, id]));
}

/** The processes of PostgreSQL that serve somebody. */
async function backends(): Promise<number[]> {
  const { rows } = await news.pool.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'",
  );
  return rows.map(({ pid }) => pid);
}

/**
 * Asks for these feeds until none is left over. They are asked for again where their next check lies ahead: a poll that
 * was under way when the check was asked for may be written down after it.
 */
async function askUntil(what: string, leftOver: () => Promise<string[]>): Promise<void> {
  await waitFor(
    what,
    async () => {
      // Faults end an outage's wait too: nobody may be blocked by the hosts' own Retry-After here.
      await news.pool.query('update host_gate set blocked_until = null');
      const { rows } = await news.pool.query<{ id: string; waits: boolean }>(
        'select id, next_check_at is null or next_check_at > now() as waits from feed where id = any($1)',
        [await leftOver()],
      );
      for (const { id, waits } of rows) if (waits) await news.store.feeds.requestCheck(id, new Date());
      return rows.length === 0;
    },
    {
      withinMs: 200_000,
      describe: async () =>
        (
          await news.pool.query('select url, last_outcome, next_check_reason from feed where id = any($1)', [
            await leftOver(),
          ])
        ).rows,
    },
  );
}

async function pollAll(): Promise<void> {
  const asked = new Date();
  for (const id of (await feedIds()).values()) await news.store.feeds.requestCheck(id, asked);
  await askUntil('every feed to be polled', async () => {
    const { rows } = await news.pool.query<{ id: string }>(
      'select id from feed where last_check_at is null or last_check_at < $1',
      [asked],
    );
    return rows.map(({ id }) => id);
  });
}

/** The feeds of which no check since then ended as their fault should end. */
async function faultsNotMet(since: Date): Promise<string[]> {
  const ids = await feedIds();
  const { rows } = await news.pool.query<{ feed_id: string; outcome: string; http_status: number | null }>(
    'select feed_id, outcome, http_status from feed_check where at >= $1',
    [since],
  );
  return FAULTS.flatMap(({ kind, expect: wanted }, i) => {
    const id = ids.get(fronts[i]?.feedUrl ?? '') ?? '';
    const checks = rows.filter(({ feed_id }) => feed_id === id);
    // Whether it is asked with conditions, which makes this 304 a true one, depends on the round before.
    const isMet =
      kind === '304 that nobody asked for'
        ? checks.length > 0
        : checks.some((c) => c.outcome === wanted.outcome && c.http_status === (wanted.status ?? null));
    return isMet ? [] : [id];
  });
}

/** The feeds of which no article at this path is stored. */
async function feedsWithout(path: string): Promise<string[]> {
  const ids = await feedIds();
  const { rows } = await news.pool.query<{ url: string }>('select url from article where url like $1', [
    `%${path}`,
  ]);
  const stored = new Set(rows.map(({ url }) => url));
  return fronts
    .filter(({ origin }) => !stored.has(origin + path))
    .map(({ feedUrl }) => ids.get(feedUrl) ?? '');
}

describe('a worker as a process of its own', () => {
  it(`lives through ${FAULTS.length} kinds of fault at once, a killed process and lost connections, and loses nothing`, async () => {
    await news.store.feeds.syncFromConfig(
      fronts.map(({ feedUrl }, line) => ({
        url: feedUrl,
        outlet: 'Ledger',
        country: 'US',
        language: 'en',
        group: 'newspaper' as const,
        paused: false,
        line,
      })) as never,
      new Date(),
    );
    running = await startWorkerProcess({ ...news.variables, FRAMEWATCH_STAGES: 'poll-feed,schedule-polls' });
    await pollAll();
    const published = news.press.publish({});
    const began = new Date();
    for (const [i, front] of fronts.entries()) front.misbehave(FAULTS[i]?.answer ?? null);

    await askUntil('each fault to end as in its own case', () => faultsNotMet(began));
    expect(running.alive()).toBe(true);
    const ids = await feedIds();

    // In the middle of the next round the process is killed, and then every connection to PostgreSQL.
    for (const id of ids.values()) await news.store.feeds.requestCheck(id, new Date());
    await waitFor('requests to be under way', async () => {
      const { rows } = await news.pool.query('select 1 from host_lease');
      return rows.length > 0;
    });
    await running.kill();
    const own = await backends();
    running = await startWorkerProcess({ ...news.variables, FRAMEWATCH_STAGES: 'poll-feed,schedule-polls' });
    const others = (await backends()).filter((pid) => !own.includes(pid));
    expect(others.length).toBeGreaterThan(0);
    await news.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [others]);

    for (const front of fronts) front.misbehave(null);
    await news.pool.query('delete from host_lease');
    const path = new URL(published.url).pathname;
    await pollAll();
    await askUntil('every article to be stored', () => feedsWithout(path));
    expect(running.alive()).toBe(true);
    const { rows } = await news.pool.query<{ url: string; n: string }>(
      'select url, count(*) as n from article where url like $1 group by url',
      [`%${path}`],
    );
    expect(rows.map(({ url, n }) => [url, Number(n)]).sort()).toEqual(
      fronts.map(({ origin }) => [origin + path, 1]).sort(),
    );
    expect(trapped).toEqual([]);
    tell(
      'all at once, a kill -9 and lost connections',
      `${FAULTS.length} of these faults to one worker process in one round; then kill -9 in the middle of a round, and every PostgreSQL connection ended`,
      'the worker lives, each check ends as in its own row; after all is well again every article is there once; no request to a refused address',
    );
  }, 500_000);
});
