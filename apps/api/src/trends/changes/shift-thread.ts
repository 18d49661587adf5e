import { parentPort, workerData } from 'node:worker_threads';
import { findFrameShifts } from '@framewatch/trends';

/** What the search for shifts is asked, as its arguments. */
export type ShiftSearch = Parameters<typeof findFrameShifts>;

/** The thread's whole life: one search in, what it found out. */
parentPort?.postMessage(findFrameShifts(...(workerData as ShiftSearch)));
