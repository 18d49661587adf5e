import type { Dimension } from '@framewatch/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ArticleOrder, storeArticle } from '../testing/build-articles.ts';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

const TOPICS = ['us_forces_bases', 'china_taiwan', 'host_nation_support'];
const FRAMES = ['burden_sharing', 'deterrence_threat', 'host_community'];
const OUTLETS = ['Harbor Wire', 'Kawa Shimbun', '=Lantern, Daily'];
const FROM = Date.UTC(2026, 4, 1);
const HOUR = 3_600_000;

/** Numbers that look random and are the same in every run (a linear congruential generator). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % sides;
  };
}

function orders(count: number): ArticleOrder[] {
  const roll = dice(7);
  const some = (all: string[]) => all.filter(() => roll(3) === 0);
  return Array.from({ length: count }, (_, index) => ({
    outlet: OUTLETS[roll(3)] ?? '',
    // Every tenth falls exactly on a bucket's limit, where counting twice or not at all is easiest.
    at: new Date(FROM + (index % 10 === 0 ? roll(10) * 24 : roll(240)) * HOUR).toISOString(),
    language: roll(2) === 0 ? 'en' : 'ja',
    textSource: roll(4) === 0 ? 'feed-summary' : 'page',
    relevance: (['yes', 'yes', 'unclear', 'no'] as const)[roll(4)] ?? 'no',
    topics: some(TOPICS),
    frames: some(FRAMES),
  }));
}

let api: TestApi;
let outletIds: Map<string, string>;

beforeAll(async () => {
  api = await startTestApi();
  const stored: string[] = [];
  for (const order of orders(150)) stored.push(await storeArticle(api.store, order));
  await tellTogether(stored);
  outletIds = await api.store.feeds.findOutletIds();
});
afterAll(() => api.close());

/** Every fourth article tells the story of the one eleven places before it, so that stories cross buckets and outlets. */
async function tellTogether(ids: string[]): Promise<void> {
  const storyOf = async (id: string | undefined) =>
    (await api.store.articles.findById(id ?? ''))?.story_id ?? '';
  for (let at = 12; at < ids.length; at += 4)
    await api.store.stories.merge(await storyOf(ids[at]), await storyOf(ids[at - 11]));
}

const range = {
  beat: BEAT,
  from: new Date(FROM).toISOString(),
  to: new Date(FROM + 240 * HOUR).toISOString(),
};

/** Opens every point of a chart, as a click does: the same filters, the bucket's limits, the series' own value. */
async function openAll(chart: 'coverage' | 'framing', query: Record<string, string>): Promise<number> {
  const { status, json } = await api.get(`/api/trends/${chart}`, { ...range, ...query });
  expect(status).toBe(200);
  const answer = json;
  const { by = 'none', tz: _tz, bucket: _bucket, ...filters } = query;
  let opened = 0;
  for (const { key, points, total } of answer.series) {
    const subject = by === 'none' ? {} : { [by]: key };
    const length = async (from: string, to: string) =>
      (
        await api.get('/api/articles', {
          beat: BEAT,
          ...filters,
          ...subject,
          from,
          to,
          limit: 1,
          scope: chart === 'coverage' ? 'relevant' : 'framing',
        })
      ).json.total;
    for (const [index, point] of points.entries()) {
      const bucket = answer.buckets[index];
      if (point === null || !bucket) continue;
      expect({ key, at: bucket.label, list: await length(bucket.start, bucket.end) }).toEqual({
        key,
        at: bucket.label,
        list: point.numerator,
      });
      opened += point.numerator;
    }
    expect(await length(answer.from, answer.to)).toBe(total.numerator);
  }
  return opened;
}

