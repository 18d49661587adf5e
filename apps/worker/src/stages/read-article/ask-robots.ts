import { fetchRobots, type RobotsAnswer, type RobotsRules, rulesOf } from '@framewatch/feeds';
import type { StageContext } from '../../runtime/stage-context.ts';

/** What robots.txt says of a page's host; asked once and kept until it expires. */
export async function askRobots(context: StageContext, url: string): Promise<RobotsRules> {
  const { store, now } = context;
  const { origin } = new URL(url);
  const kept = await findRobots(context, origin);
  const reader = { origin, userAgent: await context.userAgent() };
  if (kept && kept.expiresAt > now()) return rulesOf(kept, reader);
  const answer = await fetchRobots(await context.outbound(), {
    origin,
    previous: kept,
    timeoutMs: 10_000,
    now: now(),
  });
  await store.upkeep.saveRobots(origin, {
    body: answer.body,
    status: answer.status,
    fetchedAt: now(),
    expiresAt: answer.expiresAt,
  });
  return rulesOf(answer, reader);
}

/** The answer that is kept of an origin, expired or not. */
export async function findRobots({ store }: StageContext, origin: string): Promise<RobotsAnswer | null> {
  const kept = await store.upkeep.findRobots(origin);
  if (kept === null) return null;
  const status = kept.status === 'allow-all' || kept.status === 'disallow-all' ? kept.status : 'rules';
  return { status, body: kept.body ?? '', expiresAt: kept.expiresAt, reason: 'asked before' };
}
