/** defuddle on linkedom, as its users call it. Bytes are decoded for it, by our decoder. */
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import { toText } from './to-text.mjs';

export async function extract(page, { url, contentType }) {
  const { document } = parseHTML(toText(page, contentType));
  const canonicalUrl = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  const found = await Defuddle(document, url ?? 'https://example.com/', { useAsync: false });
  const text = textOf(found.content ?? '');
  return {
    title: found.title,
    text,
    author: found.author,
    published: found.published,
    language: found.language,
    canonicalUrl,
    image: found.image,
    isArticle: text.trim().length >= 250,
  };
}

/** Its HTML as text, a line to a block. */
function textOf(html) {
  const lines = html.replace(/<\/(?:p|div|h\d|li|blockquote|tr|figcaption|pre)>/g, '$&\n');
  return parseHTML(`<!doctype html><html><body>${lines}</body></html>`).document.body.textContent;
}
