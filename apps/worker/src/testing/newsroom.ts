import { fileURLToPath } from 'node:url';
import { createBackground, trainBeatModel } from '@framewatch/classifier';
import { type Environment, readEnvironment, readFeedsFile } from '@framewatch/config';
import type { AlertRuleConfig, ChannelConfig } from '@framewatch/contracts';
import { type JobQueues, migrateQueues, openQueues, useQueueBackend } from '@framewatch/jobs';
import { loadSeeds } from '@framewatch/seed-loader';
import { createStore, migrate, openDatabase, type Store } from '@framewatch/store';
import {
  type Clock,
  createPress,
  type Press,
  type PressArticle,
  startTestPostgres,
  systemClock,
  waitFor,
} from '@framewatch/testing';
import pg from 'pg';
import { type RunningWorker, startWorker } from '../start-worker.ts';
import { type Receiver, startReceiver } from './receiver.ts';

export const BEAT = 'us-japan-alliance';
const SECRET = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;

/** Everything that a worker needs around it, real: database, queue, press, webhook receiver, seeds. */
export interface Newsroom {
  press: Press;
  store: Store;
  pool: pg.Pool;
  queues: JobQueues;
  receiver: Receiver;
  environment: Environment;
  /** Environment variables for a worker that runs as a process of its own. */
  variables: Record<string, string>;
  startWorker(stages?: string[]): Promise<RunningWorker>;
  acceptSettings(changes?: Record<string, unknown>): Promise<void>;
  acceptRules(rules: AlertRuleConfig[]): Promise<void>;
  /** Prepares a model; words added to the seeds' hash make it another one. */
  prepareModel(hash: string): Promise<string>;
  /** Reads every feed of the press into the table. */
  takeFeeds(accept?: (outlet: string) => boolean): Promise<void>;
  feedIdOf(article: PressArticle): Promise<string>;
  /** Polls all feeds, or those of one outlet, and waits until that is done. */
  poll(outlet?: string): Promise<void>;
  articleOf(article: PressArticle): Promise<ArticleState | null>;
  waitForFate(article: PressArticle, fate: string): Promise<ArticleState>;
  /** Waits until nothing is on its way any more. */
  settled(): Promise<void>;
  /** Lets every row look as if it had waited for minutes, so that nobody has to. */
  letTimePass(): Promise<void>;
  stop(): Promise<void>;
}

export interface ArticleState {
  id: string;
  fate: string;
  text_source: string;
  extraction_note: string | null;
  revision: number;
  title: string;
  relevant: boolean | null;
  in_framing: boolean | null;
  topics: string[] | null;
  frames: string[] | null;
  alerts: number;
}

export async function openNewsroom(
  options: { outlets?: string[]; redisUrl?: string; historyDays?: number; clock?: Clock } = {},
): Promise<Newsroom> {
  const postgres = await startTestPostgres();
  await migrateAll(postgres.url);
  const press = await createPress({
    seed: 'worker',
    clock: options.clock ?? systemClock,
    historyDays: options.historyDays ?? 2,
    articlesPerDay: 6,
    ongoing: false,
    ...(options.outlets ? { outlets: options.outlets } : {}),
  });
  const receiver = await startReceiver(SECRET);
  const variables = {
    DATABASE_URL: postgres.url,
    ...(options.redisUrl ? { REDIS_URL: options.redisUrl } : {}),
    ALERT_TEST_SECRET: SECRET,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
  };
  const environment = readEnvironment(variables);
  const database = openDatabase(postgres.url, { max: 6 });
  const store = createStore(database);
  const { pool } = database;
  const queues = openQueues(
    useQueueBackend({ redisUrl: options.redisUrl, databaseUrl: postgres.url }),
    () => {},
  );
  const workers: RunningWorker[] = [];
  const acceptSettings: Newsroom['acceptSettings'] = async (changes = {}) => {
    const hosts = [press.url, receiver.url].map((url) => new URL(url).host);
    const content = {
      allowAddresses: hosts,
      politeness: {
        hosts: Object.fromEntries(hosts.map((host) => [host, { gapSeconds: 0, concurrent: 8 }])),
      },
      polling: { minMinutes: 600, maxHours: 24 },
      ...changes,
    };
    await store.configVersions.accept('settings', { hash: JSON.stringify(content), content, problems: [] });
  };
  const acceptRules: Newsroom['acceptRules'] = async (rules) => {
    const channels: ChannelConfig[] = [
      { id: 'in-app', kind: 'in-app' },
      { id: 'desk', kind: 'webhook', url: `${receiver.url}/hook`, secretFromEnv: 'ALERT_TEST_SECRET' },
    ];
    const content = { channels, rules };
    await store.configVersions.accept('alerts', { hash: JSON.stringify(content), content, problems: [] });
  };
  const articleOf = (article: PressArticle): Promise<ArticleState | null> => findArticle(pool, article.url);
  const newsroom: Newsroom = {
    press,
    store,
    pool,
    queues,
    receiver,
    environment,
    variables,
    async startWorker(stages) {
      const worker = await startWorker({ ...environment, stages });
      workers.push(worker);
      return {
        async close() {
          workers.splice(workers.indexOf(worker), 1);
          await worker.close();
        },
      };
    },
    acceptSettings,
    acceptRules,
    prepareModel: (hash) => prepareModel(store, hash),
    async takeFeeds(accept = () => true) {
      const { feeds } = readFeedsFile(press.feedsYaml(), 'feeds.yaml');
      await store.feeds.syncFromConfig(
        feeds.filter((feed) => accept(feed.outlet)),
        new Date(),
      );
    },
    async feedIdOf(article) {
      const { rows } = await pool.query<{ id: string }>(
        'select f.id from feed f join outlet o on o.id = f.outlet_id where o.name = $1',
        [article.outlet],
      );
      return rows[0]?.id ?? '';
    },
    poll: (outlet) => poll(store, pool, outlet),
    articleOf,
    waitForFate: (article, fate) =>
      waitFor(
        `${article.title} to be ${fate}`,
        async () => {
          const state = await articleOf(article);
          return state?.fate === fate && (fate !== 'classified' || state.relevant !== null) ? state : null;
        },
        { describe: () => articleOf(article) },
      ),
    settled: () => settled(pool, queues),
    async letTimePass() {
      await pool.query("update article set touched_at = touched_at - interval '10 minutes'");
      await pool.query("update classification set created_at = created_at - interval '10 minutes'");
      for (const table of ['delivery', 'delivery_bundle'])
        await pool.query(
          `update ${table} set next_try_at = next_try_at - interval '10 minutes' where state = 'waiting'`,
        );
      await pool.query(
        "update alert_channel set next_try_at = next_try_at - interval '10 minutes', probe_until = null",
      );
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.close()));
      await queues.close();
      await database.close();
      await press.close();
      await receiver.close();
      await postgres.stop();
    },
  };
  await acceptSettings();
  await acceptRules([newArticleRule()]);
  await store.models.activate(await prepareModel(store, 'first'), new Date());
  return newsroom;
}

