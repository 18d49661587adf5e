import type { ArticleDetail, LiveEvent } from '@framewatch/contracts';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeArticle } from '../testing/build-articles.ts';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
let id: string;

beforeAll(async () => {
  api = await startTestApi();
  id = await storeArticle(api.store, {
    outlet: 'Harbor Wire',
    at: '2026-05-04T12:00:00.000Z',
    text: 'Japan will pay more for the bases.',
    frames: ['burden_sharing'],
    topics: ['us_forces_bases'],
  });
});
afterAll(() => api.close());

type Change = { kind: string; labelId: string; decision: string };
const correct = (...corrections: Change[]) =>
  api.post(`/api/articles/${id}/corrections`, { beat: BEAT, corrections });
const frame = (labelId: string, decision: string): Change => ({ kind: 'frame', labelId, decision });
const relevance = (decision: string): Change => ({ kind: 'relevance', labelId: 'relevance', decision });
const labelsOf = ({ labels }: ArticleDetail) =>
  labels.map((l) => `${l.labelId}${l.corrected ? ' corrected' : ''}`).sort();
const count = async (frameId: string) => {
  const range = { beat: BEAT, from: '2026-05-04T00:00:00.000Z', to: '2026-05-05T00:00:00.000Z' };
  const { json } = await api.get('/api/trends/framing', { ...range, by: 'frame' });
  return json.series.find(({ key }) => key === frameId)?.total.numerator;
};

describe('a correction', () => {
  it('is laid over list, article and chart at once, and can be taken back', async () => {
    expect(await count('burden_sharing')).toBe(1);
    const { status, json } = await correct(frame('burden_sharing', 'no'), frame('host_community', 'yes'));
    expect(status).toBe(200);
    expect(labelsOf(json)).toEqual(['host_community corrected', 'us_forces_bases']);
    expect([await count('burden_sharing'), await count('host_community')]).toEqual([0, 1]);
    const { items } = (await api.get('/api/articles', { beat: BEAT, frame: 'host_community' })).json;
    expect(items.map((item) => item.id)).toEqual([id]);

    const back = await correct(frame('burden_sharing', 'withdraw'), frame('host_community', 'withdraw'));
    expect(labelsOf(back.json)).toEqual(['burden_sharing', 'us_forces_bases']);
    expect([await count('burden_sharing'), await count('host_community')]).toEqual([1, 0]);
  });

  it('of relevance takes the article out of every chart, with its labels', async () => {
    const { json } = await correct(relevance('no'));
    expect([json.relevance.decision, labelsOf(json)]).toEqual(['no', []]);
    expect(await count('burden_sharing')).toBe(0);
    expect((await api.get('/api/articles', { beat: BEAT })).json.total).toBe(0);
    await correct(relevance('withdraw'));
    expect((await api.get('/api/articles', { beat: BEAT })).json.total).toBe(1);
  });

  it('leaves facts that a recount from classifications and corrections confirms', async () => {
    await correct(frame('burden_sharing', 'no'), relevance('yes'));
    expect(await api.store.trends.verify()).toEqual([]);
    await correct(frame('burden_sharing', 'withdraw'), relevance('withdraw'));
    expect(await api.store.trends.verify()).toEqual([]);
  });

  it('is told to whoever watches', async () => {
    const before = await api.store.events.findNewestId();
    await correct(frame('host_community', 'no'));
    const told = (await api.store.events.findAfter(before, 10)).map(({ event }): LiveEvent => event);
    expect(told[0]).toMatchObject({ kind: 'article', articleId: id, relevant: true });
  });

  it('shows the sentences behind each label in the article', async () => {
    const { json } = await api.get(`/api/articles/${id}`, { beat: BEAT });
    expect(json.quotes[0]?.text).toBe('Japan will pay more for the bases.');
    expect(json).toMatchObject({ fate: 'classified', covered: true, sameStory: [], canonicalUrl: json.url });
    expect((await api.get('/api/articles/4711', { beat: BEAT })).status).toBe(404);
  });

  it('becomes a model; what is corrected while it is prepared becomes the next one', async () => {
    await correct(frame('burden_sharing', 'no'));
    const preparing = async () => (await api.get('/api/beats')).json[0]?.preparing?.version;
    const first = await waitFor('a model that learns', preparing);
    await correct(frame('host_community', 'yes'));
    const model = await api.store.models.findNewest(BEAT);
    await api.store.models.activate(model?.id ?? '', new Date());
    await api.store.events.publish({
      kind: 'model',
      beat: BEAT,
      version: first,
      at: new Date().toISOString(),
    });
    const next = await waitFor('the next model', preparing);
    expect(next).not.toBe(first);
    expect((await api.store.models.findActive(BEAT))?.version).toBe(first);
  });

  it('of a label that the beat does not have is refused', async () => {
    const refused = await correct(frame('no_such_frame', 'yes'));
    expect([refused.status, refused.json.errors?.[0]?.field]).toEqual([400, 'corrections.0.labelId']);
  });
});
