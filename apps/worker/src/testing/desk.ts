import type { StageName } from '@framewatch/contracts';
import { type FakeClock, fakeClock, type PressArticle, type PublishOrder } from '@framewatch/testing';
import { createLog } from '../runtime/log.ts';
import type { Outcome } from '../runtime/outcome.ts';
import type { StageContext } from '../runtime/stage-context.ts';
import { createStageContext } from '../runtime/worker-runtime.ts';
import { classifyArticle } from '../stages/classify-article/classify-article.stage.ts';
import { groupArticle } from '../stages/group-article/group-article.stage.ts';
import { measureTrends } from '../stages/measure-trends/measure-trends.stage.ts';
import { pollFeed } from '../stages/poll-feed/poll-feed.stage.ts';
import { raiseAlerts } from '../stages/raise-alerts/raise-alerts.stage.ts';
import { readArticle } from '../stages/read-article/read-article.stage.ts';
import { reclassifyArticles } from '../stages/reclassify-articles/reclassify-articles.stage.ts';
import { requeueStuck } from '../stages/requeue-stuck/requeue-stuck.stage.ts';
import { rereadArticle } from '../stages/reread-article/reread-article.stage.ts';
import { scheduleRereads } from '../stages/schedule-rereads/schedule-rereads.stage.ts';
import { scheduleWaiting } from '../stages/schedule-waiting/schedule-waiting.stage.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** A newsroom on one clock that the test moves: real database, real HTTP, and the stages called one after the other. */
export interface Desk {
  news: Newsroom;
  clock: FakeClock;
  context: StageContext;
  /** Runs a stage and whatever it wakes, until nothing is left; gives the first outcome. */
  run(stage: StageName, payload?: Record<string, string>): Promise<Outcome>;
  poll(outlet: string): Promise<void>;
  /** Publishes an article and takes it through every stage; gives its id in the store. */
  take(order: PublishOrder & { outlet: string }): Promise<{ article: PressArticle; id: string }>;
  stop(): Promise<void>;
}

type Run = (context: StageContext, payload: never) => Promise<Outcome>;
const STAGES: Partial<Record<StageName, Run>> = {
  'poll-feed': pollFeed,
  'read-article': readArticle,
  'schedule-waiting': scheduleWaiting,
  'schedule-rereads': scheduleRereads,
  'reread-article': rereadArticle,
  'group-article': groupArticle,
  'classify-article': classifyArticle,
  'reclassify-articles': reclassifyArticles,
  'measure-trends': measureTrends,
  'raise-alerts': raiseAlerts,
  'requeue-stuck': requeueStuck,
};

export async function openDesk(outlets: string[]): Promise<Desk> {
  const clock = fakeClock(new Date());
  const news = await openNewsroom({ outlets, historyDays: 1, clock });
  const { environment } = news;
  const made = createStageContext(environment, environment.databaseUrl ?? '', createLog('silent'));
  const context: StageContext = { ...made.context, now: () => clock.now(), random: () => 0.5 };

  const run: Desk['run'] = async (stage, payload = {}) => {
    const outcome = await (STAGES[stage] ?? leaveOut)(context, payload as never);
    if (outcome.kind === 'done')
      for (const wake of outcome.wakes) for (const next of wake.payloads) await run(wake.stage, { ...next });
    return outcome;
  };
  const poll: Desk['poll'] = async (outlet) => {
    const { rows } = await news.pool.query<{ id: string }>(
      'select f.id from feed f join outlet o on o.id = f.outlet_id where o.name = $1 and f.in_config',
      [outlet],
    );
    for (const { id } of rows) {
      await news.store.feeds.requestCheck(id, clock.now());
      await run('poll-feed', { feedId: id });
    }
  };
  await news.takeFeeds();
  for (const { name } of news.press.outlets) await poll(name);
  return {
    news,
    clock,
    context,
    run,
    poll,
    async take(order) {
      clock.advance(60_000);
      const article = news.press.publish(order);
      await poll(article.outlet);
      const state = await news.articleOf(article);
      if (!state) throw new Error(`${article.title} did not arrive`);
      return { article, id: state.id };
    },
    async stop() {
      await made.close();
      await news.stop();
    },
  };
}

/** Sending is not what these tests look at. */
const leaveOut = (): Promise<Outcome> => Promise.resolve({ kind: 'skipped', why: 'not on this desk' });
