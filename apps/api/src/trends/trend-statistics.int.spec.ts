import type { TrendAnswer } from '@framewatch/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeArticle } from '../testing/build-articles.ts';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

const DAY = 86_400_000;
const FROM = Date.UTC(2026, 4, 1);
const iso = (at: number) => new Date(at).toISOString();
const frames = (framed: boolean) => (framed ? ['burden_sharing'] : ['host_community']);

let api: TestApi;
const ids: string[] = [];

/** Sixty days, two articles a day from a large outlet; a small one tells more of burden sharing, from day 30 on both do. */
beforeAll(async () => {
  api = await startTestApi();
  for (let day = 0; day < 60; day++) {
    const at = (hour: number) => iso(FROM + day * DAY + hour * 3_600_000);
    const often = day >= 30;
    ids.push(
      await storeArticle(api.store, {
        outlet: 'Harbor Wire',
        at: at(1),
        frames: frames(often ? day % 4 !== 0 : day % 10 === 0),
        text: often ? 'Tokyo must contribute to garrison costs.' : 'Residents complain about noise.',
      }),
      await storeArticle(api.store, {
        outlet: 'Harbor Wire',
        at: at(2),
        frames: frames(often ? day % 3 !== 0 : false),
        relevance: day % 5 === 0 ? 'no' : 'yes',
        text: often ? 'Washington asks Tokyo to contribute.' : 'Residents file a lawsuit over noise.',
      }),
    );
    if (day % 3 === 0)
      ids.push(
        await storeArticle(api.store, {
          outlet: 'Kawa Shimbun',
          at: at(3),
          frames: frames(true),
          text: 'The garrison costs more than before.',
        }),
      );
  }
  // A day on which everybody has the same news; only summaries, so framing hears nothing of it.
  for (let i = 0; i < 12; i++)
    await storeArticle(api.store, {
      outlet: '=Lantern, Daily',
      at: iso(FROM + 58 * DAY + i * 60_000),
      topics: ['china_taiwan'],
      textSource: 'feed-summary',
    });
}, 60_000);
afterAll(() => api.close());

const june = { beat: BEAT, from: iso(FROM + 30 * DAY), to: iso(FROM + 60 * DAY), by: 'frame' };
const series = (answer: TrendAnswer, key = 'burden_sharing') =>
  answer.series.findIndex((one) => one.key === key);

describe('compare', () => {
  it('sets each bucket against the earlier one, with totals, difference and interval', async () => {
    const { json } = await api.get('/api/trends/framing', { ...june, compare: 'previous' });
    const compared = json.compared!;
    expect(compared).toMatchObject({
      with: 'previous',
      from: iso(FROM),
      to: iso(FROM + 30 * DAY),
      pairs: 30,
    });
    expect(compared.buckets.map(({ against }) => against)).toEqual(json.buckets.map((_, i) => i));
    const total = compared.totals[series(json)]!;
    const earlier = await api.get('/api/trends/framing', {
      ...june,
      from: iso(FROM),
      to: iso(FROM + 30 * DAY),
    });
    expect(total.now).toEqual(json.series[series(json)]?.total);
    expect(total.before).toEqual(earlier.json.series[series(json)]?.total);
    expect(total.difference!.value).toBeCloseTo(total.now!.share! - total.before!.share!, 12);
    expect(total.difference!.low).toBeGreaterThan(0.2);
    expect(total.ratio!.value).toBeGreaterThan(1.5);
    const list = await api.get('/api/articles', {
      beat: BEAT,
      frame: 'burden_sharing',
      scope: 'framing',
      from: compared.from,
      to: compared.to,
    });
    expect(list.json.total).toBe(total.before?.numerator);
  });

  it('says that there is no history, and gives no totals', async () => {
    const { json } = await api.get('/api/trends/coverage', { ...june, compare: 'year', by: 'none' });
    expect(json.compared?.cautions).toContain('no-history');
    expect(json.compared?.totals).toEqual([
      { key: '', now: null, before: null, difference: null, ratio: null },
    ]);
  });

  it('leaves a bucket that is not over out of the totals, and says so', async () => {
    const now = Date.now();
    const range = { beat: BEAT, from: iso(now - 2 * DAY), to: iso(now), compare: 'previous' };
    const { json } = await api.get('/api/trends/coverage', range);
    expect(json.compared?.cautions).toContain('incomplete');
    expect((json.compared?.ofPairs ?? 0) - (json.compared?.pairs ?? 0)).toBeGreaterThan(0);
  });
});

