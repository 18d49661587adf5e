import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SubscriptionRow } from '@framewatch/store';
import type { ApiContext } from '../runtime/api-context.ts';
import { within } from '../runtime/within.ts';
import { readBody } from './read-body.ts';
import { isSigned } from './signature.ts';

/** Hubs push what is new, or a whole feed of usual length; what is larger is polled. */
const MOST_BYTES = 5_000_000;
/** Bodies held in memory at once. */
const MOST_AT_ONCE = 16;
const QUEUE_PATIENCE_MS = 2_000;

/** How a push is answered: a status, and words where something is wrong. */
export interface PushAnswer {
  status: 202 | 400 | 404 | 410 | 413 | 415 | 503;
  detail: string;
}

const ACCEPTED: PushAnswer = { status: 202, detail: '' };

/**
 * Takes what a hub brings: kept as it is if its signature is right, to be read by a worker. A missing or wrong signature
 * is answered like a right one (WebSub, 7.1) and counted.
 */
export function createIntake(context: ApiContext) {
  let reading = 0;
  return async (request: IncomingMessage, row: SubscriptionRow | null): Promise<PushAnswer> => {
    const refusal = refusalOf(request, row);
    if (refusal || !row) return refusal ?? ACCEPTED;
    if (reading >= MOST_AT_ONCE) return { status: 503, detail: 'Too many pushes at once.' };
    reading += 1;
    try {
      return await takeIn(context, request, row);
    } finally {
      reading -= 1;
    }
  };
}

function refusalOf({ headers }: IncomingMessage, row: SubscriptionRow | null): PushAnswer | null {
  if (!row || row.state === 'requested') return { status: 404, detail: 'There is no such subscription.' };
  if (row.state === 'refused' || row.state === 'unsubscribing')
    return { status: 410, detail: 'This subscription has ended.' };
  const coding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  return coding === 'identity' ? null : { status: 415, detail: 'Send the body without a content coding.' };
}

async function takeIn(
  { store, queues, now, log }: ApiContext,
  request: IncomingMessage,
  row: SubscriptionRow,
): Promise<PushAnswer> {
  const body = await readBody(request, MOST_BYTES);
  if (body === 'broken') return { status: 400, detail: 'The body did not come whole.' };
  if (body === 'too-large') {
    await store.pushes.countTooLarge(row.id, now());
    return { status: 413, detail: `A push may hold at most ${MOST_BYTES} bytes.` };
  }
  const signature = request.headers['x-hub-signature'];
  if (!isSigned(typeof signature === 'string' ? signature : undefined, row.secret, body)) {
    await store.pushes.countForged(row.id);
    log('warn', 'a push was ignored: its signature is missing or wrong', { feedId: row.feed_id });
    return ACCEPTED;
  }
  const kept = await store.pushes.keep(row.id, {
    receivedAt: now(),
    contentType: request.headers['content-type']?.slice(0, 200) ?? null,
    body,
    hash: createHash('sha256').update(body).digest('hex'),
  });
  if (kept.kind === 'full') return { status: 503, detail: 'Too many pushes wait to be read.' };
  if (kept.kind === 'kept')
    // keep-subscriptions finds it if the queue is away.
    await within(QUEUE_PATIENCE_MS, queues.add('take-push', { pushId: kept.id })).catch((error: unknown) =>
      log('warn', `queue: ${String(error)}`),
    );
  return ACCEPTED;
}
