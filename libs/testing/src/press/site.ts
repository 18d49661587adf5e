import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import type { FeedDocument, FeedEntry } from './formats/feed-document.ts';
import { escapeXml } from './formats/feed-document.ts';
import { renderFeed } from './formats/render-feed.ts';
import { sitemap, sitemapIndex } from './formats/sitemap.ts';
import type { Library } from './library.ts';
import { offsetMinutes } from './local-time.ts';
import { renderDirectory, renderFrontPage } from './pages/front-page.ts';
import { paywalled, statusPage } from './pages/odd-pages.ts';
import { renderArticlePage } from './pages/templates.ts';
import { type ArticleRecord, feedVersionAt, summaryOf, versionAt, viewRecord } from './record.ts';
import type { PressFeedDesign, PressOutlet } from './types.ts';

/** What is sent back, before it is cut into packets. */
export type Reply = { status: number; headers: Record<string, string>; body: Buffer };

/** What a path of the press leads to. */
export type Resource =
  | { kind: 'directory' }
  | { kind: 'robots' }
  | { kind: 'front'; outlet: PressOutlet }
  | { kind: 'sitemap'; outlet: PressOutlet }
  | { kind: 'sitemap-index'; outlet: PressOutlet }
  | { kind: 'feed'; outlet: PressOutlet; feed: PressFeedDesign }
  | { kind: 'article'; outlet: PressOutlet; record: ArticleRecord }
  | { kind: 'none' };

/** Where feeds name their hub. */
export type HubPlace = 'document' | 'header';

export type Site = {
  library: Library;
  outlets: readonly PressOutlet[];
  /** The outlet's address without a slash at the end. */
  baseOf(slug: string): string;
  /** The WebSub hub that feeds name. */
  hub: string | null;
  hubPlace: HubPlace;
};

/** How many entries a feed shows. */
const feedLength = 30;

/** Finds what a path means; it does not matter on which port it was asked for. */
export function resolvePath(path: string, { library, outlets }: Site): Resource {
  if (path === '/') return { kind: 'directory' };
  if (path === '/robots.txt') return { kind: 'robots' };
  const [, slug = '', rest = ''] = /^\/([^/]+)\/?(.*)$/.exec(path) ?? [];
  const outlet = outlets.find((candidate) => candidate.slug === slug);
  if (!outlet) return { kind: 'none' };
  if (rest === '') return { kind: 'front', outlet };
  if (rest === 'sitemap.xml') return { kind: 'sitemap', outlet };
  if (rest === 'sitemap-index.xml') return { kind: 'sitemap-index', outlet };
  const feed = outlet.feeds.find((candidate) => candidate.path === rest);
  if (feed) return { kind: 'feed', outlet, feed };
  const id = /([a-z]*\d+-\d+)\.html$/.exec(rest)?.[1];
  const record = id === undefined ? undefined : library.find(id);
  return record?.outletSlug === slug ? { kind: 'article', outlet, record } : { kind: 'none' };
}

/** The reply to a resource as it stands at `now`; `adjust` may change a feed before it is written. */
export function render(
  resource: Resource,
  site: Site,
  now: Date,
  adjust: (feed: FeedDocument) => FeedDocument = (feed) => feed,
): Reply {
  switch (resource.kind) {
    case 'directory':
      return page(
        renderDirectory(
          site.outlets.map(({ slug, name }) => ({ title: name, url: `${site.baseOf(slug)}/` })),
        ),
      );
    case 'robots':
      return reply(200, 'text/plain', robots(site), 'utf-8');
    case 'front':
      return page(frontPage(resource.outlet, site, now), resource.outlet.charset);
    case 'sitemap':
      return reply(200, 'application/xml', fullSitemap(resource.outlet, site, now), 'utf-8');
    case 'sitemap-index':
      return reply(200, 'application/xml', sitemapIndex(sitemapsOf(resource.outlet, site)), 'utf-8');
    case 'feed':
      return feedReply(resource.outlet, resource.feed, site, now, adjust);
    case 'article':
      return articleReply(resource.outlet, resource.record, site, now);
    case 'none':
      return { ...page('<!DOCTYPE html><title>Not found</title><h1>404</h1><p>Synthetic.</p>'), status: 404 };
  }
}

