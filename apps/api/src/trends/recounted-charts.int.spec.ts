import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countsAs } from '@framewatch/trends';
import fc from 'fast-check';
import { storeArticle } from '../testing/build-articles.ts';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

const TOPICS = ['us_forces_bases', 'china_taiwan', 'host_nation_support'];
const FRAMES = ['burden_sharing', 'deterrence_threat'];
const OUTLETS = ['Harbor Wire', 'Kawa Shimbun', '=Lantern, Daily'];
const ZONES = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York', 'Australia/Lord_Howe'];
const DIMENSIONS = ['none', 'topic', 'frame', 'outlet', 'group', 'country', 'language'] as const;
/** Clocks are turned on 8 March 2026 in New York and on 5 April on Lord Howe, by an hour and by half an hour. */
const FROM = Date.UTC(2026, 2, 1);
const DAYS = 40;
const MINUTE = 60_000;

const someOf = (labels: string[]) => fc.subarray(labels);
const decision = fc.constantFrom('yes', 'yes', 'unclear', 'no' as const);
const minute = fc.integer({ min: 0, max: DAYS * 24 * 60 - 1 });
const language = fc.constantFrom('en', 'ja');
const source = fc.constantFrom('page', 'page', 'feed-summary' as const);
const pick = fc.nat(10_000);
/** What can happen to an archive. `pick` names one of the articles that are there then. */
const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('come' as const),
      outlet: fc.constantFrom(...OUTLETS),
      minute,
      language,
      source,
      relevance: decision,
      topics: someOf(TOPICS),
      frames: someOf(FRAMES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('edit' as const),
      pick,
      minute,
      language,
      source,
      relevance: decision,
      topics: someOf(TOPICS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('correct' as const),
      pick,
      label: fc.constantFrom('relevance', ...TOPICS, ...FRAMES),
      decision: fc.constantFrom('yes', 'no', 'withdraw' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('delete' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('merge' as const), pick, other: pick }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('split' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('measure again' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('pack' as const) }) },
);
type Happening = typeof event extends fc.Arbitrary<infer One> ? One : never;

const question = fc.record({
  chart: fc.constantFrom('coverage', 'framing' as const),
  by: fc.constantFrom(...DIMENSIONS),
  of: fc.constantFrom('articles', 'stories' as const),
  bucket: fc.constantFrom('day', 'week', 'month' as const),
  tz: fc.constantFrom(...ZONES),
  filter: fc.constantFrom<Record<string, string>>(
    {},
    {},
    { topic: 'china_taiwan' },
    { frame: 'burden_sharing' },
    { country: 'JP', language: 'ja' },
    { group: 'newspaper' },
  ),
});
type Question = typeof question extends fc.Arbitrary<infer One> ? One : never;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const query = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await api.store.database.pool.query(text, values)).rows as Row[];

async function idOf(place: number): Promise<string | null> {
  const rows = await query<{ id: string }>('select id from article order by id');
  return rows.length === 0 ? null : (rows[place % rows.length]?.id ?? null);
}

/** As the measuring stage does it, for every live model. */
async function measure(articleId: string): Promise<void> {
  const { store } = api;
  const article = await store.articles.findById(articleId);
  for (const { id, ...key } of await store.classifications.findForMeasuring(articleId)) {
    const labels = (await store.articleLists.findLabels([id])).get(id) ?? [];
    const corrections = await store.corrections.findInForce(articleId, BEAT);
    const counts = countsAs({ relevance: key.relevance, labels }, corrections, article?.text_source ?? '');
    await store.trends.saveFact({ ...key, ...counts });
  }
}

async function happen(one: Happening): Promise<void> {
  const { store } = api;
  const at = (offset: number): string => new Date(FROM + offset * MINUTE).toISOString();
  if (one.does === 'pack')
    return void (await store.trends.foldTouched(new Date(Date.now() + 60_000), 0, 100));
  if (one.does === 'come')
    return void (await storeArticle(store, { ...one, textSource: one.source, at: at(one.minute) }));
  const id = await idOf(one.pick);
  if (id === null) return;
  switch (one.does) {
    case 'edit':
      return edit(id, { ...one, at: at(one.minute) });
    case 'correct': {
      const kind = one.label === 'relevance' ? 'relevance' : TOPICS.includes(one.label) ? 'topic' : 'frame';
      const correction = { kind, labelId: one.label, decision: one.decision } as const;
      await store.corrections.apply(id, { beat: BEAT, corrections: [correction] }, new Date());
      return measure(id);
    }
    case 'delete':
      return void (await query('delete from article where id = $1', [id]));
    case 'merge': {
      const [from, into] = [
        await store.articles.findById(id),
        await store.articles.findById((await idOf(one.other)) ?? ''),
      ];
      if (from?.story_id && into?.story_id && from.story_id !== into.story_id)
        await store.stories.merge(from.story_id, into.story_id);
      return;
    }
    case 'split': {
      const article = await store.articles.findById(id);
      if (article?.story_id) await store.stories.split(article.story_id, [id], 'another event');
      return;
    }
    case 'measure again':
      return measure(id);
  }
}