describe('a point, opened', () => {
  it.each<[string, Dimension]>([
    ['in one line', 'none'],
    ['by topic', 'topic'],
    ['by frame', 'frame'],
    ['by outlet', 'outlet'],
    ['by group', 'group'],
    ['by country', 'country'],
    ['by language', 'language'],
  ])('lists exactly its articles, %s', async (_what, by) => {
    expect(await openAll('coverage', { by })).toBeGreaterThan(0);
    expect(await openAll('framing', { by })).toBeGreaterThan(0);
    expect(await openAll('coverage', { by, of: 'stories' })).toBeGreaterThan(0);
    expect(await openAll('framing', { by, of: 'stories' })).toBeGreaterThan(0);
  });

  it('does so in another zone, under filters, and where the filter is the dimension itself', async () => {
    const outlet = outletIds.get('Kawa Shimbun') ?? '';
    expect(
      await openAll('coverage', { by: 'topic', tz: 'Asia/Tokyo', frame: 'burden_sharing' }),
    ).toBeGreaterThan(0);
    expect(await openAll('framing', { by: 'frame', bucket: 'week', topic: 'china_taiwan' })).toBeGreaterThan(
      0,
    );
    expect(await openAll('framing', { by: 'frame', frame: 'host_community', outlet })).toBeGreaterThan(0);
    expect(
      await openAll('coverage', { by: 'none', language: 'ja', group: 'newspaper', country: 'JP' }),
    ).toBeGreaterThan(0);
  });

  it('lists exactly its stories, also after stories were merged and split', async () => {
    const before = (await api.get('/api/trends/coverage', { ...range, of: 'stories' })).json.series[0]?.total;
    const all = (await api.get('/api/articles', { ...range, limit: 200 })).json.items;
    const ids = all.flatMap(({ story }) => (story ? [story.id] : []));
    const [into = '', from = '', third = ''] = [...ids].sort((a, b) => Number(a) - Number(b));
    await api.store.stories.merge(from, into);
    await api.store.stories.merge(third, into);
    const merged = (await api.get('/api/trends/coverage', { ...range, of: 'stories' })).json.series[0]?.total;
    expect(merged?.numerator).toBe((before?.numerator ?? 0) - 2);
    for (const by of ['none', 'topic', 'outlet', 'language'])
      expect(await openAll('coverage', { by, of: 'stories' })).toBeGreaterThan(0);
    const members = await api.store.stories.findMembers(into, 10);
    expect(members).toHaveLength(3);
    const left = await api.store.stories.split(into, [members[0]?.id ?? ''], 'another event');
    expect(left).not.toBeNull();
    for (const by of ['none', 'frame', 'group', 'country'])
      expect(await openAll('framing', { by, of: 'stories' })).toBeGreaterThan(0);
    expect(await api.store.trends.verify()).toEqual([]);

    const story = (await api.get(`/api/stories/${from}`, { beat: BEAT })).json;
    expect(story).toMatchObject({ id: into, mergedFrom: from, total: 2 });
    expect(story.changes.map(({ what, from: of, into: to }) => [what, of, to])).toEqual([
      ['merged', from, into],
      ['merged', third, into],
      ['split', into, left],
    ]);
    const part = (await api.get(`/api/stories/${left}`, { beat: BEAT })).json;
    expect(part).toMatchObject({ id: left, mergedFrom: null, splitFrom: into, total: 1 });
    expect((await api.get('/api/articles', { ...range, scope: 'all', story: third })).json.total).toBe(2);
    expect((await api.get('/api/stories/999999', { beat: BEAT })).status).toBe(404);
  });

  it('widens the range to whole buckets, so that the first one is not cut', async () => {
    const cut = {
      from: new Date(FROM + 30 * HOUR).toISOString(),
      to: new Date(FROM + 31 * HOUR).toISOString(),
    };
    const { json } = await api.get('/api/trends/coverage', { ...range, ...cut });
    expect([json.from, json.to]).toEqual(['2026-05-02T00:00:00.000Z', '2026-05-03T00:00:00.000Z']);
  });

  it('has the denominator of everything collected, or of what was read whole enough', async () => {
    const coverage = (await api.get('/api/trends/coverage', range)).json;
    expect(coverage.series[0]?.total.denominator).toBe(150);
    expect(coverage.denominatorIs).toBe('articles collected from the same feeds and dates');
    const framing = (await api.get('/api/trends/framing', { ...range, by: 'frame', of: 'stories' })).json;
    const framed = (await api.get('/api/articles', { ...range, scope: 'framing', of: 'stories' })).json.total;
    expect(framing.series.map(({ total }) => total.denominator)).toEqual(framing.series.map(() => framed));
    expect(framing.denominatorIs).toBe('relevant stories with enough text to judge framing');
  });

  it('is the same number in the heat map', async () => {
    const { frames, rows } = (await api.get('/api/trends/heatmap', range)).json;
    for (const row of rows)
      for (const [index, frame] of frames.entries()) {
        const list = await api.get('/api/articles', {
          ...range,
          scope: 'framing',
          outlet: row.outletId,
          frame,
        });
        expect(list.json.total).toBe(row.counts[index]);
      }
    expect(rows).toHaveLength(3);
  });
});