/** A rule for every new relevant article, told to the webhook. */
export function newArticleRule(changes: Partial<AlertRuleConfig> = {}): AlertRuleConfig {
  return {
    id: 'new-relevant',
    name: 'New relevant articles',
    on: 'new-article',
    enabled: true,
    beat: BEAT,
    channels: ['desk'],
    ...changes,
  } as AlertRuleConfig;
}

async function migrateAll(url: string): Promise<void> {
  const database = openDatabase(url, { max: 2 });
  await migrate(database);
  await database.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await migrateQueues(client);
  await client.end();
}

async function prepareModel(store: Store, seedHash: string): Promise<string> {
  const folder = fileURLToPath(new URL(`../../../../seeds/${BEAT}`, import.meta.url));
  const loaded = await loadSeeds(folder);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  const background = createBackground();
  // Another background makes another model, as it does in the product.
  background.add(`A plain text about ${seedHash} and the weather.`, 'en');
  const parts = { seeds: loaded.seeds, background: background.snapshot(), corrections: [] };
  const { version } = trainBeatModel(parts);
  const figures = { measuredAt: new Date().toISOString(), gold: null, leastCorrections: 30, corrections: [] };
  const id = await store.models.prepare({ beatId: BEAT, version, seedHash, figures, ...parts });
  if (id === null) throw new Error(`The model ${version} is there already.`);
  return id;
}

async function findArticle(pool: pg.Pool, url: string): Promise<ArticleState | null> {
  const { rows } = await pool.query<ArticleState>(
    `select a.id, a.fate, a.text_source, a.extraction_note, a.revision, a.title, f.relevant, f.in_framing, f.topics, f.frames,
       (select count(*)::int from alert x where x.article_id = a.id) as alerts
     from article a left join trend_fact f on f.article_id = a.id and f.revision = a.revision
       and f.model_id in (select id from model where status = 'active')
     where a.url = $1`,
    [url],
  );
  return rows[0] ?? null;
}

async function poll(store: Store, pool: pg.Pool, outlet?: string): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `select f.id from feed f join outlet o on o.id = f.outlet_id
     where f.in_config and f.paused_reason is null and ($1::text is null or o.name = $1)`,
    [outlet ?? null],
  );
  const asked = new Date();
  for (const { id } of rows) await store.feeds.requestCheck(id, asked);
  const ids = rows.map(({ id }) => id);
  await waitFor('the feeds to be polled', async () => {
    const { rows: left } = await pool.query(
      'select 1 from feed where id = any($1) and (last_check_at is null or last_check_at < $2)',
      [ids, asked],
    );
    return left.length === 0;
  });
}

async function settled(pool: pg.Pool, queues: JobQueues): Promise<void> {
  const unfinished = async (): Promise<unknown[]> => {
    const { rows } = await pool.query(
      `select a.id, a.fate, 'article' as what from article a where a.fate in ('found', 'read', 'grouped')
       union all select a.id, a.fate, 'fact' from article a, model m where a.fate = 'classified' and m.status <> 'retired'
         and not exists (select 1 from trend_fact f where f.article_id = a.id and f.model_id = m.id and f.revision = a.revision)
       union all select c.article_id, '', 'alerting' from classification c join article a on a.id = c.article_id
         join model m on m.id = c.model_id where a.is_news and m.status = 'active' and c.alerted_at is null
       union all select id, state, 'delivery' from delivery where state = 'waiting' and attempts = 0`,
    );
    return rows;
  };
  await waitFor(
    'everything to come to rest',
    async () => {
      if ((await unfinished()).length > 0) return false;
      const counts = await queues.counts();
      const recurring = [
        'schedule-polls',
        'keep-subscriptions',
        'schedule-waiting',
        'schedule-rereads',
        'requeue-stuck',
        'watch-trends',
        'housekeeping',
      ];
      return counts.every(({ name, waiting, active }) => recurring.includes(name) || waiting + active === 0);
    },
    {
      withinMs: 100_000,
      describe: async () => ({ left: await unfinished(), queues: await queues.counts() }),
    },
  );
}
