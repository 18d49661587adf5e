import { decodeText } from '@framewatch/charset';
import type { Outbound } from '@framewatch/outbound';
import { feedLinks } from './feed-links.ts';
import type { FetchLimits } from './fetch.types.ts';
import { fetchPage } from './fetch-page.ts';
import { looksLikeFeed } from './looks-like-feed.ts';

/** An address at which a site seems to keep a feed; only reading it makes sure. */
export interface FeedCandidate {
  readonly url: string;
  readonly title: string | null;
  /** `itself`: the address given is a feed. `link`, `anchor`: the page names it. `common-path`: it was tried and answers. */
  readonly found: 'itself' | 'link' | 'anchor' | 'common-path';
}

/** Paths of widespread publishing systems, the most frequent first; each tried costs the site a request. */
const COMMON_PATHS = ['/feed', '/rss.xml', '/rss', '/atom.xml', '/index.xml'];
const MAX_ANCHORS = 5;

/**
 * Feeds of a site, best guess first, in at most six requests one after the other: the address itself, what
 * its page declares or links to, and where that gives nothing, common paths up to the first that answers.
 */
export async function discoverFeeds(
  outbound: Outbound,
  siteUrl: string,
  limits: FetchLimits,
): Promise<FeedCandidate[]> {
  const page = await fetchPage(outbound, { url: siteUrl, ...limits });
  if (page.kind !== 'fetched') return tryCommonPaths(outbound, siteUrl, limits);
  if (looksLikeFeed(page.bytes)) return [{ url: page.permanentUrl ?? siteUrl, title: null, found: 'itself' }];
  const { text } = decodeText(page.bytes, { contentType: page.contentType ?? undefined, kind: 'html' });
  const links = feedLinks(text, page.finalUrl);
  const declared = links.filter(({ found }) => found === 'link').sort(commentsLast);
  if (declared.length > 0) return declared;
  const anchors = links.slice(0, MAX_ANCHORS).sort(commentsLast);
  return anchors.length > 0 ? anchors : tryCommonPaths(outbound, page.finalUrl, limits);
}

async function tryCommonPaths(
  outbound: Outbound,
  siteUrl: string,
  limits: FetchLimits,
): Promise<FeedCandidate[]> {
  if (!URL.canParse(siteUrl)) return [];
  for (const path of COMMON_PATHS) {
    const url = new URL(path, siteUrl).href;
    const answer = await fetchPage(outbound, { url, ...limits });
    if (answer.kind === 'rate-limited' || isOutOfReach(answer)) return [];
    if (answer.kind === 'fetched' && looksLikeFeed(answer.bytes))
      return [{ url: answer.permanentUrl ?? url, title: null, found: 'common-path' }];
  }
  return [];
}

/** A host that does not answer at all will not answer at other paths either. */
function isOutOfReach(answer: Awaited<ReturnType<typeof fetchPage>>): boolean {
  return answer.kind === 'failed' && answer.status === null;
}

function commentsLast(
  a: { url: string; title: string | null },
  b: { url: string; title: string | null },
): number {
  return Number(isCommentFeed(a)) - Number(isCommentFeed(b));
}

function isCommentFeed({ url, title }: { url: string; title: string | null }): boolean {
  return /comment/i.test(`${url} ${title ?? ''}`);
}