describe('/api/articles', () => {
  it('pages through everything once, the newest first', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { json } = await api.get('/api/articles', { ...range, scope: 'all', limit: 40, cursor });
      seen.push(...json.items.map(({ countedAt, id }) => `${countedAt} ${id.padStart(9, '0')}`));
      cursor = json.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(150);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('finds words, and words inside Japanese sentences', async () => {
    await storeArticle(api.store, {
      outlet: 'Kawa Shimbun',
      at: '2026-06-01T00:00:00.000Z',
      language: 'ja',
      title: '在日米軍の駐留経費を協議',
      text: '日米両政府は同盟の強化で一致した。',
    });
    await storeArticle(api.store, {
      outlet: 'Harbor Wire',
      at: '2026-06-01T01:00:00.000Z',
      title: 'Bases cost more',
    });
    const titles = async (q: string) =>
      (await api.get('/api/articles', { beat: BEAT, q })).json.items.map(({ title }) => title);
    expect(await titles('駐留経費')).toEqual(['在日米軍の駐留経費を協議']);
    expect(await titles('costs base')).toEqual(['Bases cost more']);
    expect(await titles('"tokyo base"')).toEqual([]);
  });
});

describe('a gap', () => {
  it('marks the buckets that it touches, and only the charts of its outlet', async () => {
    const [feed] = (await api.get('/api/feeds')).json.feeds.filter(({ outlet }) => outlet === 'Harbor Wire');
    await api.store.feeds.openGap(feed?.id ?? '', new Date(FROM + 54 * HOUR), 'HTTP 503');
    await api.store.feeds.closeGap(feed?.id ?? '', new Date(FROM + 78 * HOUR), false);
    const { json } = await api.get('/api/trends/coverage', range);
    expect(json.gaps.map(({ outlet, reason }) => [outlet, reason])).toEqual([['Harbor Wire', 'HTTP 503']]);
    const marked = json.buckets.flatMap(({ label, gaps }) => (gaps.length > 0 ? [label] : []));
    expect(marked).toEqual(['2026-05-03', '2026-05-04']);
    const { rows } = (await api.get('/api/export.json', { ...range, chart: 'coverage' })).json;
    expect(rows.filter(({ gap }) => gap).map(({ bucket }) => bucket)).toEqual(marked);
    expect((await api.get('/api/trends/coverage', { ...range, group: 'newspaper' })).json.gaps).toEqual([]);
  });
});

describe('/api/headline', () => {
  it('counts the last days, and says why it compares nothing', async () => {
    const recent = [1, 30, 60].map((hours) => new Date(Date.now() - hours * HOUR).toISOString());
    for (const at of recent) await storeArticle(api.store, { outlet: 'Harbor Wire', at });
    const { json } = await api.get('/api/headline', { beat: BEAT, days: 7, tz: 'Asia/Tokyo' });
    expect(json).toMatchObject({
      days: 7,
      relevant: 3,
      outlets: 1,
      relevantBefore: 0,
      change: null,
      movedFrame: null,
    });
    expect(json.whyNoChange).toBe('nothing was relevant before');
    const long = await api.get('/api/headline', { beat: BEAT, days: 900 });
    expect(long.json.whyNoChange).toBe('there is no history so far back');
  });
});
