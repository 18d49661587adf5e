import { canonicalKey } from '@framewatch/dedup';
import { chooseSitemaps, type FeedEntry, fetchFeed, parseFeed } from '@framewatch/feeds';
import type { PageToRead } from '@framewatch/store';
import type { StageContext } from '../runtime/stage-context.ts';
import { whenTurnComes } from '../runtime/when-turn-comes.ts';
import { askRobots } from '../stages/read-article/ask-robots.ts';
import { isWithin, mayHold, pageTime, type Period } from './page-date.ts';

/** How far a walk is; whoever stores it can go on from there. */
export interface WalkState {
  /** Sitemaps that have still to be read, the most promising first; null before the site was asked for them. */
  waiting: string[] | null;
  read: number;
  counts: WalkCounts;
  /** Sitemaps that could not be read, and why. */
  unreadable: { url: string; why: string }[];
}

export interface WalkCounts {
  listed: number;
  /** New, and now waiting to be read. */
  added: number;
  known: number;
  outside: number;
  undated: number;
  forbidden: number;
  elsewhere: number;
}

export interface Walk extends Period {
  loadId: string;
  outletId: string;
  /** The site's front page, or a sitemap of it. */
  address: string;
  /** Pages that say nothing of their date are taken as well. */
  undated: boolean;
  /** At most so many pages are taken. */
  limit: number;
  state: WalkState;
  onProgress: (state: WalkState) => void;
}

export const WALK_BEGINS: WalkState = {
  waiting: null,
  read: 0,
  counts: { listed: 0, added: 0, known: 0, outside: 0, undated: 0, forbidden: 0, elsewhere: 0 },
  unreadable: [],
};

/** Where sites keep their sitemap if robots.txt names none. */
const COMMON = ['/sitemap.xml', '/sitemap_index.xml', '/sitemap-index.xml', '/sitemap/index.xml'];
const LIMITS = { timeoutMs: 60_000, maxBytes: 64 * 1024 * 1024 };
const MOST_SITEMAPS = 5_000;
const MOST_NAMED = 50;
const AT_ONCE = 1_000;
/** A host that is closed for longer than this ends the walk; it goes on when it is started again. */
const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * Walks a site's sitemaps and puts the pages of the period on the list of those that are to be read, each request at its
 * host's turn. The position is stored after each sitemap, so a walk that is broken off goes on where it was.
 */
export async function walkSite(context: StageContext, walk: Walk): Promise<WalkState> {
  let { state } = walk;
  const seen = new Set<string>();
  while (state.waiting === null || state.waiting.length > 0) {
    const waiting = state.waiting ?? (await firstSitemaps(context, walk.address));
    const [url, ...others] = waiting;
    if (url === undefined || state.counts.added >= walk.limit || state.read >= MOST_SITEMAPS) {
      state = { ...state, waiting: [] };
      break;
    }
    seen.add(url);
    const found = await readSitemap(context, url, walk.since);
    state = { ...state, waiting: others, read: state.read + 1 };
    if (found.kind === 'unreadable') state = withUnreadable(state, url, found.why);
    if (found.kind === 'index') {
      const inner = found.links.filter(
        (link) => !seen.has(link) && !others.includes(link) && mayHold(link, walk),
      );
      state = { ...state, waiting: [...inner, ...others] };
    }
    if (found.kind === 'pages') state = await takePages(context, walk, state, found.entries);
    await context.store.loads.saveState(walk.loadId, state);
    walk.onProgress(state);
  }
  await context.store.loads.saveState(walk.loadId, state);
  return state;
}

/** The address itself where it looks like a sitemap, else what robots.txt names, else where sites usually have it. */
async function firstSitemaps(context: StageContext, address: string): Promise<string[]> {
  if (/sitemap|\.xml(?:\.gz)?(?:$|\?)|\.txt$/i.test(new URL(address).pathname)) return [address];
  const { origin } = new URL(address);
  const { sitemaps } = await askRobots(context, address);
  const named = sitemaps.filter((url) => URL.canParse(url, origin)).map((url) => new URL(url, origin).href);
  return named.length > 0 ? [...new Set(named)] : COMMON.map((path) => `${origin}${path}`);
}

