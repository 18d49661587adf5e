import { join } from 'node:path';
import { type FileWatch, watchFiles } from '@framewatch/config';
import type { Database, Store } from '@framewatch/store';
import type { EventHub } from '../events/event-hub.ts';
import type { Log } from '../runtime/log.ts';
import { keepSession, type Session } from '../runtime/session.ts';
import { keepAlerts, keepFeeds, keepSettings } from './keep-config.ts';
import { keepSeeds } from './keep-seeds.ts';
import { correctionsFile } from './names.ts';
import { prepareModel } from './prepare-model.ts';

/** What the keeper works with. */
export interface KeeperContext {
  store: Store;
  configFolder: string;
  seedsFolder: string;
  /** Models (by id) that this process has found to be of its own method. */
  confirmed: Set<string>;
  now: () => Date;
  log: Log;
}

export interface ConfigKeeper {
  /** Whether this process keeps the files now; another one does otherwise. */
  isKeeping(): boolean;
  close(): Promise<void>;
}

/** Where another process keeps the files, this one asks so often whether it has gone. */
const RETRY_MS = 2_000;
/** Several corrections in a row make one model. */
const CORRECTIONS_PAUSE_MS = 8_000;

/**
 * Keeps files and database in step: reads `config/` and `seeds/` when it begins and whenever they change, and stores
 * what is good in them. Of all processes one does so at a time, whoever holds the lock; the others take over when it
 * ends. Written to the files is only what an editor adds in the dashboard, by `feedsFileEditor`.
 */
export function startConfigKeeper(
  options: Omit<KeeperContext, 'confirmed'>,
  sessions: Database,
  events: EventHub,
): ConfigKeeper {
  const context: KeeperContext = { ...options, confirmed: new Set() };
  const { log } = context;
  let end: (() => Promise<void>) | undefined;
  const keeper = keepSession(sessions, {
    async onOpen(session) {
      await takeLock(session);
      end = await keep(context, events);
      log('info', 'this process keeps config/ and seeds/');
    },
    onLost: () => {
      end?.().catch((error: unknown) => log('error', `config: ${String(error)}`));
      end = undefined;
    },
    onError: (error) => error instanceof LockTaken || log('warn', `config: ${String(error)}`),
    retryMs: RETRY_MS,
  });
  return {
    isKeeping: () => end !== undefined,
    async close() {
      const ending = end?.();
      end = undefined;
      await keeper.close();
      await ending;
    },
  };
}

class LockTaken extends Error {}

/** The lock lives with the session: a process that dies gives it up by dying. */
async function takeLock(session: Session): Promise<void> {
  const { rows } = await session.query("select pg_try_advisory_lock(hashtext('framewatch.config')) as taken");
  if ((rows[0] as { taken?: boolean } | undefined)?.taken !== true) throw new LockTaken();
}

/** Reads everything once, then follows changes; gives what ends it. */
async function keep(context: KeeperContext, events: EventHub): Promise<() => Promise<void>> {
  const { configFolder, seedsFolder, log } = context;
  const turns = inTurn((error) => log('error', `config: ${messageOf(error)}`));
  const files = readersOf(context);
  const read = (changed: readonly string[] | null) =>
    turns.add(async () => {
      for (const { path, keepIt } of files)
        if (changed === null || changed.some((one) => one.startsWith(path))) await keepIt();
    });
  // Watching begins before the first read, so that no edit falls between the two.
  const watch: FileWatch = await watchFiles([...files.map(({ path }) => path)], (changed) => read(changed), {
    onError: (error) => log('warn', `config: ${messageOf(error)}`),
  });
  log('info', `reading ${configFolder} and ${seedsFolder}`);
  void read(null);
  const stopLearning = learnFromCorrections(context, events, (work) => turns.add(work));
  return async () => {
    stopLearning();
    await watch.close();
    await turns.end();
  };
}

/** Settings come first: what is read after them may depend on them. Seeds come last, for a model takes longest. */
function readersOf(context: KeeperContext): { path: string; keepIt: () => Promise<void> }[] {
  const inConfig = (name: string) => join(context.configFolder, name);
  return [
    { path: inConfig('framewatch.yaml'), keepIt: () => keepSettings(context, inConfig('framewatch.yaml')) },
    { path: inConfig('feeds.yaml'), keepIt: () => keepFeeds(context, inConfig('feeds.yaml')) },
    { path: inConfig('alerts.yaml'), keepIt: () => keepAlerts(context, inConfig('alerts.yaml')) },
    { path: context.seedsFolder, keepIt: () => keepSeeds(context) },
  ];
}

/** Any process may take a correction; each is told as an event, and the keeper prepares the model that learns from it. */
function learnFromCorrections(
  context: KeeperContext,
  events: EventHub,
  add: (work: () => Promise<void>) => Promise<void>,
): () => void {
  const timers = new Map<string, NodeJS.Timeout>();
  const plan = (beatId: string) => {
    clearTimeout(timers.get(beatId));
    timers.set(
      beatId,
      setTimeout(() => {
        timers.delete(beatId);
        void add(() => prepareModel(context, beatId, null));
      }, CORRECTIONS_PAUSE_MS),
    );
  };
  const stop = events.listen(({ event }) => {
    // A model in force makes room for the next one, which knows what was corrected meanwhile.
    if (event.kind === 'model') plan(event.beat);
    if (event.kind === 'config' && event.file.startsWith(correctionsFile('')))
      plan(event.file.slice(correctionsFile('').length));
  });
  return () => {
    stop();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

/** Runs one piece of work after the other; one that fails does not keep the next from running. */
function inTurn(onError: (error: unknown) => void) {
  let last: Promise<void> = Promise.resolve();
  let ended = false;
  return {
    add(work: () => Promise<void>): Promise<void> {
      last = last.then(() => (ended ? undefined : work())).catch(onError);
      return last;
    },
    end(): Promise<void> {
      ended = true;
      return last;
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
