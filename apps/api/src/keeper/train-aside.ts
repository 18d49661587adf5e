import { aside } from '../runtime/aside.ts';
import type { BeatTraining, TrainedAside } from './training-thread.ts';

/**
 * Trains a model in a thread of its own, for it takes a second or two in which this process answers everybody else.
 * Gives its version and what the gold set says of it. Rejects where training fails.
 */
export function trainAside(training: BeatTraining): Promise<TrainedAside> {
  return aside(new URL('./training-thread.js', import.meta.url), training);
}
