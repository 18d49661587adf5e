import { setTimeout as pause } from 'node:timers/promises';
import { type FoundFeeds, foundFeedsSchema, PREVIEW_SECONDS } from '@framewatch/contracts';
import { ProblemError } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { within } from '../runtime/within.ts';

/** How long an answer is waited for, in milliseconds. */
interface Patience {
  /** Until a worker takes it up. */
  start: number;
  /** Until it is there. */
  finish: number;
}

const PATIENCE: Patience = { start: 15_000, finish: (PREVIEW_SECONDS + 10) * 1_000 };
/** The row is looked at so often: it holds the answer on either queue, and whichever process the worker is. */
const LOOK_EVERY_MS = 250;

/** Has a worker look at a site and waits for what it finds. Throws a problem in words where none answers. */
export async function awaitPreview(
  { store, queues, now, log }: Pick<ApiContext, 'store' | 'queues' | 'now' | 'log'>,
  address: string,
  patience = PATIENCE,
): Promise<FoundFeeds> {
  const previewId = await store.previews.ask(address, now());
  await within(2_000, queues.add('preview-feed', { previewId })).catch((error: unknown) => {
    log('warn', `queue: ${String(error)}`);
    throw new ProblemError(
      503,
      'The queue does not answer, so nobody can look at the site. Try again in a moment.',
    );
  });
  const askedAt = Date.now();
  for (;;) {
    const preview = await store.previews.find(previewId);
    if (preview?.finishedAt) return foundFeedsSchema.parse(preview.answer);
    const waited = Date.now() - askedAt;
    if (!preview?.startedAt && waited > patience.start)
      throw new ProblemError(
        503,
        'No worker has taken this up. Is a worker running, and does it run the stage preview-feed? Its log says more.',
      );
    if (waited > patience.finish)
      throw new ProblemError(
        504,
        'The look at the site took too long and was given up. Try again, or give the address of a feed.',
      );
    await pause(LOOK_EVERY_MS);
  }
}
