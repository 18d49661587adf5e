export { assembleTrend, pointOf } from './assemble.ts';
export { cutBuckets } from './buckets.ts';
export { type CountsAs, countsAs } from './counts-as.ts';
export { twoProportionZ } from './intervals.ts';
export { findSilence } from './silence.ts';
export { type DayCount, findSpike, type Spike } from './spikes.ts';
