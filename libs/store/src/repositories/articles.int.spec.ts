import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  addArticle,
  addFeed,
  classification,
  foundEntry,
  group,
  later,
  NOON,
  prepareModel,
  readText,
} from '../testing/builders.ts';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';

let test: TestStore;
let feed: { id: string; outletId: string };
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.stop());
beforeEach(async () => {
  await test.database.pool.query('truncate outlet, feed, article, story, model cascade');
  feed = await addFeed(test.store);
});

const where = (now = NOON) => ({
  feedId: feed.id,
  outletId: feed.outletId,
  isNews: true,
  synthetic: false,
  now,
});
const articles = () => test.store.articles;
const count = async (table: 'article' | 'sighting') =>
  (await test.database.pool.query(`select 1 from ${table}`)).rows.length;

describe('upsertFound', () => {
  it('stores an entry once, however often the feed shows it', async () => {
    const first = await articles().upsertFound([foundEntry('a'), foundEntry('b')], where());
    expect(first).toMatchObject({ created: 2, knownBefore: 0 });
    expect(await articles().upsertFound([foundEntry('a'), foundEntry('b')], where(later(60)))).toEqual({
      toRead: [],
      created: 0,
      knownBefore: 2,
    });
    expect([await count('article'), await count('sighting')]).toEqual([2, 2]);
  });

  it('knows an article again under a new id with a tracked link, and keeps one sighting of it', async () => {
    await articles().upsertFound([foundEntry('a')], where());
    for (const n of [1, 2, 3]) {
      const tracked = foundEntry('a', { guid: `a#${n}`, url: `https://harbor.example/a?utm_source=${n}` });
      expect(await articles().upsertFound([tracked], where(later(n)))).toEqual({
        toRead: [],
        created: 0,
        knownBefore: 1,
      });
    }
    expect([await count('article'), await count('sighting')]).toEqual([1, 1]);
  });

  it('sees an article of another feed a second time without reading it again', async () => {
    await articles().upsertFound([foundEntry('a')], where());
    const other = await addFeed(test.store, { url: 'https://harbor.example/world' });
    const seen = await articles().upsertFound([foundEntry('a', { guid: 'other' })], {
      ...where(),
      feedId: other.id,
    });
    expect(seen).toMatchObject({ toRead: [], created: 0 });
    expect([await count('article'), await count('sighting')]).toEqual([1, 2]);
  });

  it('has a changed entry read again', async () => {
    const { toRead } = await articles().upsertFound([foundEntry('a')], where());
    await articles().saveText(toRead[0] ?? '', readText('a', { textSource: 'feed-summary' }), NOON);
    const changed = foundEntry('a', { entryHash: 'v2', title: 'Another headline', feedText: 'More' });
    expect(await articles().upsertFound([changed], where(later(60)))).toMatchObject({ toRead });
    expect(await articles().findById(toRead[0] ?? '')).toMatchObject({
      fate: 'found',
      title: 'Another headline',
      feed_text: 'More',
    });
  });

  it('lets two feeds with the same articles in opposite order finish', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `n${i}`);
    const other = await addFeed(test.store, { url: 'https://harbor.example/world' });
    const results = await Promise.all([
      articles().upsertFound(
        names.map((n) => foundEntry(n)),
        where(),
      ),
      articles().upsertFound(
        [...names].reverse().map((n) => foundEntry(n)),
        { ...where(), feedId: other.id },
      ),
    ]);
    expect(results.reduce((sum, { created }) => sum + created, 0)).toBe(40);
  });
});

describe('saveText', () => {
  const found = async (): Promise<string> => {
    const { toRead } = await articles().upsertFound([foundEntry('a')], where());
    return toRead[0] ?? '';
  };
  const revisions = async (id: string) =>
    (await test.store.articleLists.findRevisions(id)).map(({ title, changed }) => [title, changed]);

  it('makes the first revision, and another for each change of headline or text', async () => {
    const id = await found();
    expect(await articles().saveText(id, readText('a'), NOON)).toEqual({ changed: true });
    await articles().saveText(id, readText('a', { title: 'New' }), later(1));
    await articles().saveText(
      id,
      readText('a', { title: 'New', text: 'Other', contentHash: 'h2' }),
      later(2),
    );
    expect(await revisions(id)).toEqual([
      ['Headline of a', []],
      ['New', ['title']],
      ['New', ['text']],
    ]);
    expect(await articles().findById(id)).toMatchObject({ revision: 3, fate: 'read' });
  });

  it('is as far as before when it was read again and found the same', async () => {
    const id = await found();
    await articles().saveText(id, readText('a'), NOON);
    await group(test.store, id);
    const modelId = await prepareModel(test.store, 'v1');
    await test.store.classifications.save(
      { articleId: id, revision: 1, beatId: 'beat', modelId },
      classification('yes'),
    );
    await articles().setFate(id, 'classified', null);
    await articles().upsertFound([foundEntry('a', { entryHash: 'v2' })], where(later(1)));
    expect(await articles().saveText(id, readText('a'), later(2))).toEqual({ changed: false });
    expect(await articles().findById(id)).toMatchObject({ fate: 'classified', revision: 1 });
    expect(await revisions(id)).toHaveLength(1);
  });

  it('runs the later stages again, without a revision, where the date or the source of the text changed', async () => {
    const id = await found();
    await articles().saveText(id, readText('a', { textSource: 'page-cut' }), NOON);
    await group(test.store, id);
    expect(await articles().saveText(id, readText('a'), later(1))).toEqual({ changed: true });
    expect(await articles().findById(id)).toMatchObject({ fate: 'read', revision: 1 });
  });
});

describe('takeStuck', () => {
  it('gives each article that nobody touched once, and not again before its time', async () => {
    await articles().upsertFound([foundEntry('a'), foundEntry('b')], where());
    await addArticle(test.store, feed.outletId, 'read');
    expect(await articles().takeStuck(later(29), 30, 10)).toEqual([]);
    const [one, two] = await Promise.all([1, 2].map(() => articles().takeStuck(later(31), 30, 10)));
    expect([...(one ?? []), ...(two ?? [])].map(({ fate }) => fate).sort()).toEqual([
      'found',
      'found',
      'read',
    ]);
    expect(await articles().takeStuck(later(40), 30, 10)).toEqual([]);
    expect(await articles().takeStuck(later(62), 30, 10)).toHaveLength(3);
  });

  it('leaves those alone that somebody comes back to later', async () => {
    const { toRead } = await articles().upsertFound([foundEntry('a')], where());
    await articles().postpone(toRead[0] ?? '', later(3_600));
    expect(await articles().takeStuck(later(600), 30, 10)).toEqual([]);
    expect(await articles().takeStuck(later(3_700), 30, 10)).toHaveLength(1);
  });
});

describe('forgetTextsBefore', () => {
  it('forgets old texts, their revisions’ too, and no others', async () => {
    const old = await addArticle(test.store, feed.outletId, 'old', {
      text: { countedAt: later(-9_000).toISOString() },
    });
    const fresh = await addArticle(test.store, feed.outletId, 'fresh');
    expect(await articles().forgetTextsBefore(later(-3_600))).toBe(1);
    expect(await articles().findById(old)).toMatchObject({
      text: '',
      feed_text: null,
      title: 'Headline of old',
    });
    expect((await articles().findById(fresh))?.text).toBe('The whole text of fresh.');
    const { rows } = await test.database.pool.query("select article_id from revision where text <> ''");
    expect(rows).toEqual([{ article_id: fresh }]);
    expect(await articles().forgetTextsBefore(later(-3_600))).toBe(0);
  });
});
