import { readEnvironment } from '@framewatch/config';
import { alertsFileSchema, settingsSchema } from '@framewatch/contracts';
import { createOutbound, type Outbound, type Resolve } from '@framewatch/outbound';
import type { FeedRow } from '@framewatch/store';
import { createPress, type FakeClock, fakeClock, type Press, startTestPostgres } from '@framewatch/testing';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { migrate, openDatabase } from '@framewatch/store';
import type { Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { createStageContext } from '../../runtime/worker-runtime.ts';
import { pollFeed } from '../../stages/poll-feed/poll-feed.stage.ts';
import { AUTHORITY } from './certificates.ts';
import { type FaultFront, startFront } from './fault-front.ts';

/** Requests end sooner than in the product, so that nobody has to wait half a minute for a server that hangs. */
const LONGEST_REQUEST_MS = 4_000;
const OUTLET = 'potomac-ledger';

/** One line of `feed_check` and what is known around it. */
export interface Polled {
  check: {
    outcome: string;
    http_status: number | null;
    entries: number;
    new_entries: number;
    bytes: number;
    duration_ms: number;
    error: string | null;
    at: Date;
    next_check_at: Date | null;
    next_check_reason: string;
  };
  outcome: Outcome;
}

export interface Opened {
  press: Press;
  front: FaultFront;
  feedId: string;
}

/** The real stage on a real database, the local press behind fronts that misbehave, and a clock that tests move. */
export interface FaultBench {
  pool: pg.Pool;
  clock: FakeClock;
  context: StageContext;
  /** Starts a press of its own with a front before it, sets the clock back to the start and takes the feed in. */
  open(secure?: boolean): Promise<Opened>;
  /** Takes a feed in; beside those that are there, or in their place. */
  add(url: string, others?: 'kept'): Promise<string>;
  /** Another front of the same press, on a host of its own, its feed beside the others. */
  addFront(press: Press): Promise<Opened>;
  resolveWith(resolve: Resolve | null): void;
  /** Moves the clock to the feed's next check, or asks for one where it is paused, and polls. */
  poll(feedId: string): Promise<Polled>;
  feed(feedId: string): Promise<FeedRow>;
  articles(feedId: string): Promise<{ url: string; title: string }[]>;
  gaps(feedId: string): Promise<{ open: boolean; healed: boolean; reason: string; from_at: Date }[]>;
  /** Connections that reached an address which is refused. */
  trapped(): number;
  trap: string;
  close(): Promise<void>;
}

const toPress: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];

