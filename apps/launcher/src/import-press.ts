import { createHash } from 'node:crypto';
import { canonicalKey } from '@framewatch/dedup';
import { searchWords } from '@framewatch/search-words';
import type { Store } from '@framewatch/store';
import type { PressArticle } from '@framewatch/testing';

const AT_ONCE = 8;

/** Stores articles of the local press as history: marked synthetic, and no news, so that none raises an alert. Returns their ids. */
export async function importPressArticles(
  store: Store,
  articles: PressArticle[],
  now: Date,
): Promise<string[]> {
  const outlets = await store.feeds.findOutletIds();
  const ids: string[] = [];
  for (let i = 0; i < articles.length; i += AT_ONCE) {
    const batch = await Promise.all(
      articles.slice(i, i + AT_ONCE).map((article) => importOne(store, article, outlets, now)),
    );
    ids.push(...batch.filter((id) => id !== null));
  }
  return ids;
}

async function importOne(
  store: Store,
  article: PressArticle,
  outlets: Map<string, string>,
  now: Date,
): Promise<string | null> {
  const outletId = outlets.get(article.outlet);
  if (outletId === undefined) return null;
  const time = {
    statedAt: article.published,
    offsetMinutes: article.offsetMinutes,
    countedAt: article.published,
    dateIsStated: true,
  };
  return store.articles.insertImported(
    {
      guid: article.id,
      entryHash: article.id,
      canonicalKey: canonicalKey(article.url),
      url: article.url,
      title: article.title,
      authors: [article.author],
      ...time,
      feedText: article.summary,
      feedTextIsWhole: false,
    },
    { outletId, isNews: false, synthetic: true, now },
    {
      title: article.title,
      text: article.text,
      authors: [article.author],
      language: article.language,
      textSource: 'import',
      method: null,
      quality: null,
      note: null,
      canonicalUrl: article.url,
      contentHash: createHash('sha256').update(article.text).digest('hex').slice(0, 32),
      ...time,
      searchWords: searchWords(`${article.title} ${article.text}`, article.language),
    },
  );
}
