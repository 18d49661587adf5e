/** @mozilla/readability on linkedom, as its users call it. Bytes are decoded for it, by our decoder. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { toText } from './to-text.mjs';

export function extract(page, { contentType }) {
  const { document } = parseHTML(toText(page, contentType));
  const canonicalUrl = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  const image = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
  const found = new Readability(document).parse();
  return {
    title: found?.title,
    text: found?.textContent,
    author: found?.byline,
    published: found?.publishedTime,
    language: found?.lang,
    canonicalUrl,
    image,
    isArticle: (found?.textContent ?? '').trim().length >= 250,
  };
}
