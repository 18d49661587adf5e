import { parentPort, workerData } from 'node:worker_threads';
import { digestFeed } from './digest-feed.ts';
import type { FeedBytes } from './read-feed.ts';

/** Runs in a thread of its own: one feed in, one digest out. */
parentPort?.postMessage(await digestFeed(workerData as FeedBytes));
