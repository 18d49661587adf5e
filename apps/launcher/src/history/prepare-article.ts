import { createHash } from 'node:crypto';
import { type ForeignArticle, type Refusal, refused } from '@framewatch/archives';
import type { ArchivedArticle } from '@framewatch/contracts';
import { isPlausible } from '@framewatch/dates';
import { canonicalKey } from '@framewatch/dedup';
import { searchWords } from '@framewatch/search-words';
import type { ArticleToStore, PageToRead } from '@framewatch/store';
import type { FoundOutlet } from './outlet-finder.ts';

/** An article that is ready for the database, whole or as a page that has still to be read. */
export type Prepared =
  | { kind: 'article'; article: ArticleToStore }
  | { kind: 'page'; page: PageToRead }
  | Refusal;

/** PostgreSQL's index takes no more of one text than about a megabyte; a search finds what stands before this. */
const INDEXED_LETTERS = 200_000;

/** An article of our own archive, as it was. */
export function prepareOwn(line: ArchivedArticle, outletId: string): Prepared {
  return {
    kind: 'article',
    article: {
      line,
      outletId,
      canonicalKey: line.key ?? canonicalKey(line.url),
      searchWords: indexed(line.title, line.text, line.language),
      restored: true,
    },
  };
}

/** Another program's article: it counts when it was published, and its text is taken as it came. */
export function prepareForeign(
  article: ForeignArticle,
  outlet: FoundOutlet,
  { startedAt, undated }: { startedAt: Date; undated: boolean },
): Prepared {
  const at = startedAt.toISOString();
  const { published } = article;
  const believed = published !== null && isPlausible(published.instant, at);
  if (!believed && !undated) return withoutDate(article);
  const time = {
    offsetMinutes: published?.offsetMinutes ?? null,
    // A zoneless date may run ahead of now; no chart may count an article in the future.
    countedAt: believed && published.instant < at ? published.instant : at,
    dateIsStated: believed,
  };
  const key = canonicalKey(article.url);
  if (article.text === '')
    return {
      kind: 'page',
      page: {
        canonicalKey: key,
        url: article.url,
        outletId: outlet.id,
        title: article.title,
        feedText: article.summary || null,
        statedAt: published?.instant ?? null,
        ...time,
      },
    };
  const language = article.language ?? outlet.language;
  const line: ArchivedArticle = {
    framewatch: 'article',
    url: article.url,
    outlet: '',
    title: article.title,
    published: published?.instant ?? null,
    ...time,
    firstSeenAt: at,
    readAt: at,
    language,
    authors: article.authors,
    text: article.text,
    textSource: 'import',
    ...(article.summary === '' ? {} : { feedText: article.summary }),
    ...pageOf(article),
    contentHash: createHash('sha256').update(article.text).digest('hex').slice(0, 32),
    revision: 1,
  };
  return {
    kind: 'article',
    article: {
      line,
      outletId: outlet.id,
      canonicalKey: key,
      searchWords: indexed(line.title, line.text, language),
      restored: false,
    },
  };
}

function withoutDate({ published }: ForeignArticle): Refusal {
  return published === null
    ? refused(
        'no-date',
        'It has no date, so no chart could place it. Add `published`, or take it as of today with --undated.',
      )
    : refused(
        'bad-date',
        `Its date ${published.instant.slice(0, 10)} cannot be: before 1995 or in the future. Mend it, or take it as of today with --undated.`,
      );
}

function pageOf({ page }: ForeignArticle): Pick<ArchivedArticle, 'extraction' | 'canonicalUrl' | 'page'> {
  if (page === null) return {};
  const { method, quality, siteName, canonicalUrl } = page;
  return {
    extraction: { method, quality, note: null },
    canonicalUrl,
    ...(siteName === null
      ? {}
      : {
          page: {
            url: null,
            etag: null,
            lastModified: null,
            modifiedAt: null,
            modifiedOffsetMinutes: null,
            siteName,
            section: null,
            leadImage: null,
            truncation: null,
          },
        }),
  };
}

const indexed = (title: string, text: string, language: string): string =>
  searchWords(`${title} ${text}`.slice(0, INDEXED_LETTERS), language);
