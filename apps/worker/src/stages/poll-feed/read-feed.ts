import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { NotAFeed, ParseOptions, ReadFeed, SitemapIndex } from '@framewatch/feeds';
import type { FoundEntry } from '@framewatch/store';
import { digestFeed } from './digest-feed.ts';

/** A feed and what of it can be stored. */
export interface FeedDigest {
  kind: 'feed';
  feed: ReadFeed;
  found: FoundEntry[];
}

export type FeedOutcome = FeedDigest | SitemapIndex | NotAFeed;

/** Everything that reading a feed needs; it is copied to the thread. */
export interface FeedBytes {
  bytes: Uint8Array;
  options: ParseOptions;
  seenAt: Date;
}

/**
 * Feeds up to this are read where they are: the costliest ones known take 40 ms then (real feeds: 2 ms), and a thread
 * takes 100 ms to start. The time grows with the length, so that longer ones would hold up everything else.
 */
const ASIDE_FROM_BYTES = 256 * 1024;
/** The largest real feeds known take a second; a thread may be slow because others are busy. */
const LONGEST_MS = 20_000;
/** More at once would slow each other down and take memory. */
const MOST_THREADS = 2;
/** 50 MB of feed take 270 MB. */
const HEAP_MB = 512;

/** Reads a feed's bytes; a long one in a thread of its own, which a hostile feed can stall or kill and nothing else. */
export async function readFeed(input: FeedBytes): Promise<FeedOutcome> {
  return input.bytes.length < ASIDE_FROM_BYTES ? digestFeed(input) : inTurn(() => readAside(input));
}

const waiting: (() => void)[] = [];
let reading = 0;

/** Waits for one of the threads' places, first come, first served. */
async function inTurn<Result>(read: () => Promise<Result>): Promise<Result> {
  if (reading >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
  try {
    return await read();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  }
}

function readAside(input: FeedBytes): Promise<FeedOutcome> {
  const thread = new Worker(threadEntry(), {
    workerData: input,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const answer = new Promise<FeedOutcome>((resolve) => {
    const givenUp = (why: string) => resolve({ kind: 'not-a-feed', reason: `Given up: ${why}` });
    const timer = setTimeout(
      () => givenUp(`reading this document took longer than ${LONGEST_MS / 1000} s.`),
      LONGEST_MS,
    );
    thread.once('message', (digest: FeedOutcome) => resolve(digest));
    thread.once('error', (error: Error & { code?: string }) =>
      givenUp(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `reading this document took more than ${HEAP_MB} MB.`
          : `this document broke its reader (${error.message.slice(0, 100)}).`,
      ),
    );
    thread.once('exit', () => {
      clearTimeout(timer);
      givenUp('its reader ended without an answer.');
    });
  });
  return answer.finally(() => void thread.terminate());
}

/** The built thread beside this file; from sources, where Node cannot run it, the one in dist. */
function threadEntry(): URL {
  const here = new URL('./read-feed.thread.js', import.meta.url);
  return existsSync(fileURLToPath(here))
    ? here
    : new URL('../../../dist/stages/poll-feed/read-feed.thread.js', import.meta.url);
}
