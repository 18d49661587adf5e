import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { addNews, archiveRange, loadArchive } from './testing/reclassification/archive.ts';
import { type ChartWatch, readCharts, watchCharts } from './testing/reclassification/chart-watch.ts';
import { BEAT, openHouse, type ReclassificationHouse } from './testing/reclassification/house.ts';
import { countMistakes, recount } from './testing/reclassification/recount.ts';

const ARTICLES = 600;
const now = new Date();
const range = { beat: BEAT, ...archiveRange(now) };

/** A seed edit over stored articles, with the real API, the real worker, and kill -9 in the middle of it. */
describe('re-classification after a seed edit', () => {
  let house: ReclassificationHouse;
  let charts: ChartWatch | undefined;
  let first = '';
  let second = '';
  let truth: Awaited<ReturnType<typeof readCharts>>;
  beforeAll(async () => {
    house = await openHouse();
    await loadArchive(house.store, ARTICLES, now);
    await house.start();
  }, 120_000);
  afterAll(async () => {
    await charts?.stop();
    await house.stop();
  });

  const rows = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    (await house.store.database.pool.query(sql, values)).rows;
  const factsOf = async (version: string): Promise<number> =>
    Number(
      (
        await rows('select count(*) from trend_fact f join model m on m.id = f.model_id where version = $1', [
          version,
        ])
      )[0]?.['count'],
    );
  const progress = async () => (await house.beat()).preparing;

  it('fills in a first model over an archive', async () => {
    first = await waitFor(
      'a model in force',
      async () => (await house.beat().catch(() => null))?.model?.version ?? null,
      { withinMs: 60_000 },
    );
    await waitFor('the archive', async () => (await factsOf(first)) === ARTICLES, { withinMs: 120_000 });
    truth = await readCharts(house.address(), range);
  }, 240_000);

  it('goes on after kill -9 from where it was, doing nothing twice', async () => {
    charts = watchCharts(house.address, range, 20);
    // Held by somebody else, this article keeps a worker in the middle of its transaction.
    const holder = new pg.Client({
      connectionString: house.store.database.pool.options.connectionString ?? '',
    });
    holder.on('error', () => {});
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from article where id = (select max(id) - 10 from article) for update');
    await house.editSeeds();
    const before = await waitFor(
      'ranges to be done, and one to be held',
      async () => {
        const at = await progress();
        const held = await rows(
          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into classification%'",
        );
        return at && at.done > 0 && held.length > 0 ? at : null;
      },
      { withinMs: 120_000, describe: async () => [await progress(), await house.queues.counts()] },
    );
    expect(before.done).toBeLessThan(ARTICLES);
    second = before.version;
    expect(second).not.toBe(first);
    await house.kill();
    await holder.query('rollback');
    await holder.end();
    expect(await factsOf(second)).toBeGreaterThanOrEqual(before.done);
    const written = await rows(
      'select c.id from classification c join model m on m.id = model_id where version = $1',
      [second],
    );
    await house.start();
    const news = await addNews(house.store, 1, new Date());
    await house.queues.add('classify-article', { articleId: news });
    let done = before.done;
    await waitFor(
      'the new model to be in force',
      async () => {
        const beat = await house.beat();
        const at = beat.preparing?.version === second ? beat.preparing.done : done;
        expect(at).toBeGreaterThanOrEqual(done);
        done = at;
        return beat.model?.version === second;
      },
      { withinMs: 180_000, describe: async () => [await progress(), await house.queues.counts()] },
    );
    const kept = await rows('select id from classification where id = any($1::bigint[])', [
      written.map(({ id }) => id),
    ]);
    expect(kept).toHaveLength(written.length);
    expect(await countMistakes(house.store)).toEqual({ twice: 0, lacking: 0 });
    expect(await house.store.trends.verify()).toEqual([]);
  }, 400_000);

  it('judged news that came meanwhile by the model in force first, and by the new one', async () => {
    const judged = await rows(
      `select m.version from classification c join model m on m.id = c.model_id join article a on a.id = c.article_id
       where a.is_news order by c.id`,
    );
    expect(judged.map(({ version }) => version)).toEqual([first, second]);
  });

  it('never showed a chart that mixed two models', async () => {
    const both = [...truth, ...(await readCharts(house.address(), range))];
    await charts?.stop();
    expect(charts?.mixed(both)).toEqual([]);
    expect(charts?.versions()).toEqual([first, second]);
    for (const version of [first, second]) {
      const counted = await recount(house.store, version, range.to);
      const coverage = both.find((one) => one.version === version && one.chart === 'coverage');
      const framing = both.find((one) => one.version === version && one.chart === 'framing');
      expect(Object.values(coverage?.numbers ?? {})).toEqual([counted.coverage]);
      const frames = Object.entries(framing?.numbers ?? {}).filter(([, [n]]) => n > 0);
      expect(Object.fromEntries(frames.map(([key, [n]]) => [key, n]))).toEqual(counted.frames);
      for (const [, [, of]] of frames) expect(of).toBe(counted.framing);
    }
    expect(truth.map(({ numbers }) => numbers)).not.toEqual(both.slice(2).map(({ numbers }) => numbers));
  });
});
