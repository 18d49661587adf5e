/** feedsmith as its users call it. It takes text, so the bytes are decoded for it, by our decoder. */
import { parseFeed } from 'feedsmith';
import { decodeText } from '../../../libs/charset/dist/index.js';

export async function parse(bytes, { contentType }) {
  const { feed } = parseFeed(decodeText(bytes, { contentType, kind: 'xml' }).text);
  const items = feed.items ?? feed.entries ?? [];
  return { title: textOf(feed.title), items: items.map(toItem) };
}

/** One shape for the four that feedsmith gives: RSS, RDF, Atom and JSON Feed. */
function toItem(item) {
  const link = item.links?.find(({ rel }) => (rel ?? 'alternate') === 'alternate') ?? item.links?.[0];
  const person = item.authors?.[0] ?? item.dc?.creators?.[0] ?? item.dc?.creator ?? item.itunes?.author;
  return {
    id: textOf(item.guid?.value ?? item.id ?? item.rdf?.about),
    title: textOf(item.title),
    url: textOf(item.link ?? link?.href ?? item.url),
    published:
      item.published ??
      item.pubDate ??
      item.dc?.dates?.[0] ??
      item.dc?.date ??
      item.date_published ??
      item.updated,
    author: textOf(person?.name ?? person),
    html: textOf(
      item.content?.encoded ?? item.content ?? item.content_html ?? item.description ?? item.summary,
    ),
  };
}

function textOf(value) {
  return typeof value === 'object' && value !== null ? textOf(value.value ?? value.name ?? '') : value;
}