/** The feed as a document, before it is written in its format. */
export function feedDocument(
  outlet: PressOutlet,
  design: PressFeedDesign,
  site: Site,
  now: Date,
): FeedDocument {
  const accept = design.section ? ({ section }: ArticleRecord) => section === design.section : undefined;
  const records = site.library.newest(outlet.slug, now, feedLength, accept);
  const entries = records.map((record) => entryOf(record, design, site, now));
  const newest = Math.max(0, ...entries.map(({ updated }) => updated.getTime()));
  const base = site.baseOf(outlet.slug);
  return {
    title: outlet.name,
    link: `${base}/`,
    self: `${base}/${design.path}`,
    hub: site.hubPlace === 'document' ? site.hub : null,
    language: outlet.language,
    charset: design.charset ?? 'utf-8',
    updated: new Date(newest),
    offsetMinutes: offsetMinutes(now, outlet.timezone),
    entries,
  };
}

function entryOf(record: ArticleRecord, { body }: PressFeedDesign, site: Site, now: Date): FeedEntry {
  const view = viewRecord(record, now, site.baseOf);
  const version = feedVersionAt(record, now);
  return {
    id: `tag:local-press.invalid,2026:${record.id}`,
    url: view.url,
    title: version.title,
    summary: summaryOf(version.paragraphs),
    html:
      body === 'full'
        ? version.paragraphs.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`).join('')
        : null,
    author: view.author,
    published: new Date(view.published),
    updated: new Date(version.at),
    offsetMinutes: view.offsetMinutes,
    section: view.section,
  };
}

function feedReply(
  outlet: PressOutlet,
  design: PressFeedDesign,
  site: Site,
  now: Date,
  adjust: (feed: FeedDocument) => FeedDocument,
): Reply {
  const feed = adjust(feedDocument(outlet, design, site, now));
  const { text, contentType } = renderFeed(design.format, feed);
  const answer = reply(200, contentType, text, design.charset ?? 'utf-8');
  const link =
    site.hub !== null && site.hubPlace === 'header'
      ? { link: `<${site.hub}>; rel="hub", <${feed.self}>; rel="self"` }
      : {};
  return { ...answer, headers: { ...answer.headers, ...link, ...validators(answer.body, feed.updated) } };
}

function articleReply(outlet: PressOutlet, record: ArticleRecord, site: Site, now: Date): Reply {
  const article = viewRecord(record, now, site.baseOf);
  if (article.page === 'withdrawn') return { ...page(statusPage(410)), status: 410 };
  const version = versionAt(record, now);
  const others = site.library
    .newest(outlet.slug, now, 9, ({ id }) => id !== record.id)
    .map((other) => linkTo(other, site, now));
  const home = `${site.baseOf(outlet.slug)}/`;
  const model = {
    outlet,
    article,
    headline: version.title,
    home,
    related: others.slice(0, 3),
    latest: others.slice(3),
  };
  const html = renderArticlePage(model);
  const answer = page(article.page === 'paywalled' ? paywalled(html) : html, outlet.charset);
  return { ...answer, headers: { ...answer.headers, ...validators(answer.body, new Date(version.at)) } };
}

function frontPage(outlet: PressOutlet, site: Site, now: Date): string {
  const links = site.library.newest(outlet.slug, now, feedLength).map((record) => linkTo(record, site, now));
  return renderFrontPage(outlet, `${site.baseOf(outlet.slug)}/`, links);
}

function fullSitemap(outlet: PressOutlet, site: Site, now: Date): string {
  const all = site.library.newest(outlet.slug, now, Number.POSITIVE_INFINITY);
  return sitemap(
    all.map((record) => ({
      url: `${site.baseOf(outlet.slug)}/${record.path}`,
      modified: new Date(versionAt(record, now).at),
    })),
  );
}

/** Everything is open, and each outlet's index of sitemaps is named. */
function robots(site: Site): string {
  const indexes = site.outlets.map(({ slug }) => `Sitemap: ${site.baseOf(slug)}/sitemap-index.xml`);
  return `User-agent: *\nAllow: /\n\n${indexes.join('\n')}\n`;
}

function sitemapsOf({ slug, feeds }: PressOutlet, site: Site): string[] {
  const news = feeds.filter(({ format }) => format === 'news-sitemap').map(({ path }) => path);
  return ['sitemap.xml', ...news].map((path) => `${site.baseOf(slug)}/${path}`);
}

function linkTo(record: ArticleRecord, site: Site, now: Date) {
  return { title: versionAt(record, now).title, url: `${site.baseOf(record.outletSlug)}/${record.path}` };
}

function validators(body: Buffer, modified: Date): Record<string, string> {
  const digest = createHash('sha1').update(body).digest('hex').slice(0, 20);
  return { etag: `"${digest}"`, 'last-modified': modified.toUTCString() };
}

function page(html: string, charset = 'utf-8'): Reply {
  return reply(200, 'text/html', html, charset);
}

function reply(status: number, contentType: string, text: string, charset: string): Reply {
  return {
    status,
    headers: { 'content-type': `${contentType}; charset=${charset}` },
    body: iconv.encode(text, charset),
  };
}
