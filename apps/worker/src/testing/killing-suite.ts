import { type PressArticle, waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Newsroom, openNewsroom } from './newsroom.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

const OUTLETS = ['harbor-wire', 'potomac-ledger', 'beacon-nine', 'lantern-street', 'tidewater-center'];
const BURST = 100;

/** What holds when a worker is killed in the middle of its work. */
export function describeKilling(queue: string, open: () => Promise<{ redisUrl?: string }>): void {
  describe(`kill -9 with the queue in ${queue}`, () => {
    let news: Newsroom;
    let running: WorkerProcess | undefined;
    beforeAll(async () => {
      news = await openNewsroom({ outlets: OUTLETS, ...(await open()), historyDays: 1 });
      await news.takeFeeds();
      running = await startWorkerProcess(news.variables);
      await news.settled();
    });
    afterAll(async () => {
      await running?.stop();
      await news.stop();
    });

    const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await news.pool.query(sql)).rows;
    const alertCount = async (): Promise<number> => (await rows('select id from alert')).length;

    it('alerts once for each of 100 articles, though the worker dies twice among them', async () => {
      const articles: PressArticle[] = Array.from({ length: BURST }, (_, i) =>
        news.press.publish({
          outlet: OUTLETS[i % OUTLETS.length] ?? '',
          topics: ['host_nation_support'],
          frames: ['burden_sharing'],
        }),
      );
      const ids = (await rows('select id from feed where in_config')).map(({ id }) => String(id));
      for (const id of ids) await news.store.feeds.requestCheck(id, new Date());
      for (const share of [0.15, 0.4]) {
        await waitFor(`${share * BURST} alerts`, async () => (await alertCount()) >= share * BURST, {
          describe: async () => [
            await rows('select fate, count(*) from article group by fate'),
            await rows(
              'select last_outcome, last_error, last_entries, next_check_at, reserved_start_at from feed',
            ),
            await rows('select * from host_gate'),
            await news.queues.counts(),
          ],
        });
        await running?.kill();
        running = await startWorkerProcess(news.variables);
      }
      await waitFor(
        'all articles to be found',
        async () => (await rows('select id from article where is_news')).length >= BURST,
        {
          describe: () => rows('select fate, count(*) from article group by fate'),
        },
      );
      await news.letTimePass();
      await news.settled();
      await expectTruth(articles);
    }, 300_000);

    async function expectTruth(articles: PressArticle[]): Promise<void> {
      const urls = articles.map(({ url }) => url).sort();
      const relevant = await rows(
        'select a.url from article a join trend_fact f on f.article_id = a.id where a.is_news and f.relevant order by a.url collate "C"',
      );
      expect(relevant.map(({ url }) => url)).toEqual(urls);
      const alerts = await rows(
        'select a.url from alert x join article a on a.id = x.article_id order by a.url collate "C"',
      );
      expect(alerts.map(({ url }) => url)).toEqual(urls);
      const deliveries = await rows(
        "select delivery_key::text as key from delivery where state = 'sent' order by 1",
      );
      expect(deliveries).toHaveLength(BURST);
      const received = [...new Set(news.receiver.received().map(({ key }) => key))].sort();
      expect(received).toEqual(deliveries.map(({ key }) => key));
      expect(await news.store.trends.verify()).toEqual([]);
    }
  });
}
