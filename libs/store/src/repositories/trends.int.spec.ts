import type { Dimension } from '@framewatch/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addArticle, classification, group, later, NOON, prepareModel } from '../testing/builders.ts';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';
import { feedEntry } from '../testing/builders.ts';
import type { ListQuery } from './article-lists.repository.ts';
import type { CountQuery, TrendFilter } from './trends.repository.ts';

const HOUR = 3_600;
const ARTICLES = 120;
const TOPICS = ['bases', 'trade', 'summit'];
const FRAMES = ['burden', 'threat', 'peace'];
const DIMENSIONS: Dimension[] = ['none', 'topic', 'frame', 'outlet', 'group', 'country', 'language'];

let test: TestStore;
let modelId: string;
let outlets: Map<string, string>;

/** A linear congruential generator: the same history at every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

beforeAll(async () => {
  test = await openTestStore();
  await test.store.feeds.syncFromConfig(
    [
      feedEntry({ url: 'https://a.example/f', outlet: 'A', country: 'US', group: 'wire' }),
      feedEntry({ url: 'https://b.example/f', outlet: 'B', country: 'US', group: 'newspaper' }),
      feedEntry({ url: 'https://c.example/f', outlet: 'C', country: 'JP', group: 'newspaper' }),
    ],
    NOON,
  );
  outlets = await test.store.feeds.findOutletIds();
  modelId = await prepareModel(test.store, 'v1');
  await test.store.models.activate(modelId, NOON);
  await makeHistory(randomOf(7));
});
afterAll(() => test.stop());

async function makeHistory(random: () => number): Promise<void> {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const some = (values: readonly string[]): string[] => values.filter(() => random() < 0.4);
  const stories: string[] = [];
  for (let i = 0; i < ARTICLES; i += 1) {
    const id = await addArticle(test.store, pick([...outlets.values()]), `n${i}`, {
      text: {
        countedAt: later(Math.floor(random() * 48) * HOUR + Math.floor(random() * 3) * 1_800).toISOString(),
        language: pick(['en', 'ja']),
        textSource: pick(['page', 'page', 'page', 'feed-summary']),
      },
    });
    stories.push(
      await group(
        test.store,
        id,
        random() < 0.5 ? stories[Math.floor(random() * stories.length)] : undefined,
      ),
    );
    await classifyAndMeasure(id, pick(['yes', 'yes', 'unclear', 'no'] as const), some(TOPICS), some(FRAMES));
  }
}

/** What the classify and measure stages write for an article. */
async function classifyAndMeasure(
  articleId: string,
  relevance: 'yes' | 'unclear' | 'no',
  topics: string[],
  frames: string[],
): Promise<void> {
  const article = await test.store.articles.findById(articleId);
  const relevant = relevance === 'yes';
  const inFraming = relevant && article?.text_source === 'page';
  const key = { articleId, revision: 1, beatId: 'beat', modelId };
  await test.store.classifications.save(key, classification(relevance, { topics, frames }));
  await test.store.articles.setFate(articleId, 'classified', null);
  await test.store.trends.saveFact({
    ...key,
    relevant,
    unclear: relevance === 'unclear',
    inFraming,
    topics: relevant ? topics : [],
    frames: inFraming ? frames : [],
  });
}

const filters = (): Partial<TrendFilter>[] => [
  {},
  { topic: 'bases' },
  { frame: 'burden' },
  { topic: 'trade', frame: 'threat' },
  { outletId: outlets.get('A') },
  { group: 'newspaper', language: 'ja' },
  { country: 'US', topic: 'summit' },
];

function countQuery(
  chart: CountQuery['chart'],
  by: Dimension,
  of: CountQuery['of'],
  filter: Partial<TrendFilter>,
): CountQuery {
  const boundaries = [0, 12, 24, 36, 50].map((hours) => later(hours * HOUR));
  return { modelId, from: later(0), to: later(50 * HOUR), ...filter, chart, by, of, boundaries };
}

