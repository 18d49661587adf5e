import { settingsSchema } from '@framewatch/contracts';
import { createStore, type Database, migrate, openDatabase, type Store } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import { createMoments } from './moments.ts';
import type { PoliteRun, Poll } from './polite-run.ts';
import { seeded } from './seeded.ts';
import { startSimulatedWorkers } from './simulated-workers.ts';
import {
  type Asked,
  createSyntheticWeb,
  type HostManner,
  inventHosts,
  type SyntheticHost,
} from './synthetic-web.ts';

const START = Date.parse('2026-05-12T00:00:00.000Z');
const HOUR = 3_600_000;

/** What is played. */
export interface Scenario {
  name: string;
  /** Feeds of each host. */
  sizes: readonly number[];
  /** All hosts answer in this manner; without it they differ. */
  manner?: HostManner;
  workers: number;
  hours: number;
  seed: number;
  /** Feeds are due at once, or spread over the first so many hours. */
  firstPollsOverHours: number;
  /** Workers that die: which, when, and after how long another takes its place. */
  kills?: { worker: number; atHours: number; returnsAfterHours: number }[];
  /** Settings that differ from the product's defaults. */
  settings?: Record<string, unknown>;
}

/**
 * Plays a scenario with the product's own stages on an empty PostgreSQL database and a simulated clock, and gives what the
 * hosts saw. Everything about hosts and feeds is invented; `change` may spoil the store, to see whether that is noticed.
 */
export async function simulate(
  scenario: Scenario,
  databaseUrl: string,
  change: (store: Store) => Store = (s) => s,
): Promise<PoliteRun> {
  const database = openDatabase(databaseUrl, { max: 20 });
  try {
    await migrate(database);
    const store = change(createStore(database));
    const hosts = inventHosts(scenario);
    const firstDue = await storeFeeds(database, hosts, scenario);
    const moments = createMoments(START);
    const web = createSyntheticWeb(hosts, moments);
    const random = seeded(scenario.seed + 1);
    const settings = settingsSchema.parse(scenario.settings ?? {});
    const workers = startSimulatedWorkers({
      moments,
      workers: scenario.workers,
      openWayOut: () => web.open(),
      context: (wayOut) =>
        ({
          store,
          config: { settings: () => Promise.resolve(settings) },
          outbound: () => Promise.resolve(wayOut),
          userAgent: () => Promise.resolve('simulation'),
          now: () => new Date(moments.now()),
          random,
          log: () => {},
        }) as unknown as StageContext,
    });
    for (const { worker, atHours, returnsAfterHours } of scenario.kills ?? [])
      moments.at(START + atHours * HOUR, () => workers.kill(worker, returnsAfterHours * HOUR));
    const end = START + scenario.hours * HOUR;
    await moments.run(end);
    return {
      ...(await pollsOf(database, web.asked, firstDue)),
      pace: { gapMs: settings.politeness.gapSeconds * 1000, concurrent: settings.politeness.concurrent },
      workers: scenario.workers,
      freePlaces: workers.freePlaces,
      runs: workers.runs,
      start: START,
      end,
    };
  } finally {
    await database.close();
  }
}

/** Puts the feeds into the table; gives when each is due first, by address. */
async function storeFeeds(
  { pool }: Database,
  hosts: SyntheticHost[],
  scenario: Scenario,
): Promise<Map<string, number>> {
  const random = seeded(scenario.seed + 2);
  const urls = hosts.flatMap(({ feeds }) => feeds.map(({ url }) => url));
  const due = new Map(
    urls.map((url) => [url, Math.floor(START + random() * scenario.firstPollsOverHours * HOUR)]),
  );
  await pool.query(
    `with invented as (insert into outlet (name, country, outlet_group, language) values ('Invented', 'JP', 'newspaper', 'en') returning id)
     insert into feed (url, current_url, outlet_id, language, next_check_at, added_at)
     select f.url, f.url, invented.id, 'en', f.due, $3 from invented, unnest($1::text[], $2::timestamptz[]) f(url, due)`,
    [urls, urls.map((url) => new Date(due.get(url) ?? START)), new Date(START)],
  );
  await pool.query('analyze feed');
  return due;
}

/** Joins what the hosts saw with what the product had planned: each poll and when it was due. */
async function pollsOf(
  { pool }: Database,
  asked: Asked[],
  firstDue: Map<string, number>,
): Promise<Pick<PoliteRun, 'polls' | 'pending'>> {
  const { rows } = await pool.query<{ url: string; planned: Date[] }>(
    `select f.url, array_agg(c.next_check_at order by c.id) as planned
     from feed_check c join feed f on f.id = c.feed_id group by f.url`,
  );
  const planned = new Map(rows.map(({ url, planned: times }) => [url, times.map((time) => time?.getTime())]));
  const due = new Map(firstDue);
  const done = new Map<string, number>();
  const polls: Poll[] = [];
  for (const { url, ...request } of [...asked].sort((a, b) => a.start - b.start)) {
    polls.push({ feed: url, due: due.get(url) ?? Number.NaN, ...request });
    if (request.isLost) continue;
    const nth = done.get(url) ?? 0;
    done.set(url, nth + 1);
    const next = planned.get(url)?.[nth];
    if (next === undefined) due.delete(url);
    else due.set(url, next);
  }
  const pending = [...due].map(([feed, at]) => ({ feed, host: new URL(feed).host, due: at }));
  return { polls, pending };
}