export async function openBench(): Promise<FaultBench> {
  const postgres = await startTestPostgres();
  const database = openDatabase(postgres.url, { max: 2 });
  await migrate(database);
  await database.close();
  const pool = new pg.Pool({ connectionString: postgres.url, max: 3 });
  pool.on('error', () => {});
  const start = new Date();
  const clock = fakeClock(start);
  const trap = await startTrap();
  const open: { close(): Promise<void> }[] = [];
  const ways: Outbound[] = [];
  let resolve: Resolve = toPress;
  const allowed: string[] = [];
  const { context, close } = createStageContext(readEnvironment({}), postgres.url, () => {});
  const settings = settingsSchema.parse({});
  const makeOutbound = (): Outbound => {
    const outbound = createOutbound({
      allow: allowed,
      userAgent: 'Framewatch/test (fault test)',
      certificateAuthorities: [AUTHORITY],
      resolve: (name) => resolve(name),
    });
    ways.push(outbound);
    return {
      request: (request) =>
        outbound.request({ ...request, timeoutMs: Math.min(request.timeoutMs, LONGEST_REQUEST_MS) }),
      close: () => outbound.close(),
    };
  };
  let outbound = makeOutbound();
  Object.assign(context, {
    now: () => clock.now(),
    random: () => 0.5,
    config: {
      settings: () => Promise.resolve(settings),
      alerts: () => Promise.resolve(alertsFileSchema.parse({ channels: [], rules: [] })),
    },
    outbound: () => Promise.resolve(outbound),
  } satisfies Partial<StageContext>);
  const startBefore = async (press: Press, secure: boolean): Promise<{ front: FaultFront }> => {
    const front = await startFront({
      pressUrl: press.url,
      feedPath: new URL(press.feeds()[0]?.url ?? '').pathname.slice(1),
      trap: () => trap.url,
      clock,
      secure,
    });
    open.push(front);
    allowed.push(`127.0.0.1:${front.port}`);
    outbound = makeOutbound();
    return { front };
  };
  const bench: FaultBench = {
    pool,
    clock,
    context,
    trap: trap.url,
    trapped: trap.connections,
    async open(secure = false) {
      clock.set(start);
      const press = await createPress({
        seed: 'faults',
        clock,
        historyDays: 20,
        articlesPerDay: 10,
        ongoing: false,
        outlets: [OUTLET],
      });
      open.push(press);
      const { front } = await startBefore(press, secure);
      return { press, front, feedId: await bench.add(front.feedUrl) };
    },
    async addFront(press) {
      const { front } = await startBefore(press, false);
      return { press, front, feedId: await bench.add(front.feedUrl, 'kept') };
    },
    async add(url, others) {
      const { rows } = others
        ? await pool.query<{ url: string }>('select url from feed where in_config')
        : { rows: [] };
      const entries = [...rows.map((row) => row.url), url].map((one, line) => ({
        url: one,
        outlet: `Ledger ${new URL(one).port}`,
        country: 'US',
        language: 'en',
        group: 'newspaper' as const,
        paused: false,
        line,
      }));
      await context.store.feeds.syncFromConfig(entries as never, clock.now());
      const found = await pool.query<{ id: string }>('select id from feed where url = $1', [url]);
      return found.rows[0]?.id ?? '';
    },
    resolveWith(next) {
      resolve = next ?? toPress;
    },
    async poll(feedId) {
      const row = await bench.feed(feedId);
      if (row.paused_reason !== null || row.next_check_at === null)
        await context.store.feeds.requestCheck(feedId, clock.now());
      else if (row.next_check_at > clock.now()) clock.set(row.next_check_at);
      let outcome = await pollFeed(context, { feedId });
      for (let turns = 0; outcome.kind === 'retry' && turns < 20; turns++) {
        clock.set(new Date(outcome.at.getTime() + 1));
        outcome = await pollFeed(context, { feedId });
      }
      const { rows } = await pool.query<Polled['check']>(
        'select * from feed_check where feed_id = $1 order by id desc limit 1',
        [feedId],
      );
      if (!rows[0]) throw new Error('The poll left no check.');
      return { check: rows[0], outcome };
    },
    async feed(feedId) {
      const row = await context.store.feeds.findById(feedId);
      if (!row) throw new Error(`There is no feed ${feedId}.`);
      return row;
    },
    async articles(feedId) {
      const { rows } = await pool.query<{ url: string; title: string }>(
        'select distinct a.id, a.url, a.title from article a join sighting s on s.article_id = a.id where s.feed_id = $1',
        [feedId],
      );
      return rows;
    },
    async gaps(feedId) {
      const { rows } = await pool.query(
        'select to_at is null as open, healed, reason, from_at from coverage_gap where feed_id = $1 order by id',
        [feedId],
      );
      return rows;
    },
    async close() {
      await Promise.all(open.map((one) => one.close()));
      await Promise.all(ways.map((way) => way.close()));
      await close();
      await pool.end();
      await trap.close();
      await postgres.stop();
    },
  };
  return bench;
}

/** A server at an address that is not allowed: whoever comes was not kept away. */
async function startTrap(): Promise<{ url: string; connections(): number; close(): Promise<void> }> {
  let count = 0;
  const server = createServer((_request, response) => response.end('<rss/>'));
  server.on('connection', () => {
    count += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`,
    connections: () => count,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
