import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addArticle, addFeed, NOON } from '../testing/builders.ts';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';
import type { NewAlert } from './alerts.repository.ts';
import type { StoryDecision } from './stories.repository.ts';
import type { Neighbours } from './stories/neighbours.ts';

let test: TestStore;
let outletId: string;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.stop());
beforeEach(async () => {
  await test.database.pool.query('truncate outlet, feed, article, story, story_change, alert cascade');
  ({ outletId } = await addFeed(test.store));
});

const stories = () => test.store.stories;
const sought = (articleId: string, term: string) => ({
  articleId,
  bands: [term],
  terms: [term],
  bridges: [],
  around: NOON,
  days: 5,
  copyDays: 30,
  limit: 24,
});
const keysOf = (term: string) => ({ signature: {}, bands: [], storyTerms: [term], bridgeTerms: [] });

/** Looks first and decides later, as two workers may do at once: joins the oldest story that shares the term. */
async function look(name: string, term: string) {
  const id = await addArticle(test.store, outletId, name);
  const known = await stories().findNeighbours(sought(id, term));
  return { id, decide: () => assign(id, term, known) };
}

async function assign(id: string, term: string, known: Neighbours): Promise<string> {
  const article = { id, title: term, counted_at: NOON };
  const decide = ({ reports }: Neighbours): StoryDecision => {
    const [story = null, ...merge] = [...new Set(reports.map((one) => one.story_id))].sort(
      (a, b) => Number(a) - Number(b),
    );
    return { copyOf: null, story, merge, why: term };
  };
  const found = { sought: sought(id, term), known, keys: keysOf(term) };
  return (await stories().assign(article, found, decide, NOON)).storyId;
}

const storyOf = async (id: string) => (await test.store.articles.findById(id))?.story_id;
const alert = (storyId: string): NewAlert => ({
  ruleId: 'r',
  ruleName: 'R',
  occurrenceKey: 'article-1',
  storyId,
  on: 'new-story',
  beatId: 'beat',
  title: 'T',
  articleId: null,
  url: null,
  outlet: null,
  labels: [],
  why: 'w',
  quotes: [],
  synthetic: true,
  channels: ['in-app'],
});
const raise = async (storyId: string) => (await test.store.alerts.raise(alert(storyId), NOON)).isNew;

describe('assign', () => {
  it('shows what was decided between the look and the lock, so that two workers begin one story', async () => {
    const looked = await Promise.all(Array.from({ length: 12 }, (_, i) => look(`a${i}`, 'osprey')));
    const assigned = await Promise.all(looked.map(({ decide }) => decide()));
    expect(new Set(assigned).size).toBe(1);
  });

  it('shows the story that a neighbour was merged into meanwhile', async () => {
    const first = await (await look('a', 'osprey')).decide();
    const second = await stories().create('older in name only', NOON);
    const late = await look('b', 'osprey');
    await stories().merge(first, second);
    expect(await late.decide()).toBe(second);
  });

  it('runs with many more at once than there are connections', async () => {
    const looked = await Promise.all(Array.from({ length: 40 }, (_, i) => look(`m${i}`, `term ${i % 5}`)));
    expect(new Set(await Promise.all(looked.map(({ decide }) => decide()))).size).toBe(5);
  });
});

describe('a merge', () => {
  it('leads from the old id to the new, however often, and keeps a trace', async () => {
    const [one, two, three] = [
      await stories().create('1', NOON),
      await stories().create('2', NOON),
      await stories().create('3', NOON),
    ];
    await stories().merge(three, two, 'article 7 is near to both');
    await stories().merge(two, one);
    expect(await stories().findRoot(three)).toBe(one);
    expect(
      (await stories().findChanges(one)).map(({ from_story, into_story, why }) => [
        from_story,
        into_story,
        why,
      ]),
    ).toEqual([
      [three, two, 'article 7 is near to both'],
      [two, one, 'merged by hand'],
    ]);
  });

  it('alerts no second time, whichever of the two had alerted', async () => {
    for (const alerted of ['older', 'younger']) {
      const [older, younger] = [await stories().create('o', NOON), await stories().create('y', NOON)];
      expect(await raise(alerted === 'older' ? older : younger)).toBe(true);
      await stories().merge(younger, older);
      expect([await raise(older), await raise(younger)]).toEqual([false, false]);
    }
  });

  it('in the same moment as an alert raises one for the story that is left', async () => {
    for (let i = 0; i < 15; i += 1) {
      const [older, younger] = [await stories().create('o', NOON), await stories().create('y', NOON)];
      expect(await raise(younger)).toBe(true);
      await Promise.all([stories().merge(younger, older), raise(younger), raise(younger)]);
      expect(await raise(older)).toBe(false);
    }
  });
});

describe('a split', () => {
  it('gives the articles a story of their own that counts as alerted where the old one was', async () => {
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      const looked = await look(name, 'osprey');
      await looked.decide();
      ids.push(looked.id);
    }
    const from = (await storyOf(ids[0] ?? '')) ?? '';
    expect(await raise(from)).toBe(true);
    const into = (await stories().split(from, ids.slice(1), 'two groups')) ?? '';
    expect([await storyOf(ids[0] ?? ''), await storyOf(ids[2] ?? '')]).toEqual([from, into]);
    expect([await raise(into), await raise(from)]).toEqual([false, false]);
    expect(await stories().find(into)).toMatchObject({ split_from: from });
    expect(await stories().findChanges(into)).toMatchObject([
      { what: 'split', articles: 2, why: 'two groups' },
    ]);
  });

  it('happens once, though two workers see the drift', async () => {
    const looked = await look('a', 'osprey');
    const from = await looked.decide();
    const both = await Promise.all([1, 2].map(() => stories().split(from, [looked.id], 'twice')));
    expect(both.filter((id) => id !== null)).toHaveLength(1);
  });

  it('of a story that never alerted lets its halves alert once', async () => {
    const looked = await look('a', 'osprey');
    const from = await looked.decide();
    const into = (await stories().split(from, [looked.id], 'w')) ?? '';
    expect([await raise(into), await raise(from)]).toEqual([true, false]);
  });
});
