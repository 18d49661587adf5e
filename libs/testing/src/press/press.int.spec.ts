import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import iconv from 'iconv-lite';
import { fakeClock } from '../clock.ts';
import { createPress, type Press } from './press.ts';
import type { FeedFormat } from './types.ts';

const start = '2026-05-20T12:00:00Z';
const clock = fakeClock(start);
let press: Press;

beforeAll(async () => {
  press = await createPress({ seed: 1, clock, historyDays: 20, articlesPerDay: 80 });
});
afterAll(() => press.close());

const entryTags: Record<Exclude<FeedFormat, 'json'>, string> = {
  rss2: 'channel > item',
  rss091: 'channel > item',
  rdf: 'rdf\\:RDF > item',
  atom1: 'feed > entry',
  atom03: 'feed > entry',
  'news-sitemap': 'urlset > url',
};

describe('outlets and feeds', () => {
  it('are many, in every format, and say that they are synthetic', () => {
    const feeds = press.feeds();
    expect(new Set(feeds.map(({ outlet }) => outlet)).size).toBeGreaterThanOrEqual(24);
    expect(new Set(feeds.map(({ format }) => format)).size).toBe(7);
    expect(new Set(feeds.map(({ group }) => group)).size).toBe(7);
    expect(feeds.every(({ outlet }) => outlet.endsWith('(synthetic)'))).toBe(true);
  });

  it('serve well-formed entries whose links and titles are those of the truth', async () => {
    const titles = new Map(press.articles().map((article) => [article.url, article]));
    for (const feed of press.feeds()) {
      const response = await fetch(feed.url);
      expect(response.headers.get('x-synthetic')).toBe('framewatch-local-press');
      const entries = readEntries(await decoded(response), feed.format);
      expect(entries.length).toBeGreaterThan(5);
      expect(entries.length).toBeLessThanOrEqual(30);
      for (const { url, title } of entries) {
        const article = titles.get(url);
        expect([article?.title, article?.edits.at(-1)?.title]).toContain(title);
        expect(article?.outlet).toBe(feed.outlet);
      }
    }
  });

  it('are written as config/feeds.yaml has them', () => {
    expect(press.feedsYaml().match(/^ {2}- url: /gm)).toHaveLength(press.feeds().length);
    expect(press.feedsYaml()).toContain('    outlet: "Harbor Wire (synthetic)"\n    country: US\n');
  });
});

describe('article pages', () => {
  it('hold the whole text, among headlines of others, and say that they are synthetic', async () => {
    const slugs = new Set<string>();
    for (const article of press.articles().filter(({ relevant }) => relevant)) {
      if (slugs.has(article.outletSlug)) continue;
      slugs.add(article.outletSlug);
      const $ = cheerio.load(await decoded(await fetch(article.url)));
      const paragraphs = $('p')
        .toArray()
        .map((element) => $(element).text());
      expect(paragraphs).toEqual(expect.arrayContaining(article.paragraphs));
      expect($('meta[name=generator]').attr('content')).toContain('synthetic');
      expect($('footer').text()).toMatch(/synthetic|架空/);
      expect($('html').attr('lang')).toBe(article.language);
    }
    expect(slugs.size).toBeGreaterThanOrEqual(24);
  });

  it('are all listed in the outlet’s sitemap', async () => {
    const $ = cheerio.load(await (await fetch(`${press.url}/potomac-ledger/sitemap.xml`)).text(), {
      xml: true,
    });
    const listed = $('loc')
      .toArray()
      .map((element) => $(element).text());
    const published = press.truth().filter(({ outletSlug }) => outletSlug === 'potomac-ledger');
    expect(new Set(listed)).toEqual(new Set(published.map(({ url }) => url)));
  });
});