/** A new wording with another date, and its classification by the model in force. */
async function edit(
  id: string,
  order: Pick<Extract<Happening, { does: 'edit' }>, 'language' | 'source' | 'relevance' | 'topics'> & {
    at: string;
  },
): Promise<void> {
  const { store } = api;
  const [article, model] = [await store.articles.findById(id), await store.models.findActive(BEAT)];
  if (!article || !model) return;
  const title = `${article.title} again`;
  await store.articles.saveText(
    id,
    {
      title,
      text: title,
      authors: [],
      language: order.language,
      textSource: order.source,
      method: null,
      quality: null,
      note: null,
      canonicalUrl: null,
      contentHash: title,
      statedAt: order.at,
      offsetMinutes: null,
      countedAt: order.at,
      dateIsStated: true,
      searchWords: title,
    },
    new Date(),
  );
  const revision = (await store.articles.findById(id))?.revision ?? 0;
  const labels = order.topics.map((labelId) => ({
    kind: 'topic' as const,
    labelId,
    score: 0.9,
    decision: 'yes' as const,
  }));
  await store.classifications.save(
    { articleId: id, revision, beatId: BEAT, modelId: model.id },
    {
      language: 'en',
      covered: true,
      relevance: { score: 0.9, decision: order.relevance, groups: [], sentences: [] },
      labels,
      evidence: [],
      briefs: [],
      modelVersion: model.version,
    },
  );
  await store.articles.setFate(id, 'classified', null);
  await measure(id);
}

interface Counted {
  at: number;
  story: string;
  relevant: boolean;
  inFraming: boolean;
  topic: string[];
  frame: string[];
  outlet: string;
  group: string;
  country: string;
  language: string;
}

/** Every article, from what was classified and corrected: facts and packed days are not looked at. */
async function recount(): Promise<Counted[]> {
  const rows = await query<{
    at: Date;
    story: string;
    decision: string;
    source: string;
    outlet: string;
    group: string;
    country: string;
    language: string;
    labels: string[];
    corrections: { kind: string; label: string; decision: string }[];
  }>(
    `select a.counted_at as at, coalesce(a.story_id::text, 'article ' || a.id) as story, c.relevance_decision as decision,
       a.text_source as source, o.id::text as outlet, o.outlet_group as group, o.country, a.language,
       array(select l.kind || ' ' || l.label_id from label l where l.classification_id = c.id and l.decision = 'yes') as labels,
       (select coalesce(json_agg(json_build_object('kind', k.kind, 'label', k.label_id, 'decision', k.decision)), '[]')
         from correction k where k.article_id = a.id and k.beat_id = $1 and k.withdrawn_at is null) as corrections
     from article a join outlet o on o.id = a.outlet_id join classification c on c.article_id = a.id and c.revision = a.revision
       join model m on m.id = c.model_id and m.status = 'active' and m.beat_id = $1`,
    [BEAT],
  );
  return rows.map(({ at, decision: said, source: text, labels, corrections, ...row }) => {
    const last = new Map(corrections.map((one) => [`${one.kind} ${one.label}`, one.decision]));
    const relevant = (last.get('relevance relevance') ?? said) === 'yes';
    const inFraming = relevant && text === 'page';
    const carries = (kind: string, all: string[]): string[] =>
      all.filter(
        (label) =>
          (last.get(`${kind} ${label}`) ?? (labels.includes(`${kind} ${label}`) ? 'yes' : 'no')) === 'yes',
      );
    return {
      ...row,
      at: at.getTime(),
      relevant,
      inFraming,
      topic: relevant ? carries('topic', TOPICS) : [],
      frame: inFraming ? carries('frame', FRAMES) : [],
    };
  });
}

const isUnder = (
  { topic: _topic, frame: _frame, ...filter }: Record<string, string>,
  one: Counted,
): boolean => Object.entries(filter).every(([name, value]) => one[name as 'group'] === value);

