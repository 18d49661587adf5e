import type { ExtractedPage } from '@framewatch/extraction';
import { type FetchedDocument, fetchPage, type PageFetch } from '@framewatch/feeds';
import { searchWords } from '@framewatch/search-words';
import type { ArticleRow, ReadText } from '@framewatch/store';
import { atHostsTurn } from '../../runtime/host-turn.ts';
import { done, type Outcome, retryAt, skipped, urgencyOf } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { hashOf, statedTime } from '../poll-feed/found-entries.ts';
import { askRobots } from './ask-robots.ts';

const PAGE_LIMITS = { timeoutMs: 30_000, maxBytes: 10_000_000 };
/** Tries to get a page before the feed's own words stand in for it: at once, after a minute, after an hour. */
const PAUSES_MINUTES = [1, 60];
/** Texts that came from the page itself. */
const PAGE_SOURCES = new Set(['page', 'page-cut']);
/** A page with less text than its feed gave is no better source. */
const SHORTEST_PAGE_LETTERS = 280;

/** Reads an article's page politely and stores its text; where that fails, the feed's text stands in, labelled. */
export async function readArticle(
  context: StageContext,
  { articleId }: { articleId: string },
): Promise<Outcome> {
  const { store, config, now } = context;
  const article = await store.articles.findById(articleId);
  if (!article) return skipped('the article is gone');
  if (article.fate !== 'found') return skipped(`already ${article.fate}`);
  const settings = await config.settings();
  const robots = settings.readRobots ? await askRobots(context, article.url) : null;
  if (robots?.isAllowed(article.url) === false)
    return standInFor(context, article, 'robots.txt does not allow the page to be read');

  const turn = await atHostsTurn(
    context,
    {
      url: article.url,
      reservedAt: article.reserved_start_at,
      reserve: (at) => store.articles.reserveStart(articleId, at),
      crawlDelaySeconds: robots?.crawlDelaySeconds ?? null,
    },
    async () => fetchPage(await context.outbound(), { url: article.url, ...PAGE_LIMITS, now: now() }),
  );
  if (turn.kind === 'wait') return comeBack(context, articleId, turn.until, turn.why);
  return afterFetch(context, article, turn.result);
}

async function afterFetch(context: StageContext, article: ArticleRow, fetched: PageFetch): Promise<Outcome> {
  switch (fetched.kind) {
    case 'fetched':
      return afterPage(context, article, fetched);
    case 'gone':
      return standInFor(context, article, 'the outlet says that the page is gone');
    case 'rate-limited':
    case 'failed':
      return afterFailure(context, article, fetched);
  }
}

async function afterFailure(
  context: StageContext,
  article: ArticleRow,
  failure: Extract<PageFetch, { kind: 'failed' | 'rate-limited' }>,
): Promise<Outcome> {
  const { store, now } = context;
  if (failure.retryAfterSeconds !== null || failure.kind === 'rate-limited') {
    const pause = Math.min(failure.retryAfterSeconds ?? 600, 86_400);
    await store.hostGates.block(
      new URL(article.url).host,
      new Date(now().getTime() + pause * 1000),
      failure.message,
    );
  }
  const tries = await store.articles.countAttempt(article.id);
  const pause = isWorthAnotherTry(failure) ? PAUSES_MINUTES[tries - 1] : undefined;
  if (pause === undefined) return standInFor(context, article, failure.message);
  return comeBack(context, article.id, new Date(now().getTime() + pause * 60_000), failure.message);
}

async function comeBack({ store }: StageContext, articleId: string, at: Date, why: string): Promise<Outcome> {
  await store.articles.postpone(articleId, at);
  return retryAt(at, why);
}

function isWorthAnotherTry(failure: Extract<PageFetch, { kind: 'failed' | 'rate-limited' }>): boolean {
  if (failure.kind === 'rate-limited') return true;
  switch (failure.failure) {
    case 'refused-address':
    case 'refused-url':
    case 'redirect-loop':
    case 'too-many-redirects':
    case 'not-found':
    case 'forbidden':
    case 'challenge':
    case 'client-error':
    case 'unexpected-status':
      return false;
    case 'dns-temporary':
    case 'dns-not-found':
    case 'connect':
    case 'tls':
    case 'timeout':
    case 'aborted':
    case 'broken-response':
    case 'server-error':
      return true;
  }
}

