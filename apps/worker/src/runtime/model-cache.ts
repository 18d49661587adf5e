import {
  type BackgroundSnapshot,
  type BeatModel,
  type TrainingCorrection,
  trainBeatModel,
} from '@framewatch/classifier';
import type { BeatSeeds } from '@framewatch/contracts';
import type { ModelRow, Store } from '@framewatch/store';

/** Trained models by id; training is a pure function of the model's row, so that every process has the same. */
export interface ModelCache {
  get(modelId: string): Promise<BeatModel>;
  /** The seeds that the beat's active model was made of, with its id; null where none is in force. */
  findActive(beatId: string): Promise<{ id: string; seeds: BeatSeeds } | null>;
}

/** One per beat and its successor are in use; a few more cost only memory. */
const MOST = 8;

export function createModelCache(store: Store): ModelCache {
  const trained = cacheOf((modelId) => train(store, modelId));
  // A model's row holds megabytes of statistics: read once a model, never once an article.
  const seeds = cacheOf(async (modelId) => (await rowOf(store, modelId)).seeds);
  return {
    get: trained,
    async findActive(beatId) {
      const live = await store.models.findLive();
      const active = live.find((model) => model.beatId === beatId && model.status === 'active');
      return active ? { id: active.id, seeds: await seeds(active.id) } : null;
    },
  };
}

/** Remembers what was made of the last few models; a failure is not remembered. */
function cacheOf<Value>(make: (modelId: string) => Promise<Value>): (modelId: string) => Promise<Value> {
  const values = new Map<string, Promise<Value>>();
  return (modelId) => {
    const known = values.get(modelId);
    if (known) return known;
    const making = make(modelId);
    values.set(modelId, making);
    making.catch(() => values.delete(modelId));
    const oldest = values.keys().next().value;
    if (values.size > MOST && oldest !== undefined) values.delete(oldest);
    return making;
  };
}

async function train(store: Store, modelId: string): Promise<BeatModel> {
  const row = await rowOf(store, modelId);
  return trainBeatModel({
    seeds: row.seeds,
    background: row.background as BackgroundSnapshot,
    corrections: row.corrections as TrainingCorrection[],
  });
}

async function rowOf(store: Store, modelId: string): Promise<ModelRow> {
  const row = await store.models.findById(modelId);
  if (!row) throw new Error(`There is no model ${modelId}.`);
  return row;
}
