import type { FeedCandidate, FoundFeeds } from '@framewatch/contracts';
import type { FetchedDocument } from '../fetch/fetch.types.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import type { ReadFeed, SitemapIndex } from '../parse/types.ts';
import { chooseSitemaps } from '../sitemaps/choose-sitemaps.ts';
import { describeFeed } from './describe-feed.ts';
import { FEED_PATHS, feedsOnPage, type PossibleFeed, SITEMAP_PATHS, sitemapsFor } from './named-feeds.ts';
import { NO_SITE_FACTS, type SiteFacts, siteFacts } from './site-facts.ts';
import type { KnownFeeds } from './suggest-entry.ts';
import type { Visit, Visited } from './visit.ts';

/** One search: what it has found so far, and what it must not ask for again. */
interface Search extends FoundFeeds {
  visit: Visit;
  known: KnownFeeds;
  now: Date;
  site: SiteFacts;
  asked: Set<string>;
}

/**
 * The feeds of a site, each read: the address itself, what its page declares or links to, sitemaps that robots.txt names,
 * and where all that gives nothing, common paths. At most some fourteen requests, one after the other. Never rejects but
 * where `visit` does.
 * @param address what a person typed; `press.example` is taken for `https://press.example/`
 */
export async function findFeeds(
  visit: Visit,
  address: string,
  { known, now }: { known: KnownFeeds; now: Date },
): Promise<FoundFeeds> {
  const url = webAddress(address);
  if (url === null) {
    const message = 'This is no web address: it should look like https://press.example/.';
    return { address, candidates: [], unreadable: [{ url: address, message }], incomplete: false };
  }
  const first = await search(visit, url, known, now);
  const isGuess = !SCHEME.test(address.trim());
  if (!isGuess || first.asked.size > 1 || first.candidates.length > 0) return resultOf(first, url);
  // Few sites speak http alone by now, but those that do give no hint of it.
  const plain = url.replace(/^https:/, 'http:');
  const second = await search(visit, plain, known, now);
  return second.candidates.length > 0 || second.incomplete ? resultOf(second, plain) : resultOf(first, url);
}

async function search(visit: Visit, url: string, known: KnownFeeds, now: Date): Promise<Search> {
  const begun: Search = {
    address: url,
    candidates: [],
    unreadable: [],
    incomplete: false,
    visit,
    known,
    now,
    site: NO_SITE_FACTS,
    asked: new Set(),
  };
  await lookAround(begun, url);
  return begun;
}

const resultOf = ({ candidates, unreadable, incomplete }: Search, address: string): FoundFeeds => ({
  address,
  candidates,
  unreadable,
  incomplete,
});

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

/** What was typed as an address with its scheme; null where it is none. */
function webAddress(typed: string): string | null {
  const whole = SCHEME.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  if (/\s/.test(whole) || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
}

async function lookAround(search: Search, url: string): Promise<void> {
  const page = await ask(search, url, 'page');
  if (page.kind === 'time-is-up') return;
  if (page.kind === 'unread') search.unreadable.push({ url, message: page.message });
  if (page.kind === 'unread' && page.why === 'host') return;
  if (page.kind === 'fetched') {
    if (await take(search, { url: page.permanentUrl ?? url, title: null, found: 'itself' }, page)) return;
    search.site = siteFacts(page);
    for (const link of feedsOnPage(page)) await read(search, link, 'report');
  }
  const home = page.kind === 'fetched' ? page.finalUrl : url;
  const named = (await search.visit.robots(new URL(home).origin))?.sitemaps ?? [];
  const hasFeed = search.candidates.length > 0;
  for (const sitemap of sitemapsFor(home, named, hasFeed ? 1 : 2)) await read(search, sitemap, 'report');
  if (!hasFeed) await tryPaths(search, home, FEED_PATHS);
  if (search.candidates.length === 0) await tryPaths(search, home, SITEMAP_PATHS);
}

async function tryPaths(search: Search, home: string, paths: readonly string[]): Promise<void> {
  const before = search.candidates.length;
  for (const path of paths) {
    if (search.incomplete || search.candidates.length > before) return;
    await read(search, { url: new URL(path, home).href, title: null, found: 'common-path' }, 'quiet');
  }
}

/** Reads a possible feed; what a site names and does not give is told, a guess that was wrong is not. */
async function read(search: Search, possible: PossibleFeed, failure: 'report' | 'quiet'): Promise<void> {
  if (search.asked.has(possible.url)) return;
  const answer = await ask(search, possible.url, failure === 'quiet' ? 'page' : 'named');
  if (answer.kind === 'time-is-up') return;
  const message =
    answer.kind === 'unread'
      ? answer.message
      : (await take(search, { ...possible, url: answer.permanentUrl ?? possible.url }, answer))
        ? null
        : 'There is no feed at this address.';
  if (message !== null && failure === 'report') search.unreadable.push({ url: possible.url, message });
}

async function ask(search: Search, url: string, how: 'named' | 'page'): Promise<Visited> {
  if (search.incomplete) return { kind: 'time-is-up' };
  search.asked.add(url);
  const answer = await search.visit.get(url, how);
  if (answer.kind === 'time-is-up') search.incomplete = true;
  return answer;
}

/** Notes a document as a candidate; false where it is no feed. */
async function take(search: Search, possible: PossibleFeed, document: FetchedDocument): Promise<boolean> {
  const parsed = await parseDocument(document);
  if (parsed.kind === 'not-a-feed') return false;
  const feed =
    parsed.kind === 'feed' ? { url: possible.url, parsed } : await firstOf(search, possible.url, parsed);
  if (feed === null) return false;
  const candidate = describeFeed({ ...possible, url: feed.url }, feed.parsed, search);
  if (isWorthShowing(candidate, search.candidates)) insert(search.candidates, candidate);
  return true;
}

/** Each once; and who has a feed needs no list of bare addresses beside it, unless it is what they asked for. */
function isWorthShowing(candidate: FeedCandidate, others: readonly FeedCandidate[]): boolean {
  if (others.some(({ url }) => url === candidate.url)) return false;
  return candidate.kind !== 'sitemap' || candidate.found === 'itself' || others.length === 0;
}

const parseDocument = (document: FetchedDocument) =>
  parseFeed(document.bytes, { url: document.finalUrl, contentType: document.contentType ?? undefined });

/** Feeds come before lists of addresses, whatever was found first. */
function insert(candidates: FeedCandidate[], candidate: FeedCandidate): void {
  const rank = ({ kind, warnings }: FeedCandidate) =>
    ['feed', 'news-sitemap', 'sitemap'].indexOf(kind) + (warnings.includes('comments') ? 3 : 0);
  const at = candidates.findIndex((other) => rank(other) > rank(candidate));
  candidates.splice(at === -1 ? candidates.length : at, 0, candidate);
}

/** A news sitemap of an index is best watched itself; plain ones change their names, so their index stands for them. */
async function firstOf(
  search: Search,
  indexUrl: string,
  index: SitemapIndex,
): Promise<{ url: string; parsed: ReadFeed } | null> {
  for (const { url } of chooseSitemaps(index.sitemaps, 2)) {
    if (search.asked.has(url)) continue;
    const answer = await ask(search, url, 'named');
    if (answer.kind !== 'fetched') continue;
    const parsed = await parseDocument(answer);
    if (parsed.kind === 'feed') return { url: parsed.format === 'news-sitemap' ? url : indexUrl, parsed };
  }
  return null;
}
