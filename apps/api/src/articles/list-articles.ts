import type { ArticlePage, ArticleQuery } from '@framewatch/contracts';
import { searchWords } from '@framewatch/search-words';
import type { ListedArticle, ListQuery, Store } from '@framewatch/store';
import { invalid } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { type Judgement, summaryOf } from './summary.ts';

/** A page of articles under the charts' own filters, newest first, with how many there are in all. */
export async function listArticles({ beats, store }: ApiContext, query: ArticleQuery): Promise<ArticlePage> {
  const { active } = await beats.find(query.beat);
  if (query.voice !== 'any' && query.frame === undefined)
    throw invalid([{ field: 'voice', message: 'A voice carries a frame: name the frame too.' }]);
  if (!active) return { items: [], total: 0, nextCursor: null, modelVersion: null };
  const story = query.story === undefined ? undefined : await store.stories.findRoot(query.story);
  const wanted = listQuery({ ...query, story }, active.id);
  // One more than asked for tells whether there is another page.
  const { articles: found, total } = await store.articleLists.findPage({
    ...wanted,
    limit: query.limit + 1,
  });
  const page = found.slice(0, query.limit);
  const judged = await judgements(store, page, query.beat);
  const last = page.at(-1);
  return {
    items: page.map((article) => summaryOf(article, judged(article))),
    total,
    nextCursor:
      last && found.length > page.length ? writeCursor({ countedAt: last.counted_at, id: last.id }) : null,
    modelVersion: active.version,
  };
}

function listQuery({ beat: _beat, q, cursor, ...filters }: ArticleQuery, modelId: string): ListQuery {
  const words = q === undefined ? '' : searchWords(q, 'und').trim();
  return {
    ...filters,
    modelId,
    words: words === '' ? undefined : words,
    after: cursor === undefined || cursor === '' ? undefined : readCursor(cursor),
  };
}

/** Labels, evidence and corrections of several articles, read together. */
export async function judgements(
  store: Store,
  articles: readonly ListedArticle[],
  beatId: string,
): Promise<(article: ListedArticle) => Judgement> {
  const classified = articles.flatMap(({ classification_id }) => classification_id ?? []);
  const [labels, evidence, corrections] = await Promise.all([
    store.articleLists.findLabels(classified),
    store.articleLists.findEvidence(classified),
    store.articleLists.findCorrections(
      articles.map(({ id }) => id),
      beatId,
    ),
  ]);
  return ({ id, classification_id: key }) => ({
    labels: (key && labels.get(key)) || [],
    evidence: (key && evidence.get(key)) || [],
    corrections: corrections.get(id) ?? [],
  });
}
