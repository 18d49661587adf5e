import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Beat } from '@framewatch/contracts';
import { type JobQueues, openQueues, useQueueBackend } from '@framewatch/jobs';
import { createStore, openDatabase, type Store } from '@framewatch/store';
import { startTestPostgres } from '@framewatch/testing';
import { migrateAll } from '../../migrate-all.ts';
import { endProcess, makeWorkplace, removeFolder, startProgram } from '../product.ts';

export const BEAT = 'us-japan-alliance';

/** PostgreSQL with stored articles, a copy of the seeds to edit, and API and worker as processes that may be killed. */
export interface ReclassificationHouse {
  readonly store: Store;
  readonly queues: JobQueues;
  /** Where the API answers since it was started last. */
  address(): string;
  start(): Promise<void>;
  /** As `kill -9` does, worker and API at once: neither has a chance to tidy up. */
  kill(): Promise<void>;
  /** The beat as the dashboard reads it. */
  beat(): Promise<Beat>;
  /** Adds cues to a frame, as an editor would. */
  editSeeds(): Promise<void>;
  stop(): Promise<void>;
}

type Program = ReturnType<typeof startProgram>;

export async function openHouse(): Promise<ReclassificationHouse> {
  const postgres = await startTestPostgres();
  await migrateAll(postgres.url);
  const { folder, env } = await makeWorkplace({
    'feeds.yaml': 'feeds: []\n',
    'alerts.yaml': 'rules: []\n',
    'framewatch.yaml': 'synthetic: true\n',
  });
  const seeds = join(folder, 'seeds');
  await cp(env['FRAMEWATCH_SEEDS'] ?? 'seeds', seeds, { recursive: true });
  const variables = { ...env, DATABASE_URL: postgres.url, FRAMEWATCH_SEEDS: seeds };
  const store = createStore(openDatabase(postgres.url, { max: 6 }));
  const queues = openQueues(useQueueBackend({ databaseUrl: postgres.url }), () => {});
  let programs: Program[] = [];
  let address = '';
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    await Promise.all(programs.map((program) => endProcess(program.process, signal)));
    programs = [];
  };
  return {
    store,
    queues,
    address: () => address,
    async start() {
      const [api, worker] = [startProgram('api', [], variables), startProgram('worker', [], variables)];
      programs = [api, worker];
      [address] = await Promise.all([api.ready, worker.ready]);
    },
    kill: () => end('SIGKILL'),
    async beat() {
      const response = await fetch(`${address}/api/beats`);
      const beat = ((await response.json()) as Beat[]).find(({ id }) => id === BEAT);
      if (!beat) throw new Error('The beat has no model yet.');
      return beat;
    },
    async editSeeds() {
      const file = join(seeds, BEAT, 'frames/burden_sharing.yaml');
      const text = await readFile(file, 'utf8');
      const cues = ['burden-sharing', 'cost of bases', 'flights were counted', 'spoke of'];
      const edited = text.replace(/^( +)- burden-sharing$/m, cues.map((cue) => `$1- ${cue}`).join('\n'));
      if (edited === text) throw new Error(`${file} has no cue "burden-sharing" to put others beside.`);
      await writeFile(file, edited);
    },
    async stop() {
      await end('SIGTERM');
      await queues.close();
      await store.database.close();
      await postgres.stop();
      await removeFolder(folder);
    },
  };
}
