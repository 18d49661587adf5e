import {
  chooseSitemaps,
  type FailedFetch,
  type FeedFetch,
  type FetchedDocument,
  fetchFeed,
  looksLikeNews,
  parseFeed,
  type ReadFeed,
  type SitemapLink,
} from '@framewatch/feeds';
import type { StageContext } from '../../runtime/stage-context.ts';
import { whenTurnComes } from '../../runtime/when-turn-comes.ts';

/** A sitemap of an index as it is remembered between polls. */
export interface ReadSitemap {
  url: string;
  isNews: boolean;
  /** What the index said of it, as an instant. */
  modified: string | null;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
}

export interface FollowedIndex {
  /** What the sitemaps hold together; null where none was new. */
  feed: ReadFeed | null;
  sitemaps: ReadSitemap[];
  /** The last document that was read. */
  fetched: FetchedDocument | null;
  /** Why none could be read, where none could. */
  failure: FailedFetch | null;
  /** When to come back where the host's turn came for none of them. */
  late: { at: Date; why: string } | null;
}

/** Sitemaps of an index that are read in one poll, and requests for them: an index may name another. */
const MOST_SITEMAPS = 3;
const MOST_REQUESTS = 4;
/** A turn that takes longer to come leaves its sitemap to the next poll. */
const LONGEST_WAIT_MS = 45_000;

/**
 * Reads the sitemaps of an index that most likely hold what is new, each at its host's turn and conditionally. Where one is a
 * news sitemap the plain ones are left alone: they would list the same articles without title and date.
 */
export async function followIndex(
  context: StageContext,
  links: readonly SitemapLink[],
  before: readonly ReadSitemap[],
  limits: { timeoutMs: number; maxBytes: number },
): Promise<FollowedIndex> {
  const known = new Map(before.map((sitemap) => [sitemap.url, sitemap]));
  const answer: FollowedIndex = { feed: null, sitemaps: [], fetched: null, failure: null, late: null };
  const waiting = chooseSitemaps(links, MOST_SITEMAPS);
  // Also while the news sitemap is away: the plain ones would bring the same articles again under their bare addresses.
  let knowsNews = before.some(({ isNews }) => isNews);
  for (let requests = 0; requests < MOST_REQUESTS; requests += 1) {
    const link = waiting.shift();
    if (link === undefined || (knowsNews && !looksLikeNews(link.url))) break;
    const last = known.get(link.url);
    if (last && isAsBefore(link, last)) {
      answer.sitemaps.push(last);
      continue;
    }
    const turn = await whenTurnComes(
      context,
      { url: link.url, until: new Date(context.now().getTime() + LONGEST_WAIT_MS) },
      async () =>
        fetchFeed(await context.outbound(), { ...requestFor(link, last), ...limits, now: context.now() }),
    );
    if (turn.kind === 'late') {
      answer.late = turn;
      break;
    }
    const inner = await take(answer, link, last, turn.result);
    waiting.unshift(...inner);
    knowsNews ||= answer.feed?.format === 'news-sitemap';
  }
  return answer;
}

/** News sitemaps are asked for even so: the dates that indexes give for them are often those of the program. */
function isAsBefore(link: SitemapLink, last: ReadSitemap): boolean {
  return link.modified !== null && link.modified.instant === last.modified && !looksLikeNews(link.url);
}

function requestFor({ url }: SitemapLink, last: ReadSitemap | undefined) {
  return {
    url,
    etag: last?.etag ?? null,
    lastModified: last?.lastModified ?? null,
    lastBodyHash: last?.bodyHash ?? null,
  };
}

/** Notes what one request brought; gives the sitemaps that it names, where it is an index itself. */
async function take(
  answer: FollowedIndex,
  link: SitemapLink,
  last: ReadSitemap | undefined,
  fetched: FeedFetch,
): Promise<SitemapLink[]> {
  switch (fetched.kind) {
    case 'unchanged':
      answer.sitemaps.push({ ...(last as ReadSitemap), modified: link.modified?.instant ?? null });
      return [];
    case 'fetched': {
      const parsed = await parseFeed(fetched.bytes, {
        url: fetched.finalUrl,
        contentType: fetched.contentType ?? undefined,
      });
      if (parsed.kind === 'sitemap-index') return chooseSitemaps(parsed.sitemaps, MOST_SITEMAPS - 1);
      if (parsed.kind === 'not-a-feed') {
        answer.failure = failed(fetched, `its sitemap ${link.url} is none: ${parsed.reason}`);
        return [];
      }
      answer.fetched = fetched;
      answer.feed = joined(answer.feed, parsed);
      answer.sitemaps.push(remembered(link, fetched, parsed));
      return [];
    }
    case 'failed':
    case 'rate-limited':
    case 'gone':
      answer.failure = failed(fetched, `its sitemap ${link.url}: ${fetched.message}`);
      return [];
  }
}

function failed(fetched: Exclude<FeedFetch, { kind: 'unchanged' }>, message: string): FailedFetch {
  const { finalUrl, durationMs, status } = fetched;
  const failure = fetched.kind === 'failed' ? fetched.failure : 'client-error';
  return {
    kind: 'failed',
    failure,
    status,
    retryAfterSeconds: null,
    message: `The sitemap index can be read, but ${message}`,
    finalUrl,
    durationMs,
  };
}

function remembered(
  { url, modified }: SitemapLink,
  fetched: FetchedDocument,
  { format }: ReadFeed,
): ReadSitemap {
  const { validatorsLied, etag, lastModified, bodyHash } = fetched;
  return {
    url,
    isNews: format === 'news-sitemap',
    modified: modified?.instant ?? null,
    etag: validatorsLied ? null : etag,
    lastModified: validatorsLied ? null : lastModified,
    bodyHash,
  };
}

function joined(first: ReadFeed | null, next: ReadFeed): ReadFeed {
  if (first === null) return next;
  return {
    ...first,
    entries: [...first.entries, ...next.entries],
    truncated: first.truncated || next.truncated,
    notes: [...first.notes, ...next.notes],
  };
}
