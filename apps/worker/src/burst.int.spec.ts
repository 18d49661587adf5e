import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Newsroom, openNewsroom } from './testing/newsroom.ts';
import { startWorkerProcess, type WorkerProcess } from './testing/worker-process.ts';
import { storeBurst } from './testing/store-burst.ts';

/** Fewer while it is worked on: FRAMEWATCH_BURST=1000. */
const ARTICLES = Number(process.env['FRAMEWATCH_BURST'] ?? 10_000);
const WORKERS = 2;
/** Each worker process has so many messages on their way at most: being sent, or sent and not stored yet. */
const MOST_ON_THEIR_WAY = 64;
/** Shares of the messages at which every worker is killed. */
const KILLS = [0.1, 0.35, 0.6, 0.85];

/** A burst of matching articles, from the end of classification to a real receiver that is sometimes slow and sometimes fails. */
describe(`kill -9 during a burst of ${ARTICLES} matching articles`, () => {
  let news: Newsroom;
  let workers: WorkerProcess[] = [];
  beforeAll(async () => {
    news = await openNewsroom({ outlets: ['harbor-wire'], historyDays: 1 });
    news.receiver.stumble({ slowEvery: 400, slowMs: 150, failEvery: 1_000 });
    await storeBurst(news, ARTICLES);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await news.stop();
  });

  const count = async (sql: string): Promise<number> =>
    Number((await news.pool.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]?.n);
  const start = async (): Promise<void> => {
    const variables = { ...news.variables, FRAMEWATCH_STAGES: 'raise-alerts,deliver-alert,requeue-stuck' };
    workers = await Promise.all(Array.from({ length: WORKERS }, () => startWorkerProcess(variables)));
    // As the next article of the pipeline does: a killed worker's jobs come back only after their locks ran out.
    const { rows } = await news.pool.query<{ id: string }>(
      'select article_id as id from classification where alerted_at is null limit 2',
    );
    for (const { id } of rows) await news.queues.add('raise-alerts', { articleId: id });
    for (const payload of await news.store.deliveries.findDue(new Date()))
      await news.queues.add('deliver-alert', payload);
  };
  /** Calls up to the newest kill. */
  let before = 0;
  const kill = async (): Promise<number> => {
    await Promise.all(workers.map((worker) => worker.kill()));
    // What the dead had put on the wire is read to its end first.
    await news.receiver.isQuiet();
    const sent = await news.pool.query<{ key: string }>(
      "select delivery_key as key from delivery where state = 'sent'",
    );
    const waits = await news.pool.query<{ key: string }>(
      "select delivery_key as key from delivery where state = 'waiting' and error is not null",
    );
    // Those that the receiver refused, and that wait for their next try.
    const kept = new Set(waits.rows.map(({ key }) => key));
    const stored = new Set(sent.rows.map(({ key }) => key));
    const calls = news.receiver.received().slice(before);
    before = news.receiver.count();
    await news.letTimePass();
    return calls.filter(({ key }) => !stored.has(key) && !kept.has(key)).length;
  };

  it('alerts and delivers each exactly once, and repeats no more than was on its way', async () => {
    const begun = performance.now();
    await start();
    const inFlight: number[] = [];
    for (const share of KILLS) {
      await waitFor(`${share * ARTICLES} messages`, async () => news.receiver.count() >= share * ARTICLES, {
        withinMs: 200_000,
        describe: async () => ({
          alerts: await count('alert'),
          received: news.receiver.count(),
          queues: await news.queues.counts(),
        }),
      });
      inFlight.push(await kill());
      await start();
    }
    const patience = {
      withinMs: 200_000,
      describe: async () => [await count('alert'), news.receiver.count()],
    };
    await waitFor(
      'everything to be sent but what was refused',
      async () =>
        (await count('alert')) >= ARTICLES &&
        (await count("delivery where state <> 'sent' and error is null")) === 0,
      patience,
    );
    await news.letTimePass();
    for (const payload of await news.store.deliveries.findDue(new Date()))
      await news.queues.add('deliver-alert', payload);
    await waitFor(
      'everything to be sent',
      async () => (await count("delivery where state <> 'sent'")) === 0,
      patience,
    );
    const seconds = (performance.now() - begun) / 1_000;
    const keys = (await news.pool.query<{ key: string }>('select delivery_key as key from delivery')).rows;
    const received = news.receiver.received();
    const distinct = new Set(received.map(({ key }) => key));
    const refused = news.receiver.refused();
    const repeated = received.length - distinct.size - refused;
    process.stdout.write(
      `burst: ${await count('alert')} alerts of ${ARTICLES} articles, ${keys.length} deliveries, ${distinct.size} distinct keys received, ` +
        `${repeated} repeated sends after ${KILLS.length} kills of ${WORKERS} workers (on their way at the kills: ${inFlight.join(' + ')}), ` +
        `${refused} refused by the receiver and sent again, ${seconds.toFixed(1)} s\n`,
    );
    expect(await count('(select distinct article_id from alert) x')).toBe(ARTICLES);
    expect(await count('alert')).toBe(ARTICLES);
    expect(distinct).toEqual(new Set(keys.map(({ key }) => key)));
    expect(distinct.size).toBe(ARTICLES);
    expect(repeated).toBeLessThanOrEqual(inFlight.reduce((a, b) => a + b, 0));
    for (const n of inFlight) expect(n).toBeLessThanOrEqual(WORKERS * MOST_ON_THEIR_WAY);
  }, 600_000);
});
