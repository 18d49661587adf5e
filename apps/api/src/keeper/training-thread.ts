import { parentPort, workerData } from 'node:worker_threads';
import { type BackgroundSnapshot, trainBeatModel, type TrainingCorrection } from '@framewatch/classifier';
import type { BeatSeeds, ModelFigures } from '@framewatch/contracts';
import { type GoldSet, measureOnGold } from './measure-model.ts';

/** What a model is made of, and the texts it is measured on; `gold` null: its version alone is asked for. */
export interface BeatTraining {
  seeds: BeatSeeds;
  background: BackgroundSnapshot;
  corrections: TrainingCorrection[];
  gold: GoldSet | null;
}

export interface TrainedAside {
  version: string;
  gold: ModelFigures['gold'];
}

/** The thread's whole life: one model in, its version and figures out. */
const { gold, ...parts } = workerData as BeatTraining;
const model = trainBeatModel(parts);
const answer: TrainedAside = {
  version: model.version,
  gold: gold === null ? null : measureOnGold(model, gold),
};
parentPort?.postMessage(answer);
