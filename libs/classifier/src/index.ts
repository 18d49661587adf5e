export {
  type ArticleText,
  type BeatModel,
  type BeatTraining,
  type TrainingCorrection,
  trainBeatModel,
} from './beat-model.ts';
export {
  type BackgroundAccumulator,
  type BackgroundSnapshot,
  createBackground,
  emptyBackground,
} from './lexicon/background.ts';
