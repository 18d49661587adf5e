export {
  adjustShare,
  calibrate,
  type Calibration,
  FEWEST_JUDGED,
  type JudgedScore,
  type NotCalibrated,
  type ScoreSum,
} from './adjust.ts';
export { assembleTrend, pointOf } from './assemble.ts';
export { isBlind } from './blind.ts';
export { type CutBucket, cutBuckets } from './buckets.ts';
export { type ComparedPeriod, comparedPeriod, type ComparedWith } from './compared-period.ts';
export { type CountsAs, countsAs } from './counts-as.ts';
export { type Difference, differenceOfShares, ratioOfShares, type ShareEstimate } from './differences.ts';
export { type EqualWeight, equalWeight, FEWEST_OF_OUTLET, type OutletCount } from './equal-weight.ts';
export { FALSE_DISCOVERIES } from './false-discovery.ts';
export { findFrameShifts, SHORTEST_LEVEL, shiftBuckets } from './frame-shifts.ts';
export { twoProportionZ } from './intervals.ts';
export { chanceOf } from './normal.ts';
export type { Shift, ShiftSide } from './shifts.ts';
export { findSilence, silentFrom } from './silence.ts';
export { dayCounts, findSpikes } from './spike-days.ts';
export { BASELINE_WINDOWS, type DayCount, findSpike, type Spike, SPIKE_BELOW } from './spikes.ts';
export { storyBand, type StoryBand, type StoryCount } from './story-band.ts';
export { compareWords, type WordOdds } from './word-odds.ts';
