import { element, type FeedDocument, type FeedEntry, generator, isoDate } from './feed-document.ts';

/** A news sitemap, which search engines and media monitors read like a feed. */
export function newsSitemap(feed: FeedDocument): string {
  const publication = `<news:publication>${element('news:name', feed.title)}${element('news:language', feed.language)}</news:publication>`;
  const entries = feed.entries.map((entry) => newsUrl(entry, publication));
  return `<?xml version="1.0" encoding="${feed.charset}"?>
<!-- ${generator} -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries.join('\n')}
</urlset>
`;
}

/** A plain sitemap of everything that an outlet ever published. */
export function sitemap(pages: readonly { url: string; modified: Date }[]): string {
  const entries = pages.map(
    ({ url, modified }) => `<url>${element('loc', url)}<lastmod>${modified.toISOString()}</lastmod></url>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- ${generator} -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
}

/** An index of sitemaps, as robots.txt names it. */
export function sitemapIndex(urls: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- ${generator} -->
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map((url) => `<sitemap>${element('loc', url)}</sitemap>`).join('\n')}
</sitemapindex>
`;
}

function newsUrl(entry: FeedEntry, publication: string): string {
  const date = element('news:publication_date', isoDate(entry));
  const news = `<news:news>${publication}${date}${element('news:title', entry.title)}</news:news>`;
  return `<url>${element('loc', entry.url)}${news}</url>`;
}
