import {
  type BeatModel,
  type BackgroundSnapshot,
  trainBeatModel,
  type TrainingCorrection,
} from '@framewatch/classifier';
import type { Store } from '@framewatch/store';

/** Trained models by id; training is a pure function of the model's row, so that every process has the same. */
export interface ModelCache {
  get(modelId: string): Promise<BeatModel>;
}

/** One per beat and its successor are in use; a few more cost only memory. */
const MOST = 8;

export function createModelCache(store: Store): ModelCache {
  const models = new Map<string, Promise<BeatModel>>();
  return {
    get(modelId) {
      const known = models.get(modelId);
      if (known) return known;
      const training = train(store, modelId);
      models.set(modelId, training);
      training.catch(() => models.delete(modelId));
      const oldest = models.keys().next().value;
      if (models.size > MOST && oldest !== undefined) models.delete(oldest);
      return training;
    },
  };
}

async function train(store: Store, modelId: string): Promise<BeatModel> {
  const row = await store.models.findById(modelId);
  if (!row) throw new Error(`There is no model ${modelId}.`);
  return trainBeatModel({
    seeds: row.seeds,
    background: row.background as BackgroundSnapshot,
    corrections: row.corrections as TrainingCorrection[],
  });
}
