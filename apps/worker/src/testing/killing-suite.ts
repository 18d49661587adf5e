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

    it('alerts once for each of 100 articles and reads two again once, though the worker dies three times among them', async () => {
      const again = await killWhileReadingAgain();
      running = await startWorkerProcess(news.variables);
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
        async () => (await rows('select id from article where is_news')).length >= BURST + again.length,
        {
          describe: () => rows('select fate, count(*) from article group by fate'),
        },
      );
      await news.letTimePass();
      await news.settled();
      await letReadAgain(again);
      await expectTruth([...articles, ...again]);
      for (const article of again) await expectReadAgainOnce(article);
    }, 300_000);

    /** Dies while one page is on its way for the second time, and right after another one's new text was stored. */
    async function killWhileReadingAgain(): Promise<PressArticle[]> {
      const [onItsWay, stored] = ['harbor-wire', 'beacon-nine'].map((outlet) =>
        news.press.publish({ outlet, topics: ['host_nation_support'], frames: ['burden_sharing'] }),
      ) as [PressArticle, PressArticle];
      await news.poll();
      await news.waitForFate(onItsWay, 'classified');
      await news.waitForFate(stored, 'classified');
      await news.settled();
      for (const { id } of [onItsWay, stored]) news.press.edit(id, { text: 'rewritten', where: 'page' });
      news.press.fault(onItsWay.id, { kind: 'stalled' });
      await makeDue(onItsWay);
      await makeDue(stored);
      news.press.clearRequests();
      await news.queues.add('reread-article', { articleId: await idOf(onItsWay) });
      await waitFor('the page to be asked for', () =>
        Promise.resolve(news.press.requests().some(({ path }) => onItsWay.url.endsWith(path))),
      );
      const id = await idOf(stored);
      await news.queues.add('reread-article', { articleId: id });
      // One query after the other, with no pause: the stages behind it take but a moment.
      while ((await revisionsOf(id)).length < 2);
      await running?.kill();
      expect(await revisionsOf(await idOf(onItsWay))).toEqual([1]);
      news.press.clearFaults();
      return [onItsWay, stored];
    }

    /** News goes first: what was put off while the host was busy with it has its turn now. */
    async function letReadAgain(articles: readonly PressArticle[]): Promise<void> {
      for (const article of articles) {
        const id = await idOf(article);
        if ((await revisionsOf(id)).length === 2) continue;
        await makeDue(article);
        await news.queues.add('reread-article', { articleId: id });
        await waitFor('the page to be read again', async () => (await revisionsOf(id)).length === 2);
      }
      await news.settled();
    }

    async function expectReadAgainOnce(article: PressArticle): Promise<void> {
      const id = await idOf(article);
      expect(await revisionsOf(id)).toEqual([1, 2]);
      expect(
        await rows(`select revision from classification where article_id = ${id} order by 1`),
      ).toMatchObject([{ revision: 1 }, { revision: 2 }]);
      const readings = await news.store.articles.findRereadings(id);
      expect(readings.map(({ why, outcome }) => [why, outcome])).toEqual([['clock', 'edited']]);
    }

    const idOf = async (article: PressArticle): Promise<string> => (await news.articleOf(article))?.id ?? '';
    const makeDue = async (article: PressArticle): Promise<unknown> =>
      news.pool.query("update article set reread_at = now() - interval '1 minute' where id = $1", [
        await idOf(article),
      ]);
    const revisionsOf = async (id: string): Promise<unknown[]> =>
      (await rows(`select number from revision where article_id = ${id} order by 1`)).map(
        ({ number }) => number,
      );

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
      expect(deliveries).toHaveLength(articles.length);
      const received = [...new Set(news.receiver.received().map(({ key }) => key))].sort();
      expect(received).toEqual(deliveries.map(({ key }) => key));
      expect(await news.store.trends.verify()).toEqual([]);
    }
  });
}