describe('weight=outlets', () => {
  it('is the mean of the outlets’ own shares, and names those that count', async () => {
    const { json } = await api.get('/api/trends/framing', { ...june, weight: 'outlets' });
    const { equalWeight } = json;
    const ofOutlets = await api.get('/api/trends/framing', {
      ...june,
      by: 'outlet',
      frame: 'burden_sharing',
    });
    const shares = ofOutlets.json.series
      .filter(({ total }) => total.denominator >= 5)
      .map(({ total }) => total.share ?? 0);
    expect(equalWeight?.counted.map(({ name }) => name)).toEqual(['Harbor Wire', 'Kawa Shimbun']);
    const total = equalWeight?.series[series(json)]?.total;
    expect(total?.share).toBeCloseTo((shares[0]! + shares[1]!) / 2, 12);
    expect(total?.outlets).toBe(2);
    // A day's two articles are no share of an outlet.
    expect(equalWeight?.series[series(json)]?.points.every((point) => point === null)).toBe(true);
  });
});

describe('/api/trends/changes', () => {
  it('finds the shift, its size and its articles, and the spike with its stories', async () => {
    const range = { beat: BEAT, from: iso(FROM), to: iso(FROM + 60 * DAY) };
    const { status, json } = await api.get('/api/trends/changes', range);
    expect(status).toBe(200);
    const { spikes, shifts } = json;
    const shift = shifts.find(({ subject }) => subject.key === 'burden_sharing')!;
    expect(Math.abs(Date.parse(shift.at) - (FROM + 30 * DAY))).toBeLessThanOrEqual(3 * DAY);
    expect(shift.falseDiscovery).toBeLessThan(0.05);
    expect(shift.difference.low).toBeGreaterThan(0.2);
    expect(shift.sameOutlets).toMatchObject({ outlets: 2 });
    for (const side of [shift.before, shift.after])
      expect((await api.get('/api/articles', { ...side.open, limit: 1 })).json.total).toBe(side.numerator);

    const spike = spikes.find(({ subject }) => subject.key === 'china_taiwan')!;
    expect(spike).toMatchObject({ label: '2026-06-28', observed: 12, incomplete: false });
    expect(spike.probability).toBeLessThan(0.001);
    expect((await api.get('/api/articles', { ...spike.open, limit: 1 })).json.total).toBe(12);
  });

  it('says what it cannot judge, and how much is chance', async () => {
    const range = { beat: BEAT, from: iso(FROM), to: iso(FROM + 10 * DAY) };
    const json = (await api.get('/api/trends/changes', range)).json;
    expect(json.withoutHistory).toBe(10);
    expect(json.spikes).toEqual([]);
    expect(json.spikesByChance).toBeCloseTo(json.looks * 0.001, 12);
    expect(json.notJudged.map(({ subject }) => subject.key)).toContain('burden_sharing');
    expect((await api.get('/api/trends/changes', { ...range, tz: 'Mars/Olympus' })).status).toBe(400);
  });
});

describe('/api/trends/words', () => {
  const whole = { beat: BEAT, from: iso(FROM), to: iso(FROM + 60 * DAY) };
  const periods = {
    ...whole,
    aFrom: iso(FROM),
    aTo: iso(FROM + 30 * DAY),
    bFrom: iso(FROM + 30 * DAY),
    bTo: iso(FROM + 60 * DAY),
  };

  it('sets two periods apart, each word with its sentences, as many as its count says', async () => {
    const json = (await api.get('/api/trends/words', periods)).json;
    const words = (side: string) => json.words.filter((one) => one.side === side).map(({ word }) => word);
    expect(words('a')).toContain('noise');
    expect(words('b')).toContain('contribute');
    expect(json.language).toBe('en');
    for (const { word, side, a, b, sentences } of json.words) {
      expect(sentences.length).toBeGreaterThan(0);
      for (const { text, wordStart, wordEnd } of sentences)
        expect(text.slice(wordStart, wordEnd).toLowerCase()).toBe(word);
      const { json: all } = await api.get('/api/trends/words/sentences', { ...periods, word, side });
      expect(all.total).toBe(side === 'a' ? a : b);
    }
  });

  it('sets two outlets apart, and refuses a side against itself', async () => {
    const outlets = await api.store.feeds.findOutletIds();
    const [aOutlet, bOutlet] = [outlets.get('Kawa Shimbun'), outlets.get('Harbor Wire')];
    const json = (await api.get('/api/trends/words', { ...whole, aOutlet, bOutlet })).json;
    expect(json.a).toMatchObject({ stories: 20, read: 20 });
    expect(json.words.find(({ word }) => word === 'costs')?.side).toBe('a');
    expect((await api.get('/api/trends/words', { ...whole, aOutlet, bOutlet: aOutlet })).status).toBe(400);
    expect((await api.get('/api/trends/words', whole)).status).toBe(400);
  });

  it('compares nothing with a side that told too little', async () => {
    const aOutlet = (await api.store.feeds.findOutletIds()).get('=Lantern, Daily');
    const json = (await api.get('/api/trends/words', { ...whole, aOutlet })).json;
    expect(json).toMatchObject({ language: null, words: [], tried: 0, needed: 10 });
  });
});

