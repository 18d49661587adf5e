export { type Baseline, BASELINES, type BaselineName } from './baselines/baselines.ts';
export { type CrossValidated, crossValidate } from './baselines/cross-validate.ts';
export { type Sample, weighTerms } from './baselines/samples.ts';
export { bootstrap } from './bootstrap.ts';
export { calibrationError, reliability, type ReliabilityBin } from './calibration.ts';
export { type Confusion, countDecisions, type Estimate, f1, precision, recall } from './decisions.ts';
export { type Interval, wilson } from './intervals.ts';
export { seededRandom } from './random.ts';
export { averagePrecision, rocAuc, type Scored } from './ranking.ts';
