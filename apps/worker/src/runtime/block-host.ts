import type { FailedFetch, RateLimited } from '@framewatch/feeds';
import type { StageContext } from './stage-context.ts';

/** A 429 that does not say for how long. */
const UNSAID_SECONDS = 600;
const LONGEST_SECONDS = 86_400;
/** A host is asked again so much later at most, and by no more than it asked for: not everybody in the same second. */
const MOST_JITTER_SECONDS = 60;

/** Closes a host to all requests for as long as its Retry-After says, and a little longer; nothing for other failures. */
export async function blockHost(
  { store, random }: StageContext,
  url: string,
  refusal: FailedFetch | RateLimited,
  at: Date,
): Promise<void> {
  if (refusal.retryAfterSeconds === null && refusal.kind !== 'rate-limited') return;
  const asked = Math.min(refusal.retryAfterSeconds ?? UNSAID_SECONDS, LONGEST_SECONDS);
  const seconds = asked + random() * Math.min(MOST_JITTER_SECONDS, asked);
  await store.hostGates.block(new URL(url).host, new Date(at.getTime() + seconds * 1000), refusal.message);
}
