import { fetchRobots, type RobotsAnswer, type RobotsRules, rulesOf } from '@framewatch/feeds';
import type { StageContext } from '../../runtime/stage-context.ts';

/** What robots.txt says of a page's host; asked once and kept until it expires. */
export async function askRobots(context: StageContext, url: string): Promise<RobotsRules> {
  const { store, now } = context;
  const { origin } = new URL(url);
  const kept = await store.upkeep.findRobots(origin);
  const reader = { origin, userAgent: await context.userAgent() };
  const status = (text: string): RobotsAnswer['status'] =>
    text === 'allow-all' || text === 'disallow-all' ? text : 'rules';
  if (kept && kept.expiresAt > now())
    return rulesOf({ status: status(kept.status), body: kept.body ?? '' }, reader);
  const previous = kept
    ? {
        status: status(kept.status),
        body: kept.body ?? '',
        expiresAt: kept.expiresAt,
        reason: 'asked before',
      }
    : null;
  const answer = await fetchRobots(await context.outbound(), {
    origin,
    previous,
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
