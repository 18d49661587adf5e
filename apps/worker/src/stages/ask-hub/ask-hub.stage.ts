import { retryAfterSeconds } from '@framewatch/feeds';
import type { OutboundResult } from '@framewatch/outbound';
import type { SubscriptionRow } from '@framewatch/store';
import { atHostsTurn } from '../../runtime/host-turn.ts';
import { done, type Outcome, retryAt, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { type HubAnswer, readHubAnswer } from './hub-answer.ts';
import { afterAttempts, REFUSED_AGAIN_MS } from './next-try.ts';

const LIMITS = { timeoutMs: 20_000, maxBytes: 10_000, maxRedirects: 5 };
/** Ten days, as most hubs give; each shortens it as it likes. */
const LEASE_SECONDS = 864_000;
/** A subscription that is not wanted any more ends with its lease; so often a hub is told before. */
const MOST_GOODBYES = 3;

/** One request to a hub: subscribe, renew, or unsubscribe. What it asked for is settled by the hub's verification. */
export async function askHub(
  context: StageContext,
  { subscriptionId }: { subscriptionId: string },
): Promise<Outcome> {
  const { store, now } = context;
  const row = await store.subscriptions.findById(subscriptionId);
  if (!row) return skipped('the subscription has ended');
  if (row.next_try_at > now()) return skipped('the hub was asked in the meantime');
  if (row.state === 'unsubscribing' && isOver(row, now())) {
    await store.subscriptions.remove(row.id);
    return done();
  }
  const turn = await atHostsTurn(
    context,
    {
      url: row.hub,
      reservedAt: row.reserved_start_at,
      reserve: (at) => store.subscriptions.reserveStart(row.id, at),
    },
    () => askOnce(context, row),
  );
  return turn.kind === 'wait' ? retryAt(turn.until, turn.why) : turn.result;
}

/** Nothing is left at the hub to be ended, or it was told often enough. */
function isOver({ asked_at, lease_ends_at, attempts }: SubscriptionRow, now: Date): boolean {
  return asked_at === null || attempts >= MOST_GOODBYES || (lease_ends_at !== null && lease_ends_at <= now);
}

async function askOnce(context: StageContext, { id, attempts }: SubscriptionRow): Promise<Outcome> {
  const { store, now, random } = context;
  // Claimed before it is sent: another worker skips it, and a hub may verify while it still answers.
  const asking = await store.subscriptions.beginAsking(
    id,
    now(),
    afterAttempts(attempts + 1, now(), random()),
  );
  if (!asking) return skipped('another worker asks the hub');
  const outbound = await context.outbound();
  const result = await outbound.request({
    url: asking.hub,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: formOf(asking),
    ...LIMITS,
  });
  const answer = readHubAnswer(result);
  if (answer.kind !== 'accepted') await recordRefusal(context, asking, answer, result);
  return done();
}

function formOf({ asked, topic, address, token, secret }: SubscriptionRow): string {
  const form = new URLSearchParams({
    'hub.mode': asked ?? 'subscribe',
    'hub.topic': topic,
    'hub.callback': `${address.replace(/\/+$/, '')}/api/push/${token}`,
  });
  if (asked === 'subscribe') {
    form.set('hub.lease_seconds', String(LEASE_SECONDS));
    form.set('hub.secret', secret);
  }
  return form.toString();
}

async function recordRefusal(
  { store, now, random, log }: StageContext,
  asking: SubscriptionRow,
  { kind, message }: Exclude<HubAnswer, { kind: 'accepted' }>,
  result: OutboundResult,
): Promise<void> {
  const wait = result.kind === 'response' ? retryAfterSeconds(result.headers, now()) : null;
  if (wait !== null)
    await store.hostGates.block(
      new URL(asking.hub).host,
      new Date(now().getTime() + Math.min(wait, 86_400) * 1000),
      message,
    );
  const refused = kind === 'refused';
  const next = refused && asking.asked === 'subscribe' ? now().getTime() + REFUSED_AGAIN_MS : 0;
  const backOff = afterAttempts(asking.attempts, now(), random()).getTime();
  const retry = new Date(Math.max(next, backOff, now().getTime() + (wait ?? 0) * 1000));
  await store.subscriptions.recordFailure(asking, { error: message, retryAt: retry, refused });
  log('warn', `hub ${new URL(asking.hub).host}: ${message}`, { feedId: asking.feed_id, asked: asking.asked });
}
