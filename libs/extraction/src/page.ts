/** A moment as the page wrote it. */
export interface PageDate {
  /** ISO 8601 in UTC. */
  readonly instant: string;
  /** The page's own offset from UTC in minutes; null where it gave none. */
  readonly offsetMinutes: number | null;
  /** The same moment as the page's clocks show it: ISO 8601 with the offset, or the day alone where no time is given. */
  readonly written: string;
  /** `declared` in the page's data or address, `shown` beside the title, or only `found` somewhere on the page. */
  readonly source: 'declared' | 'shown' | 'found';
}

/** What is known of a page whatever its kind. */
export interface PageFacts {
  readonly title: string | null;
  /** Paragraphs, headings and list items of the text in page order; may hold something for a page that is no article. */
  readonly paragraphs: readonly string[];
  /** The paragraphs, joined by an empty line. */
  readonly text: string;
  readonly authors: readonly string[];
  readonly published: PageDate | null;
  readonly modified: PageDate | null;
  /** ISO 639-1, detected from the text; the page's own claim only where there is too little of it. */
  readonly language: string | null;
  readonly canonicalUrl: string | null;
  readonly siteName: string | null;
  readonly leadImage: string | null;
  readonly section: string | null;
  /** Which selector found the text, or which fallback. */
  readonly method: string;
  /** How far the text can be trusted, 0 to 1: agreement of the selectors, amount and evenness of the prose. */
  readonly quality: number;
}

/** Why less than the whole article is here. */
export type Truncation = 'paywall' | 'cut';

export type NotAnArticleReason =
  | 'section-front'
  | 'cookie-wall'
  | 'challenge'
  | 'error-page'
  | 'script-only'
  | 'pdf'
  | 'empty'
  | 'other';

export interface ArticlePage extends PageFacts {
  readonly kind: 'article';
  readonly truncated: Truncation | null;
}

export interface OtherPage extends PageFacts {
  readonly kind: 'not-an-article';
  readonly reason: NotAnArticleReason;
  /** The finding in words, with its figures. */
  readonly detail: string;
}

export type ExtractedPage = ArticlePage | OtherPage;

export interface PageContext {
  /** Where the page was read from; relative addresses resolve against it. */
  readonly url: string;
  /** The Content-Type header as received. */
  readonly contentType?: string | undefined;
  /** When the page was read, ISO; dates after it are not believed. Left out: now. */
  readonly seenAt?: string | undefined;
}
