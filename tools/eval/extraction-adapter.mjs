/** The product's extraction under the names that the evaluator uses. Needs `npm run build`. */
import { extractArticle } from '@framewatch/extraction';

export function extract(page, { url, contentType }) {
  const found = extractArticle(page, { url: url ?? '', contentType });
  return {
    title: found.title,
    text: found.text,
    author: found.authors,
    published: found.published?.written,
    language: found.language,
    canonicalUrl: found.canonicalUrl,
    image: found.leadImage,
    isArticle: found.kind === 'article',
  };
}
