import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApi, startApi } from '@framewatch/api';
import { readEnvironment } from '@framewatch/config';
import type { FeedHealth, FeedList, PushState } from '@framewatch/contracts';
import { type JobQueues, openQueues, useQueueBackend } from '@framewatch/jobs';
import { createStore, openDatabase, type Store, type SubscriptionRow } from '@framewatch/store';
import {
  createPress,
  type Hub,
  type Press,
  startHub,
  startTestPostgres,
  systemClock,
  waitFor,
} from '@framewatch/testing';
import { type RunningWorker, startWorker } from '@framewatch/worker';
import type pg from 'pg';
import { migrateAll } from '../migrate-all.ts';

/** One outlet whose feed names a hub, the hub, and the product between them: API, worker and database, all real. */
export interface PushHouse {
  press: Press;
  hub: Hub;
  /** The feed's address, which is the topic. */
  topic: string;
  store: Store;
  pool: pg.Pool;
  api: RunningApi;
  /** Rewrites framewatch.yaml; `own` is the API's own address. */
  configure(pushAddress: 'own' | null | string, alsoAllowed?: string[]): Promise<void>;
  writeFeeds(text?: string): Promise<void>;
  feed(): Promise<FeedHealth>;
  subscription(): Promise<SubscriptionRow>;
  /** Asks for a poll and waits until it was made. */
  poll(): Promise<void>;
  /** Runs keep-subscriptions now and not within five seconds. */
  keep(): Promise<void>;
  untilPush(state: PushState): Promise<FeedHealth>;
  /** Begins anew: no subscription, no push, a hub and a press that behave. */
  begin(): Promise<void>;
  articles(url: string): Promise<number>;
  pushes(): Promise<{ entries: number; new_entries: number; error: string | null }[]>;
  startWorker(): Promise<RunningWorker>;
  stop(): Promise<void>;
}

export async function openPushHouse({ workers = 1 } = {}): Promise<PushHouse> {
  const postgres = await startTestPostgres();
  await migrateAll(postgres.url);
  const hub = await startHub();
  const press = await createPress({
    seed: 'push',
    clock: systemClock,
    historyDays: 2,
    articlesPerDay: 4,
    ongoing: false,
    outlets: ['harbor-wire'],
    hub: hub.url,
  });
  const folder = await mkdtemp(join(tmpdir(), 'framewatch-push-'));
  const config = join(folder, 'config');
  await mkdir(config);
  const seeds = join(folder, 'seeds');
  await mkdir(seeds);
  const topic = press.feeds().find(({ format }) => format === 'rss2')?.url ?? '';
  const feeds = press
    .feedsYaml()
    .split('\n  - url: ')
    .filter((part) => !part.includes('world.json'))
    .join('\n  - url: ');
  const settings = (pushAddress: string | null, alsoAllowed: string[] = []) =>
    [
      'synthetic: true',
      `allowAddresses: ${JSON.stringify([new URL(press.url).host, hub.host, ...alsoAllowed])}`,
      'polling: { minMinutes: 600, maxHours: 24 }',
      `politeness: { gapSeconds: 0, concurrent: 8 }`,
      ...(pushAddress === null ? [] : [`pushAddress: ${pushAddress}`]),
      '',
    ].join('\n');
  await writeFile(join(config, 'framewatch.yaml'), settings(null));
  await writeFile(join(config, 'feeds.yaml'), feeds);
  await writeFile(join(config, 'alerts.yaml'), 'rules: []\n');
  const environment = readEnvironment({
    DATABASE_URL: postgres.url,
    PORT: '0',
    FRAMEWATCH_CONFIG: config,
    // No beat: a model would be trained first, and nothing here is about what articles say.
    FRAMEWATCH_SEEDS: seeds,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
  });
  const api = await startApi({ environment, mode: 'server', dashboardFolder: folder });
  const running: RunningWorker[] = [];
  const database = openDatabase(postgres.url, { max: 6 });
  const store = createStore(database);
  const queues: JobQueues = openQueues(
    useQueueBackend({ redisUrl: undefined, databaseUrl: postgres.url }),
    () => {},
  );
  const newWorker = async (): Promise<RunningWorker> => {
    const worker = await startWorker(environment);
    running.push(worker);
    return worker;
  };
  for (let n = 0; n < workers; n += 1) await newWorker();

  const feed = async (): Promise<FeedHealth> => {
    const list = (await (await fetch(`${api.address}/api/feeds`)).json()) as FeedList;
    const [first] = list.feeds;
    if (!first) throw new Error('there is no feed');
    return first;
  };
  const poll = async (): Promise<void> => {
    const { id, lastCheckAt: before } = await feed();
    await fetch(`${api.address}/api/feeds/${id}/check`, { method: 'POST' });
    await waitFor('the poll', async () => (await feed()).lastCheckAt !== before);
  };
  const house: PushHouse = {
    press,
    hub,
    topic,
    store,
    pool: database.pool,
    api,
    async configure(pushAddress, alsoAllowed = []) {
      const wanted = pushAddress === 'own' ? api.address : pushAddress;
      await writeFile(join(config, 'framewatch.yaml'), settings(wanted, alsoAllowed));
      await waitFor('the settings to reach the workers, which take them up within a second', async () => {
        const newest = await store.configVersions.findNewest('settings');
        const content = newest?.content as { pushAddress?: string; allowAddresses: string[] } | undefined;
        return (
          newest !== null &&
          (content?.pushAddress ?? null) === wanted &&
          content?.allowAddresses.length === 2 + alsoAllowed.length &&
          Date.now() - newest.acceptedAt.getTime() > 1_100
        );
      });
    },
    writeFeeds: (text = feeds) => writeFile(join(config, 'feeds.yaml'), text),
    feed,
    async subscription() {
      const row = await store.subscriptions.findOfFeed((await feed()).id);
      if (!row) throw new Error('there is no subscription');
      return row;
    },
    poll,
    keep: () => queues.add('keep-subscriptions', {}),
    untilPush: (state) =>
      waitFor(
        `the subscription to be ${state}`,
        async () => {
          const now = await feed();
          return now.push?.state === state ? now : null;
        },
        { describe: async () => ({ feed: (await feed()).push, rows: await store.subscriptions.findAll() }) },
      ),
    async begin() {
      hub.behave();
      hub.forget();
      press.clearFaults();
      press.setHub(hub.url);
      await database.pool.query('delete from feed_subscription');
      await house.configure('own');
      await poll();
      await house.keep();
      await house.untilPush('verified');
      await waitFor('the hub to hear the answer', () => Promise.resolve(hub.subscribers(topic).length === 1));
    },
    async articles(url) {
      const { rows } = await database.pool.query<{ n: number }>(
        'select count(*)::int as n from article where url = $1',
        [url],
      );
      return rows[0]?.n ?? 0;
    },
    async pushes() {
      const { rows } = await database.pool.query<{
        entries: number;
        new_entries: number;
        error: string | null;
      }>("select entries, new_entries, error from feed_check where outcome = 'pushed' order by id");
      return rows;
    },
    startWorker: newWorker,
    async stop() {
      await api.close();
      await Promise.all(running.map((worker) => worker.close()));
      await queues.close();
      await database.close();
      await press.close();
      await hub.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await waitFor('the feed to be polled', async () => {
    const list = (await (await fetch(`${api.address}/api/feeds`)).json()) as FeedList;
    return list.feeds[0]?.lastSuccessAt != null;
  });
  return house;
}
