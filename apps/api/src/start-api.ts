import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '@framewatch/config';
import { openQueues, useQueueBackend } from '@framewatch/jobs';
import { assertSchemaIsCurrent, createStore, openDatabase } from '@framewatch/store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openEventHub } from './events/event-hub.ts';
import { createApp } from './http/create-app.ts';
import { type ConfigKeeper, startConfigKeeper } from './keeper/config-keeper.ts';
import { alertsFileEditor } from './keeper/alerts-file-editor.ts';
import { feedsFileEditor } from './keeper/feeds-file-editor.ts';
import type { ApiContext, Mode } from './runtime/api-context.ts';
import { createBeatCatalog } from './runtime/beat-catalog.ts';
import { createLog, type Log } from './runtime/log.ts';

export interface ApiOptions {
  environment: Environment;
  mode: Mode;
  /** The built dashboard. */
  dashboardFolder: string;
}

/** A running API: where it listens, and its end. */
export interface RunningApi {
  address: string;
  close(): Promise<void>;
}

/**
 * Starts the API with its config keeper. Listens on the environment's host and port, on a free port where that one is
 * taken. Throws where the environment names no database or the schema is not current.
 */
export async function startApi({ environment, mode, dashboardFolder }: ApiOptions): Promise<RunningApi> {
  const { databaseUrl, redisUrl, host, port, allowedHosts, configFolder, seedsFolder } = environment;
  if (databaseUrl === undefined)
    throw new Error('The API needs DATABASE_URL. For the embedded mode use npm start.');
  const log = createLog(environment.logLevel);
  const connection = useQueueBackend({ redisUrl, databaseUrl });
  const onError = (error: Error) => log('warn', `database: ${error.message}`);
  const database = openDatabase(databaseUrl, { max: 10, onError });
  // Listening and locking take a session each for good, so they get a pool of their own.
  const sessions = openDatabase(databaseUrl, { max: 2, onError });
  const store = createStore(database);
  await assertSchemaIsCurrent(database).catch(async (error: unknown) => {
    await Promise.all([database.close(), sessions.close()]);
    throw error;
  });
  const queues = openQueues(connection, (error) => log('warn', `queue: ${error.message}`));
  const events = openEventHub(sessions, store, log);
  const now = () => new Date();
  const beats = createBeatCatalog(store);
  let keeper: ConfigKeeper | undefined;
  const isKeeping = () => keeper?.isKeeping() ?? false;
  const feedsFile = feedsFileEditor(join(configFolder, 'feeds.yaml'), isKeeping);
  const alertsFile = alertsFileEditor(join(configFolder, 'alerts.yaml'), isKeeping);
  const context: ApiContext = {
    store,
    queues,
    beats,
    events,
    feedsFile,
    secret: environment.secret,
    alertsFile,
    version: ownVersion(),
    mode,
    startedAt: now(),
    now,
    log,
  };
  const app = await createApp(context, { host, allowedHosts, dashboardFolder });
  const address = await listen(app, host, port, log);
  keeper = startConfigKeeper({ store, configFolder, seedsFolder, now, log }, sessions, events);
  return {
    address,
    async close() {
      await app.close();
      await keeper?.close();
      await events.close();
      await queues.close();
      await Promise.all([database.close(), sessions.close()]);
    },
  };
}

/** Listens, on a free port where the wanted one is taken; returns the address as a browser takes it. */
async function listen(app: NestExpressApplication, host: string, port: number, log: Log): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    log('warn', `port ${port} is taken; another one is used`);
    await app.listen(0, host);
  }
  const bound = app.getHttpServer().address() as { port: number };
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${bound.port}`;
}

function ownVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
