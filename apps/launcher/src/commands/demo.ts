import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Environment, readFeedsFile } from '@framewatch/config';
import { openQueues, useQueueBackend } from '@framewatch/jobs';
import { createStore, openDatabase } from '@framewatch/store';
import { createPress, type Press, systemClock } from '@framewatch/testing';
import { importPressArticles } from '../import-press.ts';
import { launch } from '../launch.ts';
import { untilStopped } from './until-stopped.ts';

const HISTORY_DAYS = 120;
const ARTICLES_PER_DAY = 18;
const PUBLISH_EVERY_MS = 15_000;
/** One outlet that does not answer, so that the demo shows how a broken feed looks. */
const BROKEN_OUTLET = 'cedar-bay-dispatch';

/** `npm run demo`: the whole product on a synthetic press, with its own data, made anew at every start. */
export async function demo(environment: Environment, say: (line: string) => void): Promise<void> {
  if (environment.databaseUrl !== undefined)
    throw new Error('The demo makes its own database: start it without DATABASE_URL.');
  const data = resolve(environment.dataFolder, 'demo');
  const config = join(data, 'config');
  say('Starting the synthetic press …');
  const press = await createPress({
    seed: 'demo',
    clock: systemClock,
    historyDays: HISTORY_DAYS,
    articlesPerDay: ARTICLES_PER_DAY,
  });
  await rm(join(data, 'postgres'), { recursive: true, force: true });
  await writeConfig(config, press, resolve(environment.configFolder));
  const running = await launch({
    environment: { ...environment, dataFolder: data, configFolder: config },
    say,
    beforeStart: (databaseUrl) => loadHistory(press, databaseUrl, say),
  });
  const stopPublishing = press.startPublishing({ everyMs: PUBLISH_EVERY_MS });
  breakOutlet(press);
  untilStopped(
    {
      async stop() {
        stopPublishing();
        await running.stop();
        await press.close();
      },
    },
    say,
  );
  say('');
  say(`The demo is running: ${running.address}`);
  say(
    'Everything in it is synthetic: outlets, articles, dates. A new article appears every few seconds. Ctrl-C stops it.',
  );
}

function breakOutlet(press: Press): void {
  const outlet = press.outlets.find(({ slug }) => slug === BROKEN_OUTLET) ?? press.outlets.at(-1);
  for (const feed of press.feeds().filter((f) => f.outlet === outlet?.name))
    press.fault(feed.url, { kind: 'status', status: 503 });
}

async function writeConfig(folder: string, press: Press, shipped: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const host = new URL(press.url).host;
  await writeFile(join(folder, 'feeds.yaml'), feedsYaml(press));
  await copyFile(join(shipped, 'alerts.yaml'), join(folder, 'alerts.yaml'));
  await writeFile(
    join(folder, 'framewatch.yaml'),
    [
      '# Settings of the demo: its synthetic press sits on this machine and is in no need of politeness.',
      'synthetic: true',
      `allowAddresses: ["${host}"]`,
      'polling: { minMinutes: 0.1, maxHours: 0.008 }',
      `politeness: { hosts: { "${host}": { gapSeconds: 0, concurrent: 8 } } }`,
      '',
    ].join('\n'),
  );
}

/** The press's feeds and news sitemaps, one entry a line; JSON is YAML too. */
function feedsYaml(press: Press): string {
  const entries = press
    .feeds()
    .map(
      ({ url, outlet, country, language, group }) =>
        `  - ${JSON.stringify({ url, outlet, country, language, group })}`,
    );
  return ['# Feeds of the synthetic press.', 'feeds:', ...entries, ''].join('\n');
}

async function loadHistory(press: Press, databaseUrl: string, say: (line: string) => void): Promise<void> {
  const articles = press.articles();
  say(`Loading ${articles.length} synthetic articles of the last ${HISTORY_DAYS} days …`);
  const store = createStore(openDatabase(databaseUrl, { max: 8 }));
  const queues = openQueues(useQueueBackend({ databaseUrl }), (error) => say(error.message));
  try {
    const { feeds } = readFeedsFile(feedsYaml(press), 'feeds.yaml');
    await store.feeds.syncFromConfig(feeds, new Date());
    const ids = await importPressArticles(store, articles, new Date());
    await queues.addMany(
      'group-article',
      ids.map((articleId) => ({ articleId })),
      'background',
    );
  } finally {
    await queues.close();
    await store.database.close();
  }
}