describe('conditional requests', () => {
  it('get 304 while nothing changed, and the feed again when something did', async () => {
    const { url } = press.feeds()[0]!;
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    const again = () => fetch(url, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    press.publish({ outlet: 'harbor-wire' });
    expect((await again()).status).toBe(200);
  });
});

describe('publishing', () => {
  it('puts the ordered article at the top of its outlet’s feed, with the ordered truth', async () => {
    const article = press.publish({ outlet: 'potomac-ledger', frames: ['host_community', 'burden_sharing'] });
    expect(article).toMatchObject({ relevant: true, frames: ['host_community', 'burden_sharing'] });
    expect(article.topics).toEqual(expect.arrayContaining(['us_forces_bases', 'host_nation_support']));
    const [top] = readEntries(await (await fetch(`${press.url}/potomac-ledger/feed`)).text(), 'rss2');
    expect(top).toEqual({ url: article.url, title: article.title });
    expect(press.truth().at(-1)?.published).toBe(article.published);
  });

  it('copies, translates and follows up on request, in the same story', () => {
    const original = press.publish({ outlet: 'harbor-wire', frames: ['deterrence_threat'] });
    const kin = [
      press.publish({ copyOf: original.id, outlet: 'potomac-ledger' }),
      press.publish({ translationOf: original.id, outlet: 'kazahana' }),
      press.publish({ followUpOf: original.id, outlet: 'minamo-times' }),
      press.publish({ sameStoryAs: original.id, outlet: 'beacon-nine' }),
    ];
    expect(new Set(kin.map(({ storyId }) => storyId))).toEqual(new Set([original.storyId]));
    expect(kin[0]).toMatchObject({ copyOf: original.id, frames: original.frames });
    expect(kin[1]).toMatchObject({ translationOf: original.id, language: 'ja', frames: original.frames });
  });

  it('refuses frames that the topics cannot carry', () => {
    expect(() => press.publish({ topics: ['tech_space_cyber'], frames: ['host_community'] })).toThrow(
      /host_community/,
    );
  });

  it('edits: the page and the truth change, the address does not', async () => {
    const article = press.publish({ outlet: 'minamo-times', frames: ['rules_based_order'] });
    clock.advance(3_600_000);
    const edited = press.edit(article.id, { title: 'A headline of its own', frames: ['implementation_gap'] });
    expect(edited.url).toBe(article.url);
    expect(edited).toMatchObject({ title: article.title, frames: ['implementation_gap'] });
    expect(edited.edits).toEqual([
      {
        at: clock.now().toISOString(),
        title: 'A headline of its own',
        changed: ['title', 'text'],
        inFeed: true,
      },
    ]);
    expect(await (await fetch(article.url)).text()).toContain('<h1>A headline of its own</h1>');
  });

  it('goes on by itself as the clock moves', () => {
    const before = press.truth().length;
    clock.advance(3 * 86_400_000);
    expect(press.truth().length).toBeGreaterThan(before + 100);
  });
});

describe('the plan', () => {
  it('is the same for the same seed, apart from the port', async () => {
    const options = { seed: 5, clock: fakeClock(start), historyDays: 3, articlesPerDay: 40 };
    const [one, other] = [await createPress(options), await createPress(options)];
    const anywhere = (press: Press) => JSON.stringify(press.articles()).replaceAll(press.url, '');
    expect(anywhere(one)).toBe(anywhere(other));
    await Promise.all([one.close(), other.close()]);
  });

  it('reaches back without changing what was there', async () => {
    const small = await createPress({ seed: 5, clock: fakeClock(start), historyDays: 3, articlesPerDay: 20 });
    const before = small.articles();
    const after = small.history({ months: 2, articlesPerDay: 10 });
    expect(after.length).toBeGreaterThan(before.length + 300);
    expect(after).toEqual(expect.arrayContaining(before));
    await small.close();
  });

  it('spreads its outlets over as many hosts as wanted', async () => {
    const wide = await createPress({
      seed: 5,
      clock: fakeClock(start),
      historyDays: 1,
      articlesPerDay: 10,
      hosts: 5,
    });
    expect(new Set(wide.feeds().map(({ url }) => new URL(url).host)).size).toBe(5);
    await wide.close();
  });
});

type Entry = { url: string; title: string };

async function decoded(response: Response): Promise<string> {
  const charset = /charset=([\w-]+)/.exec(response.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  return iconv.decode(Buffer.from(await response.arrayBuffer()), charset);
}

function readEntries(text: string, format: FeedFormat): Entry[] {
  if (format === 'json')
    return (JSON.parse(text) as { items: Entry[] }).items.map(({ url, title }) => ({ url, title }));
  const $ = cheerio.load(text, { xml: true });
  return $(entryTags[format])
    .toArray()
    .map((element) => ({
      url: $(element).find('link').attr('href') ?? $(element).find('link, loc').first().text(),
      title: $(element).find('title, news\\:title').first().text(),
    }));
}
