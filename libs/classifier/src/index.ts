export { STOP_WORDS } from './data/stop-words.ts';
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
  textTerms,
} from './lexicon/background.ts';
export {
  type LabelDescription,
  type LabelModel,
  type LabelTraining,
  trainLabelModel,
} from './scoring/label-model.ts';
export { type SentenceSpan, splitSentences } from './text/sentences.ts';
export { chooseToTeach, type ReviewCandidate } from './learning/suggest.ts';
export { findUnseen, type StreamText, type UnseenWord } from './lexicon/unseen.ts';
