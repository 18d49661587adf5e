import { hostname } from 'node:os';
import type { Environment } from '@framewatch/config';
import type { Settings } from '@framewatch/contracts';
import { createOutbound, type Outbound } from '@framewatch/outbound';
import { createStore, openDatabase } from '@framewatch/store';
import { createConfigReader } from './config-reader.ts';
import { createModelCache } from './model-cache.ts';
import { createPageReader } from './page-reader.ts';
import type { StageContext } from './stage-context.ts';

const PRODUCT = 'Framewatch/0.1';

/** Builds what stages are given, and the way to take it down again. */
export function createStageContext(
  environment: Environment,
  databaseUrl: string,
  log: StageContext['log'],
): { context: StageContext; close: () => Promise<void> } {
  const database = openDatabase(databaseUrl, {
    max: 20,
    onError: (error) => log('warn', `database: ${error.message}`),
  });
  const store = createStore(database);
  const config = createConfigReader(store);
  const pages = createPageReader();
  const ways = createWayOut(environment);
  const context: StageContext = {
    store,
    config,
    models: createModelCache(store),
    pages,
    outbound: async () => ways.get(await config.settings()),
    userAgent: async () => userAgentOf(await config.settings()),
    secret: environment.secret,
    now: () => new Date(),
    random: Math.random,
    log,
  };
  return {
    context,
    async close() {
      await ways.close();
      await pages.close();
      await database.close();
    },
  };
}

/** An honest name with a way to reach the people behind it. */
export function userAgentOf({ contact }: Settings): string {
  return `${PRODUCT} (news monitoring; ${contact ?? `no contact configured, host ${hostname()}`})`;
}

/** One outbound at a time: made anew where the settings it depends on change, the old one left to finish. */
function createWayOut({ proxy }: Environment) {
  let current: { key: string; outbound: Outbound } | undefined;
  const retired: Outbound[] = [];
  return {
    get(settings: Settings): Outbound {
      const key = JSON.stringify([settings.allowAddresses, settings.contact]);
      if (current?.key === key) return current.outbound;
      if (current) retired.push(current.outbound);
      const outbound = createOutbound({
        allow: settings.allowAddresses,
        userAgent: userAgentOf(settings),
        ...(proxy.http || proxy.https
          ? {
              proxy: {
                ...(proxy.http ? { http: proxy.http } : {}),
                ...(proxy.https ? { https: proxy.https } : {}),
                noProxy: proxy.except.join(','),
              },
            }
          : {}),
      });
      current = { key, outbound };
      return outbound;
    },
    async close(): Promise<void> {
      await Promise.all(
        [...retired, ...(current ? [current.outbound] : [])].map((outbound) => outbound.close()),
      );
    },
  };
}
