import type { RereadingOutcome } from '@framewatch/contracts';
import { canonicalKey } from '@framewatch/dedup';
import type {
  ArticlePage,
  ExtractedPage,
  ExtractionFailure,
  NotAnArticleReason,
} from '@framewatch/extraction';
import type { FetchedDocument } from '@framewatch/feeds';
import { changedParts, likeness, saysWithdrawn } from '@framewatch/revisions';
import { searchWords } from '@framewatch/search-words';
import type { ArticleRow, ReadText } from '@framewatch/store';
import { hashOf } from '../poll-feed/found-entries.ts';
import { fromPage, isFromPage } from './page-text.ts';

/** What a page that was read before says now: a text to store, or a reason to keep the one that is stored. */
export type PageVerdict =
  | { kind: 'text'; text: ReadText }
  | { kind: 'kept'; outcome: RereadingOutcome; note: string };

/** Behind another address, a text with less in common (Dice over word pairs) is another article. */
const SAME_ARTICLE = 0.3;
/** A cut text that still holds so much of the old one's letters is the same text under a notice. */
const STILL_WHOLE = 0.8;
/** A text under half of the old one, of which the extraction is less sure too, is a mishap rather than an edit. */
const FAR_SHORTER = 0.5;

/** Judges a second reading. What is no edit leaves title and text exactly as they were, so that evidence still fits. */
export function judgePageAgain(
  article: ArticleRow,
  fetched: FetchedDocument,
  page: ExtractedPage | ExtractionFailure,
): PageVerdict {
  if (page.kind === 'failed') return kept('failed', `the page could not be read: ${page.detail}`);
  if (saysWithdrawn(page.text)) return kept('withdrawn', 'the page says that the article is gone');
  const moved = hasMoved(article, fetched);
  if (page.kind === 'not-an-article')
    return moved
      ? kept('moved', `the address leads to ${fetched.finalUrl} now, which is no article`)
      : kept(outcomeOf(page.reason), `the page is no article any more (${page.detail})`);
  if (!isFromPage(article)) return { kind: 'text', text: fromPage(article, page, fetched) };
  if (moved && likeness(article.text, page.text, page.language ?? 'und') < SAME_ARTICLE)
    return kept('moved', `the address leads to another article now: ${fetched.finalUrl}`);
  return (
    findLoss(article, page) ?? { kind: 'text', text: withoutNoise(article, fromPage(article, page, fetched)) }
  );
}

const kept = (outcome: RereadingOutcome, note: string): PageVerdict => ({ kind: 'kept', outcome, note });

function hasMoved(article: ArticleRow, { finalUrl }: FetchedDocument): boolean {
  return canonicalKey(finalUrl) !== canonicalKey(article.page_url ?? article.url);
}

function outcomeOf(reason: NotAnArticleReason): RereadingOutcome {
  switch (reason) {
    case 'cookie-wall':
    case 'challenge':
      return 'closed';
    case 'section-front':
    case 'script-only':
    case 'pdf':
    case 'empty':
    case 'other':
      return 'worse';
    case 'error-page':
      return 'failed';
  }
}

function findLoss(article: ArticleRow, page: ArticlePage): PageVerdict | null {
  const share = page.text.length / Math.max(1, article.text.length);
  if (page.truncated !== null && article.text_source === 'page' && share < STILL_WHOLE)
    return kept('closed', 'only a part of the text is left before a paywall or a cut');
  if (share < FAR_SHORTER && page.quality < (article.extraction_quality ?? 0))
    return kept('worse', `the page holds ${Math.round(share * 100)} % of the text, and less surely`);
  return null;
}

/** The page's new text, except where a part of it only differs by stamps, links or white space. */
function withoutNoise(article: ArticleRow, text: ReadText): ReadText {
  const changed = changedParts(
    { title: article.title, text: article.text, language: article.language },
    { title: text.title, text: text.text, language: text.language },
  );
  const title = changed.includes('title') ? text.title : article.title;
  const body = changed.includes('text')
    ? { text: text.text, language: text.language, contentHash: text.contentHash }
    : {
        text: article.text,
        language: article.language,
        contentHash: article.content_hash ?? hashOf(article.text),
      };
  return { ...text, ...body, title, searchWords: searchWords(`${title} ${body.text}`, body.language) };
}
