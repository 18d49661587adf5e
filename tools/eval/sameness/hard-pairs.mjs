import { ARTICLES, PAIRS } from './hard-articles.mjs';

/** The hand-made articles with their texts, in the order of publication. */
export function hardArticles() {
  return Object.entries(ARTICLES)
    .map(([id, article]) => ({ id, ...write(article) }))
    .sort((a, b) => (a.published < b.published ? -1 : 1));
}

/** The named cases: ids of two articles, what they show, whether they are copies (null: not asked) and one story. */
export function hardPairs() {
  return PAIRS.map(([a, b, name, copy, story]) => ({ a, b, name, copy, story }));
}

function write(article) {
  const published = new Date(article.at.replace('Z', ':00Z')).toISOString();
  if (article.of === undefined) return { ...article, published };
  const { text, language } = ARTICLES[article.of];
  const { head = '', tail = '', lead, from = 0, to, edits = [] } = article;
  const paragraphs = text.split('\n\n').slice(from, to);
  if (lead !== undefined) paragraphs[0] = lead;
  const edited = edits.reduce((sofar, [was, is]) => sofar.replace(was, is), paragraphs.join('\n\n'));
  return { ...article, language, published, text: head + edited + tail };
}