/** The list that a point opens: the chart's filter, the bucket's range, and the series' own value. */
function listOf(query: CountQuery, slot: number, key: string): ListQuery {
  const [from, to] = [query.boundaries[slot], query.boundaries[slot + 1]];
  return {
    modelId,
    scope: query.chart === 'framing' ? 'framing' : 'relevant',
    limit: 200,
    ...(from && to ? { from: from.toISOString(), to: to.toISOString() } : {}),
    topic: query.by === 'topic' && query.topic === undefined ? key : query.topic,
    frame: query.by === 'frame' && query.frame === undefined ? key : query.frame,
    outlet: query.by === 'outlet' ? key : query.outletId,
    group: query.by === 'group' ? key : query.group,
    country: query.by === 'country' ? key : query.country,
    language: query.by === 'language' ? key : query.language,
  } as ListQuery;
}

describe('counts', () => {
  it.each(
    (['coverage', 'framing'] as const).flatMap((chart) => DIMENSIONS.map((by) => [chart, by] as const)),
  )('of %s by %s equal the list that each point opens', async (chart, by) => {
    let points = 0;
    for (const filter of filters()) {
      const query = countQuery(chart, by, 'articles', filter);
      for (const { slot, key, count } of await test.store.trends.countNumerators(query)) {
        // A series of another topic than the filter's counts articles with both; the list names one of them.
        if (
          (by === 'topic' && filter.topic && key !== filter.topic) ||
          (by === 'frame' && filter.frame && key !== filter.frame)
        )
          continue;
        points += 1;
        expect([filter, slot, key, await test.store.articleLists.count(listOf(query, slot, key))]).toEqual([
          filter,
          slot,
          key,
          count,
        ]);
      }
    }
    expect(points).toBeGreaterThan(10);
  });

  it.each(DIMENSIONS)('by %s are never more than what they are counted of', async (by) => {
    for (const chart of ['coverage', 'framing'] as const)
      for (const counted of ['articles', 'stories'] as const)
        for (const filter of filters()) {
          const query = countQuery(chart, by, counted, filter);
          const whole = await test.store.trends.countDenominators(query);
          for (const { slot, key, count } of await test.store.trends.countNumerators(query)) {
            const wholeKey = by === 'topic' || by === 'frame' ? '' : key;
            expect(
              whole.find((row) => row.slot === slot && row.key === wholeKey)?.count ?? 0,
            ).toBeGreaterThanOrEqual(count);
          }
        }
  });

  it('take all that was collected as the whole of coverage, and what can be framed as that of framing', async () => {
    const total = async (chart: CountQuery['chart']) => {
      const query = {
        ...countQuery(chart, 'none', 'articles', {}),
        boundaries: [later(0), later(50 * HOUR)],
      };
      return (await test.store.trends.countDenominators(query))[0]?.count;
    };
    const listed = (scope: ListQuery['scope']) =>
      test.store.articleLists.count({ modelId, scope, limit: 1 } as ListQuery);
    expect(await total('coverage')).toBe(ARTICLES);
    expect(await total('coverage')).toBe(await listed('all'));
    expect(await total('framing')).toBe(await listed('framing'));
  });

  it('count a story once, however many articles tell it', async () => {
    const query = {
      ...countQuery('coverage', 'none', 'stories', {}),
      boundaries: [later(0), later(50 * HOUR)],
    };
    const { rows } = await test.database.pool.query(
      'select count(distinct a.story_id)::int as n from article a join trend_fact f on f.article_id = a.id where f.relevant',
    );
    expect((await test.store.trends.countNumerators(query))[0]?.count).toBe(rows[0].n);
    expect(rows[0].n).toBeLessThan(ARTICLES / 2);
  });
});

