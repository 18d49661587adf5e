import type { RereadingOutcome } from '@framewatch/contracts';
import { type FetchedDocument, fetchPage, type PageFetch } from '@framewatch/feeds';
import type { ArticleRow, ReadText } from '@framewatch/store';
import { atHostsTurn } from '../../runtime/host-turn.ts';
import { done, type Outcome, retryAt, skipped, urgencyOf } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { askRobots } from './ask-robots.ts';
import { judgePageAgain, type PageVerdict } from './judge-page-again.ts';
import { nextRereading } from './next-rereading.ts';
import { fromPage, isFromPage, standIn } from './page-text.ts';

export const PAGE_LIMITS = { timeoutMs: 30_000, maxBytes: 10_000_000 };
/** Tries to get a page before the feed's own words stand in for it: at once, after a minute, after an hour. */
const PAUSES_MINUTES = [1, 60];
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
    return standInFor(context, article, 'robots.txt does not allow the page to be read', 'forbidden');

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
      return gone(context, article, 'the outlet says that the page is gone');
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
  const tries = await store.articles.countAttempt(article.id);
  const pause = isWorthAnotherTry(failure) ? PAUSES_MINUTES[tries - 1] : undefined;
  if (failure.kind === 'failed' && failure.failure === 'not-found')
    return gone(context, article, failure.message);
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
  if (isFromPage(article))
    return afterSecondReading(context, article, judgePageAgain(article, fetched, page));
  if (page.kind === 'failed')
    return standInFor(context, article, `the page could not be read: ${page.detail}`);
  if (page.kind === 'not-an-article')
    return standInFor(context, article, `the page is no article (${page.detail})`);
  const feedText = article.feed_text ?? '';
  if (page.text.length < SHORTEST_PAGE_LETTERS && feedText.length > page.text.length)
    return standInFor(context, article, 'the page holds less text than the feed');
  return storeText(context, article, fromPage(article, page, fetched));
}

/** The feed showed a change of an article whose page was read before: a good text is not given up for a worse one. */
function afterSecondReading(
  context: StageContext,
  article: ArticleRow,
  verdict: PageVerdict,
): Promise<Outcome> {
  if (verdict.kind === 'text') return storeText(context, article, verdict.text);
  const { outcome, note } = verdict;
  return storeText(context, article, standIn(article, note), { outcome, note });
}

/** A page that was read before and is gone now: its text stays and is marked as withdrawn. */
function gone(context: StageContext, article: ArticleRow, why: string): Promise<Outcome> {
  if (article.read_at === null) return standInFor(context, article, why);
  return storeText(context, article, standIn(article, why), { outcome: 'withdrawn', note: why });
}

/** What a sitemap gave as an address alone is nothing without its page; all else has the feed's words to stand in. */
async function standInFor(
  context: StageContext,
  article: ArticleRow,
  why: string,
  outcome: RereadingOutcome = 'failed',
): Promise<Outcome> {
  const isAddressAlone =
    article.title === article.url && article.feed_text === null && article.read_at === null;
  if (isAddressAlone) {
    await context.store.articles.setFate(article.id, 'discarded', why);
    return { kind: 'discarded', reason: why };
  }
  // The feed's own words may be an edit; a page's text that is kept is none.
  const kept = isFromPage(article) ? { outcome, note: why } : { note: why };
  return storeText(context, article, standIn(article, why), kept);
}

async function storeText(
  context: StageContext,
  article: ArticleRow,
  text: ReadText,
  kept: { outcome?: RereadingOutcome; note?: string } = {},
): Promise<Outcome> {
  const { store, config, now } = context;
  const { rereading } = await config.settings();
  const next = nextRereading(rereading, article.first_seen_at, now());
  const { changed } = await store.articles.saveText(article.id, text, now(), { next, why: 'feed', ...kept });
  return changed || article.grouped_at === null
    ? done({ stage: 'group-article', payloads: [{ articleId: article.id }], urgency: urgencyOf(article) })
    : done();
}
