import type { StageName } from '@framewatch/contracts';
import { useQueueBackend } from '@framewatch/jobs';
import { type PressArticle, waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const COSTS = { topics: ['host_nation_support' as const], frames: ['burden_sharing' as const] };
/** The stages in order, up to the one after which everything is lost. */
const POLLING: StageName[] = ['schedule-polls', 'poll-feed'];
const BREAKS: { between: string; ran: StageName[]; lost: StageName[]; until: string }[] = [
  { between: 'poll-feed and read-article', ran: POLLING, lost: ['read-article'], until: 'found' },
  {
    between: 'read-article and group-article',
    ran: [...POLLING, 'read-article'],
    lost: ['group-article'],
    until: 'read',
  },
  {
    between: 'group-article and classify-article',
    ran: [...POLLING, 'read-article', 'group-article'],
    lost: ['classify-article'],
    until: 'grouped',
  },
  {
    between: 'classify-article and measure-trends, raise-alerts',
    ran: [...POLLING, 'read-article', 'group-article', 'classify-article'],
    lost: ['measure-trends', 'raise-alerts'],
    until: 'classified',
  },
  {
    between: 'raise-alerts and deliver-alert',
    ran: [...POLLING, 'read-article', 'group-article', 'classify-article', 'measure-trends', 'raise-alerts'],
    lost: ['deliver-alert'],
    until: 'alerted',
  },
];

/** What requeue-stuck heals: a commit whose jobs never reached the queue. */
export function describeHealing(queue: string, open: () => Promise<{ redisUrl?: string }>): void {
  describe(`requeue-stuck with the queue in ${queue}`, () => {
    let news: Newsroom;
    let redisUrl: string | undefined;
    beforeAll(async () => {
      ({ redisUrl } = await open());
      news = await openNewsroom({
        outlets: ['harbor-wire'],
        ...(redisUrl ? { redisUrl } : {}),
        historyDays: 1,
      });
      await news.takeFeeds();
      const worker = await news.startWorker();
      await news.settled();
      await worker.close();
    });
    afterAll(() => news.stop());
    beforeEach(() => news.receiver.clear());

    const forget = async (name: StageName): Promise<void> => {
      const jobs = new Queue(name, {
        connection: useQueueBackend({ redisUrl, databaseUrl: news.environment.databaseUrl ?? '' }),
      });
      jobs.on('error', () => {});
      await jobs.obliterate({ force: true });
      await jobs.close();
    };
    const stand = async (article: PressArticle): Promise<string | undefined> => {
      const state = await news.articleOf(article);
      return state && state.alerts > 0 ? 'alerted' : state?.fate;
    };
    const expectWhole = async (article: PressArticle): Promise<void> => {
      await news.settled();
      expect(await news.articleOf(article)).toMatchObject({ fate: 'classified', relevant: true, alerts: 1 });
      const told = news.receiver.received().filter(({ body }) => body.data['url'] === article.url);
      expect(told).toHaveLength(1);
      expect(await news.store.trends.verify()).toEqual([]);
    };

    it.each(BREAKS)(
      'heals a crash between commit and enqueue: all jobs lost between $between',
      async ({ ran, lost, until }) => {
        const article = news.press.publish({ outlet: 'harbor-wire', ...COSTS });
        const first = await news.startWorker(ran);
        await news.poll(article.outlet);
        await waitFor(`the article to be ${until}`, async () => (await stand(article)) === until, {
          describe: () => news.articleOf(article),
        });
        await first.close();
        for (const name of lost) await forget(name);
        expect(await stand(article)).toBe(until);
        expect(news.receiver.received()).toEqual([]);

        await news.letTimePass();
        const second = await news.startWorker();
        await expectWhole(article);
        await second.close();
      },
    );

    it('takes up what still waits in the queue when the worker comes back', async () => {
      const article = news.press.publish({ outlet: 'harbor-wire', ...COSTS });
      const first = await news.startWorker(POLLING);
      await news.poll(article.outlet);
      await waitFor('the article to be found', async () => (await stand(article)) === 'found');
      await first.close();
      const second = await news.startWorker(['read-article', 'group-article', 'classify-article']);
      await waitFor('the article to be classified', async () => (await stand(article)) === 'classified');
      await second.close();
      const third = await news.startWorker(['measure-trends', 'raise-alerts', 'deliver-alert']);
      await expectWhole(article);
      await third.close();
    });

    it('never puts an article aside for waiting long', async () => {
      const article = news.press.publish({ outlet: 'harbor-wire', ...COSTS });
      const polling = await news.startWorker([...POLLING, 'requeue-stuck']);
      await news.poll(article.outlet);
      for (let turn = 0; turn < 10; turn += 1) {
        await news.letTimePass();
        await news.queues.add('requeue-stuck', {});
        await waitFor('requeue-stuck to run', async () => {
          const { rows } = await news.pool.query(
            "select 1 from article where fate = 'found' and touched_at < now() - interval '1 minute'",
          );
          return rows.length === 0;
        });
      }
      expect(await stand(article)).toBe('found');
      await polling.close();
      const all = await news.startWorker();
      await expectWhole(article);
      await all.close();
    });
  });
}