describe('the article list', () => {
  it('gives every article once through its cursor, newest first, also where many share an instant', async () => {
    const seen: { id: string; at: number }[] = [];
    let after: ListQuery['after'];
    for (;;) {
      const page = await test.store.articleLists.find({
        modelId,
        scope: 'all',
        limit: 7,
        after,
      } as ListQuery);
      seen.push(...page.map(({ id, counted_at }) => ({ id, at: counted_at.getTime() })));
      const last = page.at(-1);
      if (!last) break;
      after = { countedAt: last.counted_at, id: last.id };
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(ARTICLES);
    expect(seen).toHaveLength(ARTICLES);
    expect(new Set(seen.map(({ at }) => at)).size).toBeLessThan(ARTICLES);
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).sort((a, b) => b - a));
  });
});

describe('verify', () => {
  const tampered = async (change: string): Promise<string[]> => {
    await test.database.pool.query('create table kept as select * from trend_fact');
    await test.database.pool.query(change);
    const wrong = (await test.store.trends.verify()).flatMap((wrong) =>
      wrong.kind === 'fact' ? [wrong.articleId] : [],
    );
    await test.database.pool.query('truncate trend_fact');
    await test.database.pool.query('insert into trend_fact select * from kept');
    await test.database.pool.query('drop table kept');
    return wrong;
  };

  it('is content with what the stages wrote', async () => {
    expect(await test.store.trends.verify()).toEqual([]);
  });

  it.each([
    ['a topic added', "set topics = topics || '{bogus}'"],
    ['a frame taken away', 'set frames = frames[2:]'],
    ['another decision', 'set relevant = false'],
    ['a doubt hidden', 'set unclear = not unclear'],
    ['another time', "set counted_at = counted_at + interval '1 hour'"],
    ['another story', 'set story_id = story_id + 1000'],
    ['another language', "set language = 'ko'"],
  ])('finds %s', async (_what, change) => {
    const { rows } = await test.database.pool.query(
      'select article_id as id from trend_fact where relevant and cardinality(frames) > 0 order by article_id limit 1',
    );
    expect(await tampered(`update trend_fact ${change} where article_id = ${rows[0].id}`)).toEqual([
      rows[0].id,
    ]);
  });

  it('finds a fact that is missing', async () => {
    expect(
      await tampered('delete from trend_fact where article_id = (select min(article_id) from trend_fact)'),
    ).toHaveLength(1);
  });
});

describe('a fact', () => {
  it('is not written for a revision that is past', async () => {
    const id = await addArticle(test.store, outlets.get('A') ?? '', 'past');
    const fact = {
      articleId: id,
      modelId,
      beatId: 'beat',
      relevant: true,
      unclear: false,
      inFraming: true,
      topics: [],
      frames: [],
    };
    expect(await test.store.trends.saveFact({ ...fact, revision: 2 })).toBe(false);
    expect(await test.store.trends.saveFact({ ...fact, revision: 1 })).toBe(true);
    expect(await test.store.trends.saveFact({ ...fact, revision: 1 })).toBe(false);
    await test.database.pool.query('delete from article where id = $1', [id]);
  });

  it('keeps up with a story that is merged in the same moment', async () => {
    const wrong: unknown[] = [];
    for (let i = 0; i < 20; i += 1) {
      const id = await addArticle(test.store, outlets.get('A') ?? '', `merged-${i}`);
      const [into, from] = [
        await test.store.stories.create('into', NOON),
        await test.store.stories.create('from', NOON),
      ];
      await group(test.store, id, from);
      const fact = {
        articleId: id,
        modelId,
        beatId: 'beat',
        relevant: true,
        unclear: false,
        inFraming: true,
        topics: [],
        frames: [],
      };
      await Promise.all([
        test.store.stories.merge(from, into),
        test.store.trends.saveFact({ ...fact, revision: 1 }),
      ]);
      const { rows } = await test.database.pool.query(
        'select story_id from trend_fact where article_id = $1',
        [id],
      );
      if (rows[0].story_id !== into) wrong.push(i);
      await test.database.pool.query('delete from article where id = $1', [id]);
    }
    expect(wrong).toEqual([]);
  });
});
