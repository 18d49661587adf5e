import type { Database } from '../database.ts';
import { type ArticleLikeness, articleLikeness } from './articles/article-likeness.ts';
import { type ArticleRereadings, articleRereadings } from './articles/article-rereadings.ts';
import { type ArticleStamps, articleStamps } from './articles/article-stamps.ts';
import { type ArticleTexts, articleTexts } from './articles/article-texts.ts';
import { type FoundEntries, foundEntries } from './articles/found-entries.ts';

export type { RereadingTurn } from './articles/article-rereadings.ts';
export type { ArticleRow } from './articles/article-stamps.ts';
export type { FoundEntry } from './articles/found-entries.ts';
export type { ReadText } from './articles/text-columns.ts';

export interface ArticleRepository
  extends FoundEntries,
    ArticleTexts,
    ArticleRereadings,
    ArticleStamps,
    ArticleLikeness {}

/** Articles: how they are found, read, grouped and followed; each question has a file of its own. */
export function articleRepository(database: Database): ArticleRepository {
  return {
    ...foundEntries(database),
    ...articleTexts(database),
    ...articleRereadings(database),
    ...articleStamps(database),
    ...articleLikeness(database),
  };
}
