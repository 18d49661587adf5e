import type { RereadingOutcome } from '@framewatch/contracts';
import { type FeedFetch, type FetchedDocument, fetchPageAgain } from '@framewatch/feeds';
import type { ArticleRow, RereadingTurn } from '@framewatch/store';
import { atHostsTurn, paceOf } from '../../runtime/host-turn.ts';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { askRobots } from '../read-article/ask-robots.ts';
import { judgePageAgain } from '../read-article/judge-page-again.ts';
import { nextRereading } from '../read-article/next-rereading.ts';
import { PAGE_LIMITS } from '../read-article/read-article.stage.ts';

/** Pauses after failed tries; after the last of them the reading is given up until the next one is due. */
const PAUSES_HOURS = [1, 6];
/** A host that has other things to do is asked again after this. */
const BUSY_MS = 60_000;
const LONGEST_WAIT_SECONDS = 86_400;

/** An article at its second reading. */
interface Reread {
  article: ArticleRow;
  turn: RereadingTurn;
  next: Date | null;
}

/**
 * Reads an article's page once more and stores what changed. News goes first: it takes no place in the host's queue,
 * but goes only when the host is free. Run twice, the same rows: a reading that is not due any more does nothing.
 */
export async function rereadArticle(
  context: StageContext,
  { articleId }: { articleId: string },
): Promise<Outcome> {
  const { store, config, now } = context;
  const article = await store.articles.findById(articleId);
  if (!article) return skipped('the article is gone');
  if (article.fate !== 'classified') return skipped(`it is ${article.fate}`);
  if (!article.reread_at || !article.read_at || article.reread_at > now()) return skipped('it is not due');
  const settings = await config.settings();
  if (settings.rereading.after === 'none') return skipped('the settings want nothing read again');
  const reread: Reread = {
    article,
    turn: { dueAt: article.reread_at, readAt: article.read_at },
    next: nextRereading(settings.rereading, article.first_seen_at, now()),
  };
  const host = new URL(article.url).host;
  const freeFrom = await store.hostGates.findFreeFrom(host, paceOf(settings, host));
  if (freeFrom > now()) return putOff(context, reread, freeFrom, `${host} is not free`);

  const robots = settings.readRobots ? await askRobots(context, article.url) : null;
  if (robots?.isAllowed(article.url) === false)
    return keep(context, reread, 'forbidden', 'robots.txt does not allow the page to be read any more');
  const visit = await atHostsTurn(
    context,
    {
      url: article.url,
      reservedAt: null,
      reserve: () => Promise.resolve(),
      crawlDelaySeconds: robots?.crawlDelaySeconds ?? null,
    },
    async () =>
      fetchPageAgain(await context.outbound(), {
        url: article.url,
        etag: article.page_etag,
        lastModified: article.page_last_modified,
        ...PAGE_LIMITS,
        now: now(),
      }),
  );
  if (visit.kind === 'wait') return putOff(context, reread, visit.until, visit.why);
  return afterFetch(context, reread, visit.result);
}

/** Ends a second reading that fails on the program itself: the article stays as it is. */
export async function giveUpRereading(context: StageContext, articleId: string): Promise<void> {
  const { store, config, now } = context;
  const article = await store.articles.findById(articleId);
  if (!article?.reread_at || !article.read_at) return;
  const { rereading } = await config.settings();
  const next = nextRereading(rereading, article.first_seen_at, now());
  const turn = { dueAt: article.reread_at, readAt: article.read_at };
  await keep(context, { article, turn, next }, 'failed', 'an error of the program');
}

async function afterFetch(context: StageContext, reread: Reread, fetched: FeedFetch): Promise<Outcome> {
  switch (fetched.kind) {
    case 'fetched':
      return afterPage(context, reread, fetched);
    case 'unchanged':
      return keep(context, reread, 'unchanged', 'the server says that nothing has changed');
    case 'gone':
      return keep(context, reread, 'withdrawn', fetched.message);
    case 'rate-limited':
    case 'failed':
      return afterFailure(context, reread, fetched);
  }
}

async function afterPage(context: StageContext, reread: Reread, fetched: FetchedDocument): Promise<Outcome> {
  const { store, pages, now } = context;
  const { article, turn, next } = reread;
  const page = await pages.read(fetched.bytes, {
    url: fetched.finalUrl,
    contentType: fetched.contentType ?? undefined,
    seenAt: article.first_seen_at.toISOString(),
  });
  const verdict = judgePageAgain(article, fetched, page);
  if (verdict.kind === 'kept') return keep(context, reread, verdict.outcome, verdict.note);
  const { changed } = await store.articles.saveText(article.id, verdict.text, now(), {
    next,
    why: 'clock',
    turn,
  });
  return changed
    ? done({ stage: 'group-article', payloads: [{ articleId: article.id }], urgency: 'background' })
    : done();
}

async function afterFailure(
  context: StageContext,
  reread: Reread,
  failure: Extract<FeedFetch, { kind: 'failed' | 'rate-limited' }>,
): Promise<Outcome> {
  const { store, now } = context;
  const outcome = failure.kind === 'failed' ? outcomeOf(failure.failure) : 'failed';
  if (outcome !== 'failed') return keep(context, reread, outcome, failure.message);
  const wait = failure.retryAfterSeconds ?? (failure.kind === 'rate-limited' ? 600 : null);
  if (wait !== null) {
    const until = new Date(now().getTime() + Math.min(wait, LONGEST_WAIT_SECONDS) * 1000);
    await store.hostGates.block(new URL(reread.article.url).host, until, failure.message);
  }
  const pause = PAUSES_HOURS[reread.article.reread_tries];
  if (pause === undefined) return keep(context, reread, 'failed', failure.message);
  const seconds = Math.max(pause * 3_600, Math.min(wait ?? 0, LONGEST_WAIT_SECONDS));
  await store.articles.postponeRereading(
    reread.article.id,
    new Date(now().getTime() + seconds * 1000),
    'failed',
  );
  return skipped(failure.message);
}

/** What a refusal says of the article; `failed` is what another try may mend. */
function outcomeOf(failure: Extract<FeedFetch, { kind: 'failed' }>['failure']): RereadingOutcome {
  switch (failure) {
    case 'not-found':
      return 'withdrawn';
    case 'forbidden':
    case 'challenge':
      return 'closed';
    case 'refused-address':
    case 'refused-url':
    case 'redirect-loop':
    case 'too-many-redirects':
      return 'moved';
    case 'client-error':
    case 'unexpected-status':
    case 'dns-temporary':
    case 'dns-not-found':
    case 'connect':
    case 'tls':
    case 'timeout':
    case 'aborted':
    case 'broken-response':
    case 'server-error':
      return 'failed';
  }
}

async function keep(
  { store, now }: StageContext,
  { article, turn, next }: Reread,
  outcome: RereadingOutcome,
  note: string,
): Promise<Outcome> {
  await store.articles.settleRereading(article.id, turn, { next, outcome, note }, now());
  return done();
}

/** Waiting for the host's turn costs no try; the row says when, and the next tick finds it. */
async function putOff(
  { store, now }: StageContext,
  { article }: Reread,
  until: Date,
  why: string,
): Promise<Outcome> {
  const soonest = new Date(now().getTime() + BUSY_MS);
  await store.articles.postponeRereading(article.id, until > soonest ? until : soonest, 'waiting');
  return skipped(why);
}
