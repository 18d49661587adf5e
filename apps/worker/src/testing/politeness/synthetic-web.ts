import type { Outbound, OutboundRequest, OutboundResult } from '@framewatch/outbound';
import type { Moments } from './moments.ts';
import { logNormal, logUniform, seeded } from './seeded.ts';

/** How a host answers. */
export type HostManner = 'usual' | 'slow' | 'failing' | 'limiting' | 'down';

export interface SyntheticHost {
  name: string;
  manner: HostManner;
  feeds: SyntheticFeed[];
}

export interface SyntheticFeed {
  url: string;
  host: string;
  /** Mean minutes between two entries. */
  gapMinutes: number;
  seed: number;
}

/** One request as the host saw it. */
export interface Asked {
  url: string;
  host: string;
  start: number;
  end: number;
  /** Until when the host asked everybody to stay away, or null. */
  stayAwayUntil: number | null;
  status: number | null;
  /** True where the worker died under way: the connection ended with it, and nothing was stored. */
  isLost: boolean;
}

const MINUTE = 60_000;

/** Hosts of these sizes with feeds, all invented. Some are slow, some fail, some limit, one is down. */
export function inventHosts({
  sizes,
  seed,
  manner,
}: {
  sizes: readonly number[];
  seed: number;
  manner?: HostManner;
}): SyntheticHost[] {
  const random = seeded(seed);
  return sizes.map((size, rank) => {
    const name = `h${rank}.example`;
    return {
      name,
      manner: manner ?? mannerOf(rank, random),
      feeds: Array.from({ length: size }, (_, i) => ({
        url: `https://${name}/feed/${i}`,
        host: name,
        gapMinutes: logUniform(random, 60, 96 * 60),
        seed: Math.floor(random() * 2 ** 32),
      })),
    };
  });
}

/** With these the first of 500 hosts has a tenth of 5,000 feeds, and half of the hosts have one. */
const SHIFT = 4;
const EXPONENT = 1.5;

/** So many feeds on so many hosts, falling with the host's rank as Zipf and Mandelbrot say. */
export function skewedSizes(hosts: number, feeds: number): number[] {
  const weights = Array.from({ length: hosts }, (_, i) => 1 / (i + 1 + SHIFT) ** EXPONENT);
  const sum = weights.reduce((a, b) => a + b, 0);
  const sizes = weights.map((weight) => Math.max(1, Math.round((feeds * weight) / sum)));
  sizes[0] = (sizes[0] ?? 0) + feeds - sizes.reduce((a, b) => a + b, 0);
  return sizes;
}

/** The biggest host is well, so that only politeness holds it; others among the first limit, are slow and are down. */
function mannerOf(rank: number, random: () => number): HostManner {
  const die = random();
  if (rank === 0) return 'usual';
  if (rank === 5) return 'limiting';
  if (rank === 9) return 'slow';
  if (rank === 12) return 'down';
  if (die < 0.05) return 'slow';
  if (die < 0.08) return 'failing';
  return die < 0.11 ? 'limiting' : 'usual';
}

/** A worker's way out: what its death does to requests under way is for the caller to say. */
export interface WayOut extends Outbound {
  /** Ends what is under way, as the end of the process does. */
  cut(): void;
}

/** The ways out to those hosts, and what the hosts saw. */
export function createSyntheticWeb(hosts: SyntheticHost[], moments: Moments) {
  const asked: Asked[] = [];
  // Each feed has its own chances: what it answers does not depend on who else was asked before.
  const chances = new Map(hosts.flatMap((host) => host.feeds.map((feed) => [feed.url, seeded(feed.seed)])));
  const manners = new Map(hosts.map((host) => [host.name, host.manner]));
  const feeds = new Map(hosts.flatMap((host) => host.feeds.map((feed) => [feed.url, feed])));
  const open = (): WayOut => {
    const underWay = new Set<Asked>();
    return {
      async request(request): Promise<OutboundResult> {
        const feed = feeds.get(request.url) as SyntheticFeed;
        const manner = manners.get(feed.host) ?? 'usual';
        const random = chances.get(request.url) as () => number;
        const start = moments.now();
        const end = start + durationOf(manner, random);
        const { url, host } = feed;
        const record: Asked = { url, host, start, end, stayAwayUntil: null, status: null, isLost: false };
        asked.push(record);
        underWay.add(record);
        await moments.sleep(end, () => record.isLost);
        underWay.delete(record);
        record.end = moments.now();
        const answer = answerOf(manner, feed, request, moments.now(), random);
        if (answer.kind === 'failure') return answer;
        record.status = answer.status;
        const wait = answer.headers['retry-after'];
        if (wait !== undefined) record.stayAwayUntil = moments.now() + Number(wait) * 1000;
        return answer;
      },
      close: () => Promise.resolve(),
      cut() {
        for (const record of underWay) Object.assign(record, { isLost: true, end: moments.now() });
        underWay.clear();
      },
    };
  };
  return { asked, open };
}

function durationOf(manner: HostManner, random: () => number): number {
  switch (manner) {
    case 'usual':
    case 'failing':
    case 'limiting':
      return Math.min(25_000, logNormal(random, 250, 0.9));
    case 'slow':
      return 5_000 + random() * 20_000;
    case 'down':
      return 10_000;
  }
}

function answerOf(
  manner: HostManner,
  feed: SyntheticFeed,
  request: OutboundRequest,
  now: number,
  random: () => number,
): OutboundResult {
  if (manner === 'down')
    return {
      kind: 'failure',
      reason: 'connect',
      message: `${feed.host} does not answer.`,
      url: feed.url,
      redirects: [],
      durationMs: 10_000,
    };
  if (manner === 'failing' && random() < 0.5) return response(feed, 500, {}, '');
  if (manner === 'limiting' && random() < 0.05)
    return response(
      feed,
      random() < 0.5 ? 429 : 503,
      { 'retry-after': String(60 + Math.floor(random() * 540)) },
      '',
    );
  const published = publishedBy(feed, now);
  const etag = `"${published.at(-1)}"`;
  return request.headers?.['if-none-match'] === etag
    ? response(feed, 304, { etag }, '')
    : response(feed, 200, { etag, 'content-type': 'application/rss+xml' }, document(feed, published));
}

function response(
  feed: SyntheticFeed,
  status: number,
  headers: Record<string, string>,
  body: string,
): OutboundResult {
  return {
    kind: 'response',
    status,
    headers,
    body: Buffer.from(body),
    truncated: false,
    truncatedBy: null,
    finalUrl: feed.url,
    redirects: [],
    durationMs: 0,
    address: null,
  };
}

const ENTRIES = 6;

/** When the feed's newest entries were published: one in each of its gaps, at a time that its seed decides. */
function publishedBy(feed: SyntheticFeed, now: number): number[] {
  const gap = feed.gapMinutes * MINUTE;
  const times: number[] = [];
  for (let slot = Math.floor(now / gap); times.length < ENTRIES; slot -= 1) {
    const time = Math.floor((slot + seeded(feed.seed ^ slot)()) * gap);
    if (time <= now) times.unshift(time);
  }
  return times;
}

const document = (feed: SyntheticFeed, published: number[]): string =>
  `<rss version="2.0"><channel><title>${feed.url}</title>${published
    .map(
      (time) =>
        `<item><guid>${time}</guid><title>Item of ${time}</title><link>${feed.url}/${time}</link><pubDate>${new Date(time).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;
