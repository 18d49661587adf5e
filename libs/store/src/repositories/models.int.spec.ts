import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addArticle,
  addFeed,
  classification,
  group,
  later,
  NOON,
  prepareModel,
} from '../testing/builders.ts';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';

let test: TestStore;
let outletId: string;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.stop());
beforeEach(async () => {
  await test.database.pool.query('truncate outlet, feed, article, story, model cascade');
  ({ outletId } = await addFeed(test.store));
});

const models = () => test.store.models;
const statuses = async () =>
  Object.fromEntries(
    (await test.database.pool.query('select version, status from model')).rows.map((r) => [
      r.version,
      r.status,
    ]),
  );

async function grouped(name: string, now = NOON): Promise<string> {
  const id = await addArticle(test.store, outletId, name, { now });
  await group(test.store, id);
  return id;
}

const lacking = async (...asked: Parameters<ReturnType<typeof models>['findLackingClassification']>) =>
  (await models().findLackingClassification(...asked)).map(({ id }) => id);

async function measure(articleId: string, modelId: string): Promise<void> {
  const key = { articleId, revision: 1, beatId: 'beat', modelId };
  await test.store.classifications.save(key, classification('yes'));
  await test.store.trends.saveFact({
    ...key,
    relevant: true,
    unclear: false,
    inFraming: true,
    topics: [],
    frames: [],
  });
}

describe('models', () => {
  it('are prepared beside the active one, and swapped in one step', async () => {
    const first = await prepareModel(test.store, 'v1');
    expect(await models().activate(first, NOON)).toBe(true);
    const second = await prepareModel(test.store, 'v2');
    expect((await models().findActive('beat'))?.id).toBe(first);
    expect((await models().findLive()).map(({ status }) => status)).toEqual(['active', 'preparing']);
    expect(await models().activate(second, later(60))).toBe(true);
    expect(await statuses()).toEqual({ v1: 'retired', v2: 'active' });
  });

  it('give way to a newer one that is prepared, and cannot come into force any more', async () => {
    const first = await prepareModel(test.store, 'v1');
    await models().activate(first, NOON);
    const second = await prepareModel(test.store, 'v2');
    await prepareModel(test.store, 'v3');
    expect(await models().activate(second, later(60))).toBe(false);
    expect(await statuses()).toEqual({ v1: 'active', v2: 'retired', v3: 'preparing' });
  });

  it('are activated by one of several who try', async () => {
    const id = await prepareModel(test.store, 'v1');
    const done = await Promise.all(Array.from({ length: 5 }, () => models().activate(id, NOON)));
    expect(done.filter(Boolean)).toHaveLength(1);
  });

  it('lack what they have not measured, apart from what is on its way', async () => {
    const id = await prepareModel(test.store, 'v1');
    const [old, fresh] = [await grouped('old'), await grouped('fresh')];
    await test.store.articles.postpone(fresh, later(100));
    expect(await lacking(id, later(110), 30, 10)).toEqual([old]);
    expect(await lacking(id, later(131), 30, 10)).toEqual([old, fresh]);
    await measure(old, id);
    expect(await lacking(id, later(131), 30, 10)).toEqual([fresh]);
  });

  it('are complete when they show all that the active one shows', async () => {
    const [first, article] = [await prepareModel(test.store, 'v1'), await grouped('a')];
    await models().activate(first, NOON);
    await measure(article, first);
    const second = await prepareModel(test.store, 'v2');
    expect(await models().isComplete(second)).toBe(false);
    await measure(article, second);
    expect(await models().isComplete(second)).toBe(true);
  });

  it('are measured anew when they come back from retirement', async () => {
    const [first, article] = [await prepareModel(test.store, 'v1'), await grouped('a')];
    await models().activate(first, NOON);
    await measure(article, first);
    await models().activate(await prepareModel(test.store, 'v2'), later(1));
    expect(await prepareModel(test.store, 'v1')).toBe(first);
    expect(await lacking(first, later(60), 30, 10)).toEqual([article]);
  });
});

describe('events', () => {
  it('are numbered in the order in which they can be seen, so that no reader misses one', async () => {
    const seen: string[] = [];
    let newest = '0';
    const read = async (): Promise<void> => {
      for (const { id } of await test.store.events.findAfter(newest, 1_000)) {
        seen.push(id);
        newest = id;
      }
    };
    const publishing = Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        test.store.events.publish({ kind: 'alert', alertId: String(i), at: NOON.toISOString() }),
      ),
    );
    let isDone = false;
    void publishing.then(() => (isDone = true));
    while (!isDone) await read();
    await read();
    expect(seen).toHaveLength(100);
  });
});