describe('band=stories', () => {
  it('is wider where one story is told by many, and says how it was found', async () => {
    const plain = (await api.get('/api/trends/framing', june)).json;
    const before = (await api.get('/api/trends/framing', { ...june, band: 'stories' })).json;
    expect(before.bandIs).toBe('stories');
    expect(before.series).toEqual(plain.series);
    const storyOf = async (id: string) => (await api.store.articles.findById(id))?.story_id ?? '';
    const into = await storyOf(ids[75]!);
    for (const id of ids.slice(76, 116)) await api.store.stories.merge(await storyOf(id), into);
    const after = (await api.get('/api/trends/framing', { ...june, band: 'stories' })).json;
    const width = (answer: TrendAnswer) => {
      const { low, high } = answer.series[series(answer)]!.total;
      return (high ?? 0) - (low ?? 0);
    };
    expect(width(after)).toBeGreaterThan(width(plain));
    expect(after.series[series(after)]?.total.numerator).toBe(plain.series[series(plain)]?.total.numerator);
  });
});

describe('voice', () => {
  it('parts what the outlet says itself from what it reports, and the list follows', async () => {
    const any = (await api.get('/api/trends/framing', june)).json;
    const own = (await api.get('/api/trends/framing', { ...june, voice: 'own' })).json;
    const reported = (await api.get('/api/trends/framing', { ...june, voice: 'reported' })).json;
    const at = series(any);
    expect(own.series[at]?.total.numerator).toBe(any.series[at]?.total.numerator);
    expect(reported.series[at]?.total.numerator).toBe(0);
    await api.store.database.pool.query(
      `update evidence set voice = '{"kind":"reported","speaker":null}' where classification_id in
        (select id from classification where article_id = any($1::bigint[]))`,
      [ids.slice(80, 100)],
    );
    for (const voice of ['own', 'reported']) {
      const { json } = await api.get('/api/trends/framing', { ...june, voice });
      for (const { key, total } of json.series) {
        const { by: _by, ...range } = june;
        const list = await api.get('/api/articles', {
          ...range,
          scope: 'framing',
          frame: key,
          voice,
          limit: 1,
        });
        expect([key, list.json.total]).toEqual([key, total.numerator]);
      }
      expect(json.series[at]?.total.numerator).toBeGreaterThan(0);
    }
    expect((await api.get('/api/trends/coverage', { ...june, voice: 'own' })).status).toBe(400);
    expect((await api.get('/api/articles', { beat: BEAT, voice: 'own' })).status).toBe(400);
  });
});

/** As editors would, every other one a yes. */
async function judge(articleIds: string[], sampled: string, score: number): Promise<void> {
  await api.store.database.pool.query(
    `insert into correction (article_id, beat_id, kind, label_id, decision, said, said_score, sampled)
     select id, $2, 'frame', 'burden_sharing', case when n % 2 = 0 then 'yes' else 'no' end, 'yes', $3, $4
     from unnest($1::bigint[]) with ordinality as x(id, n)`,
    [articleIds, BEAT, score, sampled],
  );
}

describe('adjusted=yes', () => {
  const adjusted = async () => {
    const { json } = await api.get('/api/trends/framing', { ...june, adjusted: 'yes' });
    return { plain: json.series[series(json)]!, overlay: json.adjusted!.series[series(json)]! };
  };
  it('says how few were drawn at random, then adjusts; chosen corrections do not count', async () => {
    expect((await adjusted()).overlay).toMatchObject({
      status: 'too-few',
      judged: 0,
      needed: 100,
      total: null,
    });
    const correction = { kind: 'frame', labelId: 'burden_sharing', decision: 'yes', sampled: 'random' };
    const request = { beat: BEAT, corrections: [correction] };
    expect((await api.post(`/api/articles/${ids[0]}/corrections`, request)).status).toBe(200);
    const one = await api.store.database.pool.query('select sampled, said, said_score from correction');
    expect(one.rows).toEqual([{ sampled: 'random', said: 'yes', said_score: 0.9 }]);
    await judge(ids.slice(1, 110), 'random', 0.9);
    await judge(ids.slice(110, 120), 'chosen', 0.1);
    const { overlay } = await adjusted();
    expect(overlay).toMatchObject({ judged: 110, positives: 55 });
    // Scores that have nothing to do with what was judged cannot be adjusted by.
    expect(overlay.status).toBe('not-told-apart');
    await api.store.database.pool.query(
      `update correction set said_score = case when decision = 'yes' then 0.9 else 0.1 end`,
    );
    const found = await adjusted();
    expect(found.overlay.status).toBe('calibrated');
    expect(found.overlay.total!.low).toBeLessThanOrEqual(found.overlay.total!.share);
    expect(found.overlay.points).toHaveLength(found.plain.points.length);
  });
});