type FoundSitemap =
  | { kind: 'index'; links: string[] }
  | { kind: 'pages'; entries: FeedEntry[] }
  | { kind: 'unreadable'; why: string };

async function readSitemap(context: StageContext, url: string, since: Date): Promise<FoundSitemap> {
  const { now } = context;
  const request = { url, etag: null, lastModified: null, lastBodyHash: null, ...LIMITS };
  const turn = await whenTurnComes(
    context,
    { url, until: new Date(now().getTime() + LONGEST_WAIT_MS) },
    async () => fetchFeed(await context.outbound(), { ...request, now: now() }),
  );
  if (turn.kind === 'late')
    throw new Error(`${turn.why} until ${turn.at.toISOString()}: start the same again then.`);
  const fetched = turn.result;
  if (fetched.kind === 'unchanged') return { kind: 'pages', entries: [] };
  if (fetched.kind !== 'fetched') return { kind: 'unreadable', why: fetched.message };
  const parsed = await parseFeed(fetched.bytes, {
    url: fetched.finalUrl,
    contentType: fetched.contentType ?? undefined,
    pages: 'all',
  });
  if (parsed.kind === 'not-a-feed') return { kind: 'unreadable', why: parsed.reason };
  if (parsed.kind === 'feed') return { kind: 'pages', entries: parsed.entries };
  // What did not change since then holds nothing that was published since.
  const links = parsed.sitemaps.filter(
    ({ modified }) => modified === null || new Date(modified.instant) >= since,
  );
  return { kind: 'index', links: chooseSitemaps(links, links.length).map((link) => link.url) };
}

function withUnreadable(state: WalkState, url: string, why: string): WalkState {
  return { ...state, unreadable: [...state.unreadable, { url, why }].slice(0, MOST_NAMED) };
}

async function takePages(
  context: StageContext,
  walk: Walk,
  state: WalkState,
  entries: readonly FeedEntry[],
): Promise<WalkState> {
  const counts = { ...state.counts, listed: state.counts.listed + entries.length };
  const { readRobots } = await context.config.settings();
  const robots = readRobots ? await askRobots(context, walk.address) : null;
  let wanted: PageToRead[] = [];
  const put = async (): Promise<void> => {
    const added = await context.store.waitingPages.add(walk.loadId, wanted);
    counts.added += added;
    counts.known += wanted.length - added;
    wanted = [];
  };
  for (const entry of entries) {
    const verdict = judge(entry, walk, context.now());
    if (typeof verdict === 'string') counts[verdict] += 1;
    else if (robots?.isAllowed(verdict.url) === false) counts.forbidden += 1;
    else wanted.push(verdict);
    // Pages that are known already do not use up the limit.
    if (wanted.length >= Math.min(AT_ONCE, walk.limit - counts.added)) await put();
    if (counts.added >= walk.limit) break;
  }
  await put();
  return { ...state, counts };
}

function judge(entry: FeedEntry, walk: Walk, now: Date): PageToRead | 'outside' | 'undated' | 'elsewhere' {
  const { url } = entry;
  if (url === null || !isSameSite(url, walk.address)) return 'elsewhere';
  const time = pageTime(entry, now);
  if (time === null && !walk.undated) return 'undated';
  if (time !== null && !isWithin(time, walk)) return 'outside';
  const isStated = time?.from === 'published';
  return {
    canonicalKey: canonicalKey(url),
    url,
    outletId: walk.outletId,
    title: entry.title.trim() || url,
    feedText: null,
    statedAt: isStated ? time.instant : null,
    offsetMinutes: isStated ? time.offsetMinutes : null,
    // Until its page tells better.
    countedAt: time?.instant ?? now.toISOString(),
    dateIsStated: isStated,
  };
}

/** A host and those below it are one site: `press.example`, `www.press.example`, `english.press.example`. */
function isSameSite(url: string, address: string): boolean {
  const [a, b] = [url, address].map((one) => new URL(one).host.replace(/^www\./, '')) as [string, string];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
