/** rss-parser as its users call it. It takes text, so the bytes are decoded for it, by our decoder. */
import { createRequire } from 'node:module';
import { decodeText } from '../../../libs/charset/dist/index.js';

const Parser = createRequire(new URL('../../../libs/feeds/package.json', import.meta.url))('rss-parser');
const parser = new Parser({ defaultRSS: 2 });

export async function parse(bytes, { contentType }) {
  const feed = await parser.parseString(decodeText(bytes, { contentType, kind: 'xml' }).text);
  return { title: textOf(feed.title), items: feed.items.map(toItem) };
}

function toItem(item) {
  return {
    id: textOf(item.guid ?? item.id),
    title: textOf(item.title),
    url: textOf(item.link),
    published: item.isoDate,
    author: textOf(item.creator ?? item.author),
    html: textOf(item['content:encoded'] ?? item.content ?? item.summary),
  };
}

/** xml2js gives an object where an element has attributes, and a list where it comes more than once. */
function textOf(value) {
  if (Array.isArray(value)) return textOf(value[0]);
  if (value === null || typeof value !== 'object') return value;
  return textOf(value._ ?? value.name ?? '');
}