/** What the chart says of a key and a bucket, counted one article after the other. */
function naive(
  all: Counted[],
  { chart, by, of, filter }: Question,
  key: string,
  [from, to]: [number, number],
) {
  const isOfFrame =
    by === 'frame' || filter['frame'] !== undefined || (by !== 'topic' && filter['topic'] === undefined);
  const isAsked = (one: Counted): boolean =>
    chart === 'coverage' ||
    (one.inFraming && (!isOfFrame || filter['topic'] === undefined || one.topic.includes(filter['topic'])));
  const isKey = (one: Counted): boolean =>
    by === 'none' || (by === 'topic' || by === 'frame' ? one[by].includes(key) : one[by] === key);
  const asked = all.filter((one) => one.at >= from && one.at < to && isUnder(filter, one) && isAsked(one));
  const hits = asked.filter(
    (one) =>
      one.relevant &&
      isKey(one) &&
      (filter['topic'] === undefined || one.topic.includes(filter['topic'])) &&
      (filter['frame'] === undefined || one.frame.includes(filter['frame'])),
  );
  const size = (some: Counted[]): number =>
    of === 'stories' ? new Set(some.map(({ story }) => story)).size : some.length;
  const whole = by === 'topic' || by === 'frame' ? asked : asked.filter(isKey);
  return { numerator: size(hits), denominator: size(whole) };
}

async function check(all: Counted[], one: Question): Promise<void> {
  const { chart, filter, ...shape } = one;
  const range = {
    from: new Date(FROM).toISOString(),
    to: new Date(FROM + DAYS * 24 * 60 * MINUTE).toISOString(),
  };
  const { json } = await api.get(`/api/trends/${chart}`, { beat: BEAT, ...range, ...shape, ...filter });
  for (const { key, points, total } of json.series) {
    const said = [
      ...points.map((point, place) => [point, json.buckets[place]] as const),
      [total, { start: json.from, end: json.to }] as const,
    ];
    for (const [point, bucket] of said) {
      if (point === null || !bucket) continue;
      const { numerator, denominator } = point;
      const expected = naive(all, one, key, [Date.parse(bucket.start), Date.parse(bucket.end)]);
      expect({ one, key, from: bucket.start, numerator, denominator }).toEqual({
        one,
        key,
        from: bucket.start,
        ...expected,
      });
    }
    const opened = await api.get('/api/articles', {
      beat: BEAT,
      ...filter,
      ...(one.by === 'none' ? {} : { [one.by]: key }),
      of: one.of,
      from: json.from,
      to: json.to,
      limit: 200,
      scope: chart === 'coverage' ? 'relevant' : 'framing',
    });
    expect({ one, key, list: opened.json.items.length }).toEqual({ one, key, list: opened.json.total });
    const isOther =
      (one.by === 'topic' || one.by === 'frame') && filter[one.by] !== undefined && filter[one.by] !== key;
    if (!isOther)
      expect({ one, key, total: opened.json.total }).toEqual({ one, key, total: total.numerator });
  }
}

describe('whatever happens to an archive', () => {
  it('charts equal a recount, points equal their lists, and the packed days are as their facts', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 30, maxLength: 45 }),
        fc.array(question, { minLength: 12, maxLength: 12 }),
        async (events, questions) => {
          for (const one of events) await happen(one);
          const all = await recount();
          for (const one of questions) {
            await check(all, one);
            asked += 1;
          }
          expect(await api.store.trends.verify()).toEqual([]);
        },
      ),
      // The archive grows from run to run, so that a smaller failing history would be another one.
      { numRuns: 4, seed: 20_260_301, endOnFailure: true },
    );
    expect(asked).toBe(48);
  });

  it('is found by verify-trends where a packed day was tampered with', async () => {
    await api.store.trends.foldTouched(new Date(Date.now() + 60_000), 0, 1_000);
    expect(await api.store.trends.verify()).toEqual([]);
    const [day] = await query<{ day: number }>('select day from trend_sheet order by facts desc limit 1');
    const tampered = async (change: string) => {
      await query(`update trend_sheet set ${change} where day = $1`, [day?.day]);
      return (await api.store.trends.verify()).map((one) => one.kind);
    };
    expect(await tampered('classes = set_byte(classes, 2, 255)')).toEqual(['day']);
    await query('insert into trend_touch (model_id, day) select model_id, day from trend_sheet');
    await api.store.trends.foldTouched(new Date(Date.now() + 60_000), 0, 1_000);
    expect(await api.store.trends.verify()).toEqual([]);
    expect(await tampered('outlets = set_byte(outlets, 3, 99)')).toEqual(['day']);
    await query('delete from trend_sheet where day = $1', [day?.day]);
    expect((await api.store.trends.verify()).map((one) => one.kind)).toEqual(['day']);
  });
});
