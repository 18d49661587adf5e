import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  AlertPage,
  AlertRulesAnswer,
  ArticleDetail,
  ArticlePage,
  ChangesAnswer,
  Beat,
  DriftAnswer,
  FeedList,
  Headline,
  Heatmap,
  Problem,
  ReviewAnswer,
  Status,
  StoryDetail,
  TrendAnswer,
  WordsAnswer,
  WordSentences,
} from '@framewatch/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FieldError } from '../http/problem.ts';
import type { TrendRow } from '../export/trend-rows.ts';
import { readEnvironment } from '@framewatch/config';
import { migrateQueues } from '@framewatch/jobs';
import { createStore, migrate, openDatabase, type Store } from '@framewatch/store';
import { startTestPostgres, waitFor } from '@framewatch/testing';
import { type RunningApi, startApi } from '../start-api.ts';

export const BEAT = 'us-japan-alliance';
const SEEDS = fileURLToPath(new URL('../../../../seeds', import.meta.url));

/** Four outlets that differ in everything that charts can be cut by. */
export const FEEDS = `feeds:
  - { url: "http://harbor.example/rss", outlet: Harbor Wire, country: US, language: en, group: wire }
  - { url: "http://kawa.example/rss", outlet: Kawa Shimbun, country: JP, language: ja, group: newspaper }
  - { url: "http://lantern.example/rss", outlet: "=Lantern, Daily", country: CN, language: en, group: state-media }
  - { url: "http://kawa.example/en", outlet: Kawa Shimbun, country: JP, language: en, group: newspaper }
`;

type Query = Record<string, string | number | undefined>;

/** A running API on a PostgreSQL, files and a dashboard of its own. */
export interface TestApi {
  address: string;
  store: Store;
  databaseUrl: string;
  configFolder: string;
  seedsFolder: string;
  /** Another API on the same database and files. */
  another(): Promise<RunningApi>;
  get<Path extends string>(path: Path, query?: Query): Promise<Answer<Path>>;
  post<Path extends string>(
    path: Path,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Path>>;
  stopDatabase(): Promise<void>;
  close(): Promise<void>;
}

/** What an address answers with, or with a problem. */
type BodyOf<Path extends string> = Partial<Problem & { errors: FieldError[] }> &
  (Path extends '/api/status'
    ? Status
    : Path extends '/api/review'
      ? ReviewAnswer
      : Path extends '/api/drift'
        ? DriftAnswer
        : Path extends '/api/beats'
          ? Beat[]
          : Path extends '/api/feeds'
            ? FeedList
            : Path extends '/api/alerts'
              ? AlertPage
              : Path extends '/api/alert-rules'
                ? AlertRulesAnswer
                : Path extends '/api/headline'
                  ? Headline
                  : Path extends '/api/trends/heatmap'
                    ? Heatmap
                    : Path extends '/api/trends/changes'
                      ? ChangesAnswer
                      : Path extends '/api/trends/words'
                        ? WordsAnswer
                        : Path extends '/api/trends/words/sentences'
                          ? WordSentences
                          : Path extends `/api/trends/${string}`
                            ? TrendAnswer
                            : Path extends `/api/stories/${string}`
                              ? StoryDetail
                              : Path extends '/api/articles'
                                ? ArticlePage
                                : Path extends `/api/articles/${string}`
                                  ? ArticleDetail
                                  : Path extends '/api/export.json'
                                    ? { rows: TrendRow[] }
                                    : Path extends '/api/openapi.json'
                                      ? OpenAPIObject
                                      : unknown);

interface Answer<Path extends string = string> {
  status: number;
  headers: Headers;
  text: string;
  json: BodyOf<Path>;
}

/** Starts it with the shipped beat and the feeds above, and waits until its model is in force. */
export async function startTestApi(): Promise<TestApi> {
  const postgres = await startTestPostgres();
  const folder = await mkdtemp(join(tmpdir(), 'framewatch-api-files-'));
  const folders = await fill(folder);
  const database = openDatabase(postgres.url);
  await migrate(database);
  const client = await database.pool.connect();
  await migrateQueues(client);
  client.release();
  const start = () =>
    startApi({
      environment: readEnvironment({
        DATABASE_URL: postgres.url,
        PORT: '0',
        FRAMEWATCH_CONFIG: folders.config,
        FRAMEWATCH_SEEDS: folders.seeds,
        LOG_LEVEL: 'silent',
      }),
      mode: 'embedded',
      dashboardFolder: folders.dashboard,
    });
  const api = await start();
  const store = createStore(database);
  await waitFor('the first model', () => store.models.findActive(BEAT));
  return {
    address: api.address,
    store,
    databaseUrl: postgres.url,
    configFolder: folders.config,
    seedsFolder: folders.seeds,
    another: start,
    get: (path, query = {}) => ask(api.address, path, query),
    post: (path, body, headers = {}) =>
      send(`${api.address}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    stopDatabase: () => postgres.stop(),
    async close() {
      await api.close();
      await database.close();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(folder: string) {
  const [config, seeds, dashboard] = ['config', 'seeds', 'dashboard'].map((name) => join(folder, name));
  if (!config || !seeds || !dashboard) throw new Error('three names give three folders');
  await mkdir(config);
  await mkdir(join(dashboard, 'assets'), { recursive: true });
  await writeFile(join(config, 'feeds.yaml'), FEEDS);
  await writeFile(join(config, 'alerts.yaml'), 'rules: []\n');
  await writeFile(join(config, 'framewatch.yaml'), 'timezone: Asia/Tokyo\n');
  await writeFile(join(dashboard, 'index.html'), '<!doctype html><title>Framewatch</title>');
  await writeFile(join(dashboard, 'assets', 'index-abc.js'), 'export {};');
  await cp(SEEDS, seeds, { recursive: true });
  return { config, seeds, dashboard };
}

function ask<Path extends string>(address: string, path: Path, query: Query): Promise<Answer<Path>> {
  const url = new URL(path, address);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, String(value));
  return send(url.href, {});
}

async function send<Path extends string>(url: string, init: RequestInit): Promise<Answer<Path>> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
}
