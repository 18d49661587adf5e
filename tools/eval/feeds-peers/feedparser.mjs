/** npm feedparser as its users call it: a stream of text in, items out. The bytes are decoded for it, by our decoder. */
import FeedParser from 'feedparser';
import { decodeText } from '../../../libs/charset/dist/index.js';

export function parse(bytes, { url, contentType }) {
  const { text } = decodeText(bytes, { contentType, kind: 'xml' });
  return new Promise((resolve, reject) => {
    const items = [];
    const parser = new FeedParser({ feedurl: url, addmeta: false });
    parser.on('error', reject);
    parser.on('readable', () => {
      for (let item = parser.read(); item !== null; item = parser.read()) items.push(toItem(item));
    });
    parser.on('end', () => resolve({ title: parser.meta?.title, items }));
    parser.end(text);
  });
}

function toItem(item) {
  return {
    id: item.guid,
    title: item.title,
    url: item.link,
    published: item.pubdate ?? item.date,
    author: item.author,
    html: item.description,
  };
}