async function afterPage(
  context: StageContext,
  article: ArticleRow,
  fetched: FetchedDocument,
): Promise<Outcome> {
  const page = await context.pages.read(fetched.bytes, {
    url: fetched.finalUrl,
    contentType: fetched.contentType ?? undefined,
    seenAt: article.first_seen_at.toISOString(),
  });
  if (page.kind === 'failed')
    return standInFor(context, article, `the page could not be read: ${page.detail}`);
  if (page.kind === 'not-an-article')
    return standInFor(context, article, `the page is no article (${page.detail})`);
  const feedText = article.feed_text ?? '';
  if (page.text.length < SHORTEST_PAGE_LETTERS && feedText.length > page.text.length)
    return standInFor(context, article, 'the page holds less text than the feed');
  return storeText(context, article, fromPage(article, page, fetched));
}

function fromPage(
  article: ArticleRow,
  page: Extract<ExtractedPage, { kind: 'article' }>,
  fetched: FetchedDocument,
): ReadText {
  const title = page.title ?? article.title;
  const language = page.language ?? 'und';
  const cut = page.truncated !== null || fetched.truncated;
  return {
    title,
    text: page.text,
    authors: page.authors.length > 0 ? [...page.authors] : article.authors,
    language,
    textSource: cut ? 'page-cut' : 'page',
    method: page.method,
    quality: page.quality,
    note: page.truncated === 'paywall' ? 'only the part before the paywall could be read' : null,
    canonicalUrl: page.canonicalUrl,
    contentHash: hashOf(page.text),
    ...timeOf(article, page.published),
    searchWords: searchWords(`${title} ${page.text}`, language),
  };
}

/** What a sitemap gave as an address alone is nothing without its page; all else has the feed's words to stand in. */
async function standInFor(context: StageContext, article: ArticleRow, why: string): Promise<Outcome> {
  const isAddressAlone =
    article.title === article.url && article.feed_text === null && article.read_at === null;
  if (!isAddressAlone) return storeText(context, article, standIn(article, why));
  await context.store.articles.setFate(article.id, 'discarded', why);
  return { kind: 'discarded', reason: why };
}

/** The feed's words stand in for a page that could not be read; the reason is kept and shown. */
function standIn(article: ArticleRow, why: string): ReadText {
  if (PAGE_SOURCES.has(article.text_source)) return asBefore(article, why);
  const text = article.feed_text ?? '';
  return {
    title: article.title,
    text,
    authors: article.authors,
    language: 'und',
    textSource: text === '' ? 'none' : article.feed_text_is_whole ? 'feed-content' : 'feed-summary',
    method: null,
    quality: null,
    note: why,
    canonicalUrl: null,
    contentHash: hashOf(text),
    ...timeOf(article, null),
    searchWords: searchWords(`${article.title} ${text}`, 'und'),
  };
}

/** A page that was read once and is closed now: its text stays, for the feed's summary would be a step back. */
function asBefore(article: ArticleRow, why: string): ReadText {
  return {
    title: article.title,
    text: article.text,
    authors: article.authors,
    language: article.language,
    textSource: article.text_source,
    method: article.extraction_method,
    quality: article.extraction_quality,
    note: `could not be read again: ${why}`,
    canonicalUrl: article.canonical_url,
    contentHash: article.content_hash ?? hashOf(article.text),
    ...timeOf(article, null),
    searchWords: searchWords(`${article.title} ${article.text}`, article.language),
  };
}

/** The feed's date comes first: it names the moment of publication, a page's often that of its last edit. */
function timeOf(article: ArticleRow, page: { instant: string; offsetMinutes: number | null } | null) {
  if (article.date_is_stated || page === null)
    return {
      statedAt: article.stated_at?.toISOString() ?? null,
      offsetMinutes: article.offset_minutes,
      countedAt: article.counted_at.toISOString(),
      dateIsStated: article.date_is_stated,
    };
  return statedTime(page, article.first_seen_at);
}

async function storeText(context: StageContext, article: ArticleRow, text: ReadText): Promise<Outcome> {
  const { store, now } = context;
  const { changed } = await store.articles.saveText(article.id, text, now());
  return changed || article.grouped_at === null
    ? done({ stage: 'group-article', payloads: [{ articleId: article.id }], urgency: urgencyOf(article) })
    : done();
}
