import { indexFeeds } from '@framewatch/config';
import { type FeedConfig, PREVIEW_SECONDS, type PreviewPayload } from '@framewatch/contracts';
import { createVisit, fetchRobots, findFeeds, rulesOf } from '@framewatch/feeds';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { whenTurnComes } from '../../runtime/when-turn-comes.ts';
import { findRobots } from '../read-article/ask-robots.ts';

const LIMITS = { timeoutMs: 15_000, maxBytes: 20_000_000 };
/** Everything is closed only where robots.txt could not be read. */
const AWAY = 'robots.txt could not be read when it was asked for last; the site is left alone for now.';
const ROBOTS_TIMEOUT_MS = 10_000;

/** Looks at a site's feeds for somebody who wants to add one; each request waits for its host's turn, as all others do. */
export async function previewFeed(context: StageContext, { previewId }: PreviewPayload): Promise<Outcome> {
  const { store, now } = context;
  const address = await store.previews.start(previewId, now());
  if (address === null) return skipped('it is answered already');
  const until = new Date(now().getTime() + PREVIEW_SECONDS * 1_000 - LIMITS.timeoutMs);
  const visit = createVisit({
    outbound: await context.outbound(),
    ...LIMITS,
    now,
    atTurn: async (url, crawlDelaySeconds, run) => {
      const turn = await whenTurnComes(context, { url, until, crawlDelaySeconds }, run);
      return turn.kind === 'ran' ? turn.result : null;
    },
    robotsOf: (origin) => robotsOf(context, origin, until),
  });
  const found = await findFeeds(visit, address, { known: await watchedFeeds(context), now: now() });
  await store.previews.finish(previewId, found, now());
  return done();
}

/** What feeds.yaml says, as it is in force. */
async function watchedFeeds({ store }: StageContext) {
  const version = await store.configVersions.findNewest('feeds');
  const { feeds } = (version?.content ?? { feeds: [] }) as { feeds: (FeedConfig & { line: number })[] };
  return indexFeeds(feeds);
}

async function robotsOf(context: StageContext, origin: string, until: Date) {
  const { readRobots } = await context.config.settings();
  const reader = { origin, userAgent: await context.userAgent() };
  // Where robots.txt is not to be asked, nothing is closed and nothing is known of sitemaps.
  if (!readRobots) return { rules: rulesOf({ status: 'allow-all', body: '' }, reader), reason: '' };
  const kept = await findRobots(context, origin);
  if (kept !== null && kept.expiresAt > context.now())
    return { rules: rulesOf(kept, reader), reason: kept.status === 'disallow-all' ? AWAY : '' };
  const url = `${origin}/robots.txt`;
  const turn = await whenTurnComes(context, { url, until }, async () =>
    fetchRobots(await context.outbound(), {
      origin,
      previous: kept,
      timeoutMs: ROBOTS_TIMEOUT_MS,
      now: context.now(),
    }),
  );
  if (turn.kind === 'late') return null;
  const { body, status, expiresAt, reason } = turn.result;
  await context.store.upkeep.saveRobots(origin, { body, status, fetchedAt: context.now(), expiresAt });
  return { rules: rulesOf(turn.result, reader), reason: status === 'disallow-all' ? reason : '' };
}
