import {
  type BackgroundSnapshot,
  type BeatModel,
  type TrainingCorrection,
  trainBeatModel,
} from '@framewatch/classifier';
import type { BeatSeeds } from '@framewatch/contracts';
import type { ModelRow, Store } from '@framewatch/store';
import { notFound } from '../http/problem.ts';

/** A model as answers need it; its background statistics are megabytes and stay in the database. */
export interface ModelView {
  id: string;
  version: string;
  activatedAt: Date | null;
  seeds: BeatSeeds;
}

/** A beat with the model that charts read, and the one that is being prepared. */
export interface LiveBeat {
  id: string;
  active: ModelView | null;
  preparing: ModelView | null;
}

export interface BeatCatalog {
  all(): Promise<LiveBeat[]>;
  /** Throws a 404 problem where there is no such beat. */
  find(beatId: string): Promise<LiveBeat>;
  /** The trained active model, or null while the beat has none. */
  classifier(beatId: string): Promise<BeatModel | null>;
}

/** Models by id and status, read once: a row never changes but for its status. */
const MOST_KEPT = 16;

/** Reads beats from their live models, as charts do: an edited seed shows when its model is in force. */
export function createBeatCatalog(store: Store): BeatCatalog {
  const views = keeping(async (key: string) => viewOf(await rowOf(store, key)));
  const trained = keeping(async (key: string) => train(await rowOf(store, key)));
  const all = async (): Promise<LiveBeat[]> => {
    const beats = new Map<string, LiveBeat>();
    for (const { id, beatId, status } of await store.models.findLive()) {
      const beat = beats.get(beatId) ?? { id: beatId, active: null, preparing: null };
      beats.set(beatId, beat);
      const view = await views(`${id} ${status}`);
      if (status === 'active') beat.active = view;
      else beat.preparing = view;
    }
    return [...beats.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  const find = async (beatId: string): Promise<LiveBeat> => {
    const beat = (await all()).find(({ id }) => id === beatId);
    if (beat) return beat;
    throw notFound(`There is no beat "${beatId}", or its seeds have never been without a mistake.`);
  };
  return {
    all,
    find,
    async classifier(beatId) {
      const { active } = await find(beatId);
      return active && trained(`${active.id} active`);
    },
  };
}

/** Remembers answers by key; a failed one is asked for again. */
function keeping<Value>(make: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const value = make(key);
    kept.set(key, value);
    value.catch(() => kept.delete(key));
    const oldest = kept.keys().next().value;
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}

async function rowOf(store: Store, key: string): Promise<ModelRow> {
  const id = key.split(' ')[0] ?? '';
  const row = await store.models.findById(id);
  if (!row) throw new Error(`There is no model ${id}.`);
  return row;
}

const viewOf = (row: ModelRow): ModelView => ({
  id: row.id,
  version: row.version,
  activatedAt: row.activated_at,
  seeds: row.seeds,
});

const train = (row: ModelRow): BeatModel =>
  trainBeatModel({
    seeds: row.seeds,
    background: row.background as BackgroundSnapshot,
    corrections: row.corrections as TrainingCorrection[],
  });
