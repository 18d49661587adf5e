import type { FeedConfig } from '@framewatch/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Newsroom, openNewsroom } from './testing/newsroom.ts';

interface FeedState {
  last_outcome: string;
  last_error: string | null;
  last_entries: number | null;
  sitemaps: { url: string; etag: string | null }[] | null;
}

describe('a sitemap in feeds.yaml', () => {
  let news: Newsroom;
  let worker: Awaited<ReturnType<Newsroom['startWorker']>>;
  beforeAll(async () => {
    news = await openNewsroom({ outlets: ['minamo-times', 'harbor-wire', 'kazahana'] });
    worker = await news.startWorker();
  });
  afterAll(() => news.stop());
  afterEach(() => news.press.clearFaults());

  const outletOf = (slug: string) => news.press.outlets.find((outlet) => outlet.slug === slug);
  const addressOf = (slug: string, path: string) => `${news.press.url}/${slug}/${path}`;
  const watch = async (slug: string, path: string, line = 4): Promise<FeedState> => {
    const { name, country, language, group } = outletOf(slug) ?? {
      name: '',
      country: '',
      language: '',
      group: 'wire',
    };
    const feed = { url: addressOf(slug, path), outlet: name, country, language, group } as FeedConfig;
    await news.store.feeds.syncFromConfig([{ ...feed, line }], new Date());
    return polled(name);
  };
  const polled = async (name: string): Promise<FeedState> => {
    await news.poll(name);
    await news.settled();
    const { rows } = await news.pool.query<FeedState>(
      'select last_outcome, last_error, last_entries, sitemaps from feed where in_config',
    );
    return rows[0] as FeedState;
  };
  const written = (slug: string) =>
    news.press.articles().filter(({ outlet }) => outlet === outletOf(slug)?.name);
  /** As fine as feeds and pages of the press write their dates. */
  const toTheSecond = (instant: string) => new Date(Math.floor(Date.parse(instant) / 1000) * 1000);
  const asked = () => news.press.requests().map(({ path }) => path.split('/').slice(2).join('/'));

  it('brings a news sitemap’s articles with the headline and the date that it states', async () => {
    expect(await watch('minamo-times', 'news-sitemap.xml')).toMatchObject({
      last_outcome: 'fetched',
      last_error: null,
    });
    const states = await Promise.all(written('minamo-times').map((article) => news.articleOf(article)));
    expect(states.length).toBeGreaterThan(2);
    for (const state of states) expect(state).toMatchObject({ fate: 'classified', text_source: 'page' });
    const published = news.press.publish({ outlet: 'minamo-times', relevant: true });
    await polled(published.outlet);
    const { rows } = await news.pool.query(
      'select title, date_is_stated, counted_at, is_news from article where url = $1',
      [published.url],
    );
    expect(rows).toEqual([
      {
        title: published.title,
        date_is_stated: true,
        counted_at: toTheSecond(published.published),
        is_news: true,
      },
    ]);
  });

  it('brings a plain sitemap’s articles by their addresses: the pages give headline and date', async () => {
    expect(await watch('kazahana', 'sitemap.xml')).toMatchObject({ last_outcome: 'fetched' });
    for (const article of written('kazahana')) {
      const { rows } = await news.pool.query(
        "select fate, replace(title, '　', ' ') as title, counted_at from article where url = $1",
        [article.url],
      );
      expect(rows).toEqual([
        {
          fate: 'classified',
          title: article.title.replaceAll('　', ' '),
          counted_at: toTheSecond(article.published),
        },
      ]);
    }
  });

  it('does not take a changed lastmod for a new article, nor reads its page again', async () => {
    const before = (await news.pool.query('select id from article')).rows.length;
    const [article] = written('kazahana');
    news.press.edit(article?.id ?? '', { text: 'rewritten' });
    news.press.clearRequests();
    await polled(outletOf('kazahana')?.name ?? '');
    expect((await news.pool.query('select id from article')).rows).toHaveLength(before);
    expect(asked()).toEqual(['sitemap.xml']);
  });

  it('sets aside an address without a headline whose page is no article', async () => {
    const article = news.press.publish({ outlet: 'kazahana' });
    news.press.fault(article.id, { kind: 'section-front' });
    await polled(article.outlet);
    const { rows } = await news.pool.query('select fate, fate_reason from article where url = $1', [
      article.url,
    ]);
    expect(rows).toEqual([{ fate: 'discarded', fate_reason: expect.stringContaining('no article') }]);
  });

  it('follows an index to its news sitemap alone, remembers it, and asks conditionally from then on', async () => {
    news.press.clearRequests();
    const state = await watch('minamo-times', 'sitemap-index.xml');
    expect(asked()).toEqual(['sitemap-index.xml', 'news-sitemap.xml']);
    expect(state).toMatchObject({
      last_outcome: 'fetched',
      sitemaps: [{ url: addressOf('minamo-times', 'news-sitemap.xml'), etag: expect.any(String) }],
    });
    news.press.clearRequests();
    const again = await polled(outletOf('minamo-times')?.name ?? '');
    expect(news.press.requests().map(({ path, status }) => [path, status])).toEqual([
      ['/minamo-times/sitemap-index.xml', 200],
      ['/minamo-times/news-sitemap.xml', 304],
    ]);
    expect(again.last_outcome).toBe('unchanged');
  });

  it('follows an index to a plain sitemap where there is no other', async () => {
    expect((await watch('harbor-wire', 'sitemap-index.xml')).last_outcome).toBe('fetched');
    for (const article of written('harbor-wire'))
      expect(await news.articleOf(article)).toMatchObject({ fate: 'classified', title: article.title });
  });

  it('says which sitemap of an index cannot be read', async () => {
    news.press.fault(addressOf('harbor-wire', 'sitemap.xml'), { kind: 'status', status: 503 });
    await news.pool.query('update feed set sitemaps = null, body_hash = null');
    const { last_outcome, last_error } = await polled(outletOf('harbor-wire')?.name ?? '');
    expect(last_outcome).toBe('failed');
    expect(last_error).toContain(`its sitemap ${addressOf('harbor-wire', 'sitemap.xml')}`);
  });

  it('keeps the host’s pace between an index and its sitemaps', async () => {
    const host = new URL(news.press.url).host;
    await worker.close();
    await news.acceptSettings({ politeness: { hosts: { [host]: { gapSeconds: 2, concurrent: 2 } } } });
    await news.pool.query('update feed set sitemaps = null, body_hash = null');
    worker = await news.startWorker();
    news.press.clearRequests();
    await watch('minamo-times', 'sitemap-index.xml');
    const times = news.press.requests().map(({ at }) => Date.parse(at));
    expect(times.length).toBeGreaterThanOrEqual(2);
    for (let i = 1; i < times.length; i += 1)
      expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBeGreaterThan(1_900);
    await news.acceptSettings();
  });

  it('says of a web page which feeds it names, and on which line they belong', async () => {
    const { last_outcome, last_error } = await watch('minamo-times', '', 17);
    expect(last_outcome).toBe('failed');
    expect(last_error).toMatch(
      /^This is a web page, not a feed\. Its feeds? (is|are) http\S+\/minamo-times\/rss\.xml.* on line 17 of config\/feeds\.yaml\.$/,
    );
  });
});
