import type { CorrectionRequest, ReviewAnswer } from '@framewatch/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeArticle } from '../testing/build-articles.ts';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
const relevant: string[] = [];
const unclear: string[] = [];

beforeAll(async () => {
  api = await startTestApi();
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const store = (hours: number, relevance: 'yes' | 'unclear' | 'no') =>
    storeArticle(api.store, { outlet: 'Harbor Wire', at: at(hours), relevance, frames: ['burden_sharing'] });
  for (let n = 0; n < 12; n += 1) relevant.push(await store(n + 1, 'yes'));
  for (let n = 0; n < 6; n += 1) unclear.push(await store(n + 20, 'unclear'));
  await store(30, 'no');
  await store(24 * 200, 'yes');
  await store(24 * 60, 'unclear');
});
afterAll(() => api.close());

const review = async (limit = 20): Promise<ReviewAnswer> =>
  (await api.get('/api/review', { beat: BEAT, limit: String(limit) })).json;
const judge = (id: string, corrections: CorrectionRequest['corrections']) =>
  api.post(`/api/articles/${id}/corrections`, { beat: BEAT, corrections });
const idsOf = ({ items }: ReviewAnswer, sampled: string) =>
  items.filter((item) => item.sampled === sampled).map(({ articleId }) => articleId);
const ofRelevance = (decision: 'yes' | 'no', sampled: 'random' | 'chosen') => [
  { kind: 'relevance' as const, labelId: 'relevance', decision, sampled },
];

describe('the articles to review', () => {
  it('are the undecided ones of a month and, three in ten, a random sample of what the charts count', async () => {
    const answer = await review(10);
    expect(idsOf(answer, 'random')).toHaveLength(4);
    expect(relevant).toEqual(expect.arrayContaining(idsOf(answer, 'random')));
    expect([...idsOf(answer, 'chosen')].sort()).toEqual([...unclear].sort());
    expect(answer.items.find((item) => item.sampled === 'chosen')?.unclear).toEqual([
      { kind: 'relevance', labelId: 'relevance' },
    ]);
    expect(answer.random).toEqual({ judged: 0, population: 12, needed: 100, days: 90 });
    expect(answer.unclear).toEqual({ articles: 6, days: 30 });
  });

  it('come in the same random order however often they are asked for', async () => {
    const order = idsOf(await review(40), 'random');
    expect(order).toHaveLength(12);
    expect(idsOf(await review(40), 'random')).toEqual(order);
    expect(order).not.toEqual([...order].sort((a, b) => Number(a) - Number(b)));
  });

  it('stay in the random sample where somebody corrected them by choice, and leave it when judged', async () => {
    const [first = '', second = ''] = idsOf(await review(40), 'random');
    await judge(first, ofRelevance('yes', 'chosen'));
    expect(idsOf(await review(40), 'random')[0]).toBe(first);
    await judge(first, ofRelevance('yes', 'random'));
    await judge(second, ofRelevance('no', 'random'));
    const answer = await review(40);
    expect(idsOf(answer, 'random')).not.toEqual(expect.arrayContaining([first]));
    expect(idsOf(answer, 'random')).not.toEqual(expect.arrayContaining([second]));
    // The second is in no chart any more, and still one of those that were drawn.
    expect(answer.random).toMatchObject({ judged: 2, population: 12 });
  });

  it('leave the queue of the undecided with any judgement', async () => {
    const [first = ''] = idsOf(await review(), 'chosen');
    await judge(first, ofRelevance('no', 'chosen'));
    const answer = await review();
    expect(idsOf(answer, 'chosen')).not.toContain(first);
    expect(answer.unclear.articles).toBe(5);
  });

  it('come with what has changed in the stream, as far as that can be told', async () => {
    const { json } = await api.get('/api/drift', { beat: BEAT });
    expect(json).toMatchObject({
      beat: BEAT,
      scores: null,
      needed: 100,
      now: { days: 14, articles: 19 },
      before: { days: 56, articles: 1 },
      unseen: { articles: 11 },
    });
  });

  it('are refused for a beat that is not there', async () => {
    expect((await api.get('/api/review', { beat: 'nowhere' })).status).toBe(404);
  });
});
