export { FAILING_FROM, feedTrouble, whyTrouble } from './feed-trouble.ts';
export { findFirsts, type FirstRule, isFirst, isKnownFor, subjectScore, whyFirst } from './first-coverage.ts';
export { countedArticle, isNews, judgeArticle, OLDEST_NEWS_MS } from './judge-article.ts';
export {
  type ArticleRule,
  isAmong,
  isFollowUp,
  labelsMeant,
  type MatchedArticle,
  matchesRule,
} from './match-rule.ts';
export { quotesFor } from './quotes.ts';
export { nameOfSubject, type Subject, watchedSubjects } from './watched-subjects.ts';
export { type NameOf, sayWhy, whyArticle } from './why.ts';
export { durationMs } from './duration.ts';
export { nameOfLabel } from './name-of-label.ts';
export {
  gatherShiftCounts,
  replayShifts,
  shiftIn,
  type ShiftRule,
  shiftWindows,
  whyShift,
} from './shift-rule.ts';
export {
  gatherSpikeCounts,
  replaySpikes,
  spikeIn,
  type SpikeRule,
  spikeWindows,
  whySpike,
} from './spike-rule.ts';
export type { Window } from './windows.ts';
export { framesOf, titleOfShift, titleOfSpike, titleOfTrouble } from './titles.ts';
export { type Check, replayTrouble } from './replay-trouble.ts';
