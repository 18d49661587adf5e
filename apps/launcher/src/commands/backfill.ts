import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Environment } from '@framewatch/config';
import type { Store } from '@framewatch/store';
import {
  createLog,
  createStageContext,
  paceOf,
  type StageContext,
  WALK_BEGINS,
  type WalkState,
  walkSite,
} from '@framewatch/worker';
import { runningDatabaseUrl, withRunningStore } from '../database/running-database.ts';
import { type BackfillOptions, readBackfillOptions } from '../history/backfill-options.ts';
import { createOutletFinder } from '../history/outlet-finder.ts';
import { createProgress, duration } from '../history/progress.ts';

const LOOK_EVERY_MS = 1_000;

/**
 * `backfill ADDRESS --since DAY`: finds a site's older articles in its sitemaps and has them read, politely and behind
 * everything that is news. The reading goes on without this command; started again, it goes on where it was.
 */
export async function backfillCommand(
  environment: Environment,
  say: (line: string) => void,
  args: readonly string[],
): Promise<void> {
  const options = readBackfillOptions(args);
  const url = await runningDatabaseUrl(environment);
  await withRunningStore(environment, async (store) => {
    const { context, close } = createStageContext(environment, url, createLog('silent'));
    try {
      const done = await store.loads.alone(fingerprintOf(options), () => backfill(context, options, say));
      if (!done) throw new Error('This backfill is running already, in another process.');
    } finally {
      await close();
    }
  });
}

const fingerprintOf = ({ address, since, until, undated }: BackfillOptions): string =>
  createHash('sha256')
    .update(JSON.stringify(['backfill', address, since, until, undated]))
    .digest('hex');

async function backfill(
  context: StageContext,
  options: BackfillOptions,
  say: (line: string) => void,
): Promise<void> {
  const { store } = context;
  const { site, outletId } = await findSite(store, options);
  const load = await store.loads.begin<WalkState>(
    {
      kind: 'backfill',
      name: new URL(site).host,
      fingerprint: fingerprintOf(options),
      state: WALK_BEGINS,
    },
    new Date(),
  );
  if (load.resumed) say('This backfill was begun before, and goes on.');
  const walking = createProgress('Looking through sitemaps');
  const state = await walkSite(context, {
    ...options,
    loadId: load.id,
    outletId,
    address: site,
    state: load.state,
    onProgress: ({ read, waiting, counts }) =>
      walking.show(
        read,
        read + (waiting?.length ?? 0),
        `${counts.listed} addresses, ${counts.added} to read`,
      ),
  });
  walking.end();
  for (const line of summary(state, options)) say(line);
  if (options.wait) await follow(context, load.id, site, say);
  const { waiting, underWay } = await store.waitingPages.progress(load.id);
  if (waiting + underWay === 0) await store.loads.finish(load.id, new Date());
  else say('A running Framewatch reads on. The same command shows how far it is.');
  if (state.counts.listed === 0) process.exitCode = 1;
}

/** Where the sitemaps are looked for, and whose articles these are. */
async function findSite(
  store: Store,
  { address, outlet }: BackfillOptions,
): Promise<{ site: string; outletId: string }> {
  const feed = await store.imports.findSiteOfFeed(address);
  if (feed) return { site: feed.host === null ? address : `https://${feed.host}/`, outletId: feed.outletId };
  const finder = await createOutletFinder(store, outlet);
  const found = await finder.find({
    url: address,
    language: null,
    outlet: { name: null, country: null, group: null },
  });
  if ('kind' in found) throw new Error(found.message);
  return { site: address, outletId: found.id };
}

function summary({ counts, unreadable, read }: WalkState, { undated }: BackfillOptions): string[] {
  const { listed, added, known, outside, undated: without, forbidden, elsewhere } = counts;
  const parts = [
    `${added} are new and will be read`,
    `${known} known already`,
    `${outside} of another time`,
    ...(without > 0 ? [`${without} without a date${undated ? '' : ' (--undated takes them)'}`] : []),
    ...(forbidden > 0 ? [`${forbidden} that robots.txt does not allow`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} of other sites`] : []),
  ];
  return [
    `${read} sitemaps name ${listed} addresses: ${parts.join(', ')}.`,
    ...unreadable.map(({ url, why }) => `Not read: ${url}\n  ${why}`),
  ];
}

/** Shows how the reading goes on until nothing is left. Its end is told from the host's pace, and then from what was seen. */
async function follow(
  { store, config }: StageContext,
  loadId: string,
  site: string,
  say: (line: string) => void,
): Promise<void> {
  const { gapSeconds } = paceOf(await config.settings(), new URL(site).host);
  const first = await store.waitingPages.progress(loadId);
  if (first.waiting + first.underWay === 0) return;
  // The list is looked at every second, so a page a second is the most.
  const atPace = Math.max(gapSeconds, 1) * 1_000 * Math.ceil(first.waiting / Math.max(1, first.hosts));
  say(
    `${first.waiting} pages at one every ${Math.max(gapSeconds, 1)} s: ${duration(atPace)} at best. News goes first. Ctrl-C leaves it to Framewatch.`,
  );
  const progress = createProgress('Reading');
  const began = Date.now();
  for (;;) {
    const now = await store.waitingPages.progress(loadId);
    const ended = now.read + now.discarded;
    const total = ended + now.waiting + now.underWay;
    progress.show(
      ended,
      total,
      `${now.read} read, ${now.discarded} no articles`,
      leftOf(now, first, Date.now() - began, atPace),
    );
    if (now.waiting + now.underWay === 0) break;
    await pause(LOOK_EVERY_MS);
  }
  progress.end();
}

type Seen = Awaited<ReturnType<Store['waitingPages']['progress']>>;

/** Never sooner than politeness allows, and as slow as it has been so far. */
function leftOf(now: Seen, first: Seen, elapsedMs: number, atPace: number): string {
  const gone = first.waiting - now.waiting;
  const share = now.waiting / Math.max(1, first.waiting);
  const asSeen = gone < 5 ? 0 : (elapsedMs / gone) * now.waiting;
  return now.waiting === 0 ? '' : `, about ${duration(Math.max(atPace * share, asSeen))} left`;
}
