import type pg from 'pg';
import { type DaySheet, sizeOf } from './day-sheet.ts';
import { type FactClass, factClasses } from './fact-classes.ts';
import { type DayState, readFacts, readPacked, readSignature, readStates } from './read-days.ts';

/** The facts of some days of one model, all as of one moment. */
export interface KnownDays {
  /** In order. Days without facts are absent. */
  days: DaySheet[];
  classes: readonly FactClass[];
}

export interface DayKeeper {
  /** Days since 1970-01-01, both ends included. */
  read(modelId: string, from: number, to: number): Promise<KnownDays>;
}

/** So many bytes of days are kept, the longest unused go first: some twenty-five million facts. */
const MOST_BYTES = 512 * 1024 * 1024;

interface Kept {
  state: string;
  sheet: DaySheet;
}

/**
 * Keeps the days that charts have read, and asks each time whether they still stand: a day with the same sheet and as
 * many touches holds the same facts, for every change of a fact leaves a touch in the same transaction.
 */
export function dayKeeper(pool: pg.Pool, mostBytes = MOST_BYTES): DayKeeper {
  const classes = factClasses();
  const kept = new Map<string, Kept>();
  let bytes = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const find = (modelId: string, state: DayState): DaySheet | undefined => {
    const key = `${modelId} ${state.day}`;
    const known = kept.get(key);
    if (known?.state !== stateKey(state)) return undefined;
    kept.delete(key);
    kept.set(key, known);
    return known.sheet;
  };
  const keep = (modelId: string, state: DayState, sheet: DaySheet): void => {
    const key = `${modelId} ${state.day}`;
    drop(key);
    kept.set(key, { state: stateKey(state), sheet });
    bytes += sizeOf(sheet);
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) return;
      drop(oldest);
    }
  };
  const drop = (key: string): void => {
    const known = kept.get(key);
    if (known === undefined) return;
    bytes -= sizeOf(known.sheet);
    kept.delete(key);
  };
  const fill = async (modelId: string, from: number, to: number): Promise<KnownDays> =>
    inOneState(pool, async (client) => {
      const states = await readStates(client, modelId, from, to);
      const lacking = states.filter((state) => find(modelId, state) === undefined);
      const [packed, touched] = [lacking.filter(isPacked), lacking.filter((state) => !isPacked(state))];
      const read = [
        ...(await readPacked(client, modelId, packed.map(({ day }) => day), classes)),
        ...(await readFacts(client, modelId, touched.map(({ day }) => day), classes)),
      ]; // biome-ignore format: the two stand beside each other
      const sheets = new Map(read.map((sheet) => [sheet.day, sheet]));
      const days = states.map((state) => {
        const sheet = find(modelId, state) ?? sheets.get(state.day);
        if (sheet === undefined)
          throw new Error(`Day ${state.day} of model ${modelId} went away while it was read.`);
        return sheet;
      });
      for (const state of lacking) {
        const sheet = sheets.get(state.day);
        if (sheet) keep(modelId, state, sheet);
      }
      return { days, classes: classes.all };
    });
  // Ranges as they were gathered last: most charts of a page ask for the same one.
  const gathered = new Map<string, { signature: string; known: KnownDays }>();
  const recall = async (modelId: string, from: number, to: number): Promise<KnownDays> => {
    const range = `${modelId} ${from} ${to}`;
    const signature = await readSignature(pool, modelId, from, to);
    const last = gathered.get(range);
    if (last?.signature === signature) return { ...last.known, classes: classes.all };
    const known = await fill(modelId, from, to);
    gathered.delete(range);
    // Read before the days were: should they have changed in between, the next asking finds another signature.
    gathered.set(range, { signature, known });
    for (const oldest of gathered.keys()) {
      if (gathered.size <= MOST_RANGES) break;
      gathered.delete(oldest);
    }
    return known;
  };
  return {
    async read(modelId, from, to) {
      const range = gathered.get(`${modelId} ${from} ${to}`);
      if (range) return recall(modelId, from, to);
      // One after the other: several charts of one page lack the same days.
      const mine = turn.then(() => recall(modelId, from, to));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** Ranges hold on to days that are no longer kept, so there are few. */
const MOST_RANGES = 8;

/** Touches are numbered once and for ever: as many up to the same newest one are the same ones. */
const stateKey = ({ version, touches, newestTouch }: DayState): string =>
  `${version} ${touches} ${newestTouch}`;

const isPacked = ({ version, touches }: DayState): boolean => version !== null && touches === 0;

/** Runs statements that all see the database as it was at the first one. */
export async function inOneState<Value>(
  pool: pg.Pool,
  read: (client: pg.PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const value = await read(client);
    await client.query('commit');
    client.release();
    return value;
  } catch (error) {
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}
