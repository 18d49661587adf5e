import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNewsroom, type Newsroom } from './testing/newsroom.ts';

const ALLIANCE = {
  topics: ['host_nation_support' as const],
  frames: ['burden_sharing' as const],
};
let news: Newsroom;

beforeAll(async () => {
  news = await openNewsroom({ outlets: ['harbor-wire', 'potomac-ledger', 'kazahana'] });
  await news.takeFeeds();
  await news.startWorker();
  await news.settled();
});
afterAll(() => news.stop());

describe('the pipeline', () => {
  it('raises no alert from the first poll of a feed', async () => {
    const { rows } = await news.pool.query(
      'select count(*)::int as articles, (select count(*)::int from alert) as alerts, bool_or(is_news) as news from article',
    );
    expect(rows[0]).toEqual({ articles: expect.any(Number), alerts: 0, news: false });
    expect(rows[0].articles).toBeGreaterThan(5);
  });

  it('takes a published article through every stage: classified, measured, alerted once', async () => {
    const article = news.press.publish({ outlet: 'harbor-wire', ...ALLIANCE });
    await news.poll(article.outlet);
    const state = await news.waitForFate(article, 'classified');
    await news.settled();
    expect(state).toMatchObject({ text_source: 'page', relevant: true, in_framing: true });
    expect(state.frames).toContain('burden_sharing');
    expect((await news.articleOf(article))?.alerts).toBe(1);
    expect(news.receiver.received().filter(({ body }) => body.data['url'] === article.url)).toHaveLength(1);
  });
});
