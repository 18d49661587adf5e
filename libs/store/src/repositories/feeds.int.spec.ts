import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addArticle, addFeed, feedEntry, later, NOON } from '../testing/builders.ts';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';

const PACES = { usual: { gapSeconds: 5, concurrent: 2 }, hosts: {} };

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.stop());
beforeEach(() => test.database.pool.query('truncate outlet, feed, article, coverage_gap cascade'));

const SECOND = { url: 'https://kaze.example/feed', outlet: 'Kaze', country: 'JP', language: 'ja' };
const feedOf = async (url = feedEntry().url) =>
  (await test.database.pool.query('select * from feed where url = $1', [url])).rows[0];
const gaps = async () =>
  (await test.database.pool.query('select from_at, to_at, reason, healed from coverage_gap order by id'))
    .rows;
const check = (outcome: 'fetched' | 'failed', at: Date) => ({
  at,
  outcome,
  httpStatus: 200,
  entries: 3,
  newEntries: 1,
  bytes: 100,
  durationMs: 5,
  error: outcome === 'failed' ? 'no answer' : null,
  nextCheckAt: later(3_600),
  nextCheckReason: 'hourly',
});

describe('syncFromConfig', () => {
  it('adds what is new, due at once, and changes nothing the second time', async () => {
    const entries = [feedEntry(), feedEntry(SECOND)];
    expect(await test.store.feeds.syncFromConfig(entries, NOON)).toEqual({ added: 2, removed: 0 });
    expect((await test.store.feeds.findDueForPolling(NOON, 10, PACES)).map(({ dueAt }) => dueAt)).toEqual([
      NOON,
      NOON,
    ]);
    await test.store.feeds.recordCheck((await feedOf()).id, check('fetched', NOON), {});
    expect(await test.store.feeds.syncFromConfig(entries, later(60))).toEqual({ added: 0, removed: 0 });
    expect((await feedOf()).next_check_at).toEqual(later(3_600));
  });

  it('stops a removed feed, keeps its articles, and leaves a gap for the time that it was away', async () => {
    const { outletId } = await addFeed(test.store);
    await addArticle(test.store, outletId, 'kept');
    expect(await test.store.feeds.syncFromConfig([feedEntry(SECOND)], later(60))).toEqual({
      added: 1,
      removed: 1,
    });
    expect(
      (await test.store.feeds.findDueForPolling(later(120), 10, PACES)).map(({ id }) => id),
    ).not.toContain((await feedOf()).id);
    expect((await test.database.pool.query('select title from article')).rows).toHaveLength(1);

    await test.store.feeds.syncFromConfig([feedEntry(), feedEntry(SECOND)], later(600));
    expect(await feedOf()).toMatchObject({ in_config: true, removed_at: null, next_check_at: later(600) });
    expect(await gaps()).toEqual([
      { from_at: later(60), to_at: null, reason: expect.any(String), healed: false },
    ]);
  });

  it('pauses and wakes with the file, and does not wake what the outlet declared gone', async () => {
    await addFeed(test.store);
    await test.store.feeds.syncFromConfig([feedEntry({ paused: true })], later(10));
    expect(await test.store.feeds.findDueForPolling(later(20), 10, PACES)).toEqual([]);
    expect(await gaps()).toEqual([
      { from_at: later(10), to_at: null, reason: expect.any(String), healed: false },
    ]);
    await test.store.feeds.syncFromConfig([feedEntry()], later(30));
    expect((await test.store.feeds.findDueForPolling(later(30), 10, PACES)).length).toBe(1);

    const { id } = await feedOf();
    await test.store.feeds.recordCheck(
      id,
      { ...check('failed', later(40)), nextCheckAt: null },
      { paused_reason: 'gone' },
    );
    await test.store.feeds.syncFromConfig([feedEntry()], later(50));
    expect((await feedOf()).paused_reason).toBe('gone');
    expect(await test.store.feeds.requestCheck(id, later(60))).toBe(true);
    expect(await test.store.feeds.findDueForPolling(later(60), 10, PACES)).toHaveLength(1);
  });

  it('moves a feed to another outlet for what comes next, and changes an outlet’s group for all', async () => {
    const { outletId } = await addFeed(test.store);
    const article = await addArticle(test.store, outletId, 'before');
    await test.store.feeds.syncFromConfig(
      [feedEntry({ outlet: 'Harbor Daily', group: 'newspaper' })],
      later(60),
    );
    expect((await test.store.feeds.findById((await feedOf()).id))?.outlet_name).toBe('Harbor Daily');
    expect((await test.store.articles.findById(article))?.outlet_name).toBe('Harbor Wire');
    await test.store.feeds.syncFromConfig([feedEntry({ group: 'newspaper' })], later(120));
    const { rows } = await test.database.pool.query('select outlet_group from outlet where name = $1', [
      'Harbor Wire',
    ]);
    expect(rows).toEqual([{ outlet_group: 'newspaper' }]);
  });

  it('takes one file from two processes at once without doubling a feed', async () => {
    const entries = Array.from({ length: 20 }, (_, i) =>
      feedEntry({ url: `https://h${i}.example/f`, outlet: `O${i % 3}` }),
    );
    await Promise.all([1, 2, 3].map((n) => test.store.feeds.syncFromConfig(entries, later(n))));
    expect((await test.database.pool.query('select 1 from feed')).rows).toHaveLength(20);
  });
});

describe('feeds that are due', () => {
  it('come one of each host first, so that a host with many feeds starves nobody', async () => {
    const many = Array.from({ length: 5 }, (_, i) =>
      feedEntry({ url: `https://big.example/${i}`, outlet: 'Big' }),
    );
    await test.store.feeds.syncFromConfig(
      [...many, feedEntry({ url: 'https://small.example/f', outlet: 'Small' })],
      NOON,
    );
    const due = await test.store.feeds.findDueForPolling(NOON, 2, PACES);
    const { rows } = await test.database.pool.query('select url from feed where id = any($1)', [
      due.map(({ id }) => id),
    ]);
    expect(rows.map(({ url }) => new URL(url).host).sort()).toEqual(['big.example', 'small.example']);
  });
});

describe('gaps', () => {
  it('open once per outage, keep the newest reason, and heal or stay', async () => {
    const { id } = await addFeed(test.store);
    await test.store.feeds.openGap(id, later(0), 'timeout');
    await test.store.feeds.openGap(id, later(60), '503');
    expect(await gaps()).toEqual([{ from_at: later(0), to_at: null, reason: '503', healed: false }]);
    await test.store.feeds.closeGap(id, later(120), true);
    await test.store.feeds.closeGap(id, later(180), false);
    expect(await gaps()).toEqual([{ from_at: later(0), to_at: later(120), reason: '503', healed: true }]);
    await test.store.feeds.openGap(id, later(300), 'again');
    await test.store.feeds.closeGap(id, later(400), false);
    const shown = await test.store.trends.findGaps({ modelId: '0', from: later(-60), to: later(1_000) });
    expect(shown.map(({ from }) => from)).toEqual([later(300)]);
  });
});
