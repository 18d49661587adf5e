import { findFrameShifts } from '@framewatch/trends';
import { aside } from '../../runtime/aside.ts';
import type { ShiftSearch } from './shift-thread.ts';

/** A search of fewer is over sooner than a thread has begun. */
const FEW_CELLS = 1_000;

/**
 * Lasting shifts of frames, for they are found by thousands of permutations: those of an archive take seconds, and are
 * looked for in a thread of their own.
 */
export async function searchShifts(...search: ShiftSearch): Promise<ReturnType<typeof findFrameShifts>> {
  const [, cells] = search;
  if (cells.length < FEW_CELLS) return findFrameShifts(...search);
  return aside(new URL('./shift-thread.js', import.meta.url), search);
}
