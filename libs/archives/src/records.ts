import type { ArchivedArticle, ArchivedFeed, ArchivedOutlet } from '@framewatch/contracts';

/** Why a record was refused; a report counts by these. */
export type RefusalReason =
  | 'broken-record'
  | 'not-our-shape'
  | 'no-url'
  | 'bad-url'
  | 'no-title'
  | 'no-date'
  | 'bad-date'
  | 'no-outlet'
  | 'unknown-outlet'
  | 'bad-outlet'
  | 'too-long'
  | 'not-an-article'
  | 'not-stored';

export interface Refusal {
  kind: 'refused';
  reason: RefusalReason;
  /** What is wrong, and how to mend it, as one sentence or two. */
  message: string;
}

/** An instant as a source wrote it. */
export interface StatedTime {
  instant: string;
  offsetMinutes: number | null;
}

/** An article as another program tells of it: much may be missing. */
export interface ForeignArticle {
  url: string;
  title: string;
  /** Empty: the page has to be read. */
  text: string;
  summary: string;
  published: StatedTime | null;
  authors: string[];
  language: string | null;
  outlet: { name: string | null; country: string | null; group: string | null };
  /** Set where the text was taken from a page. */
  page: { method: string; quality: number; siteName: string | null; canonicalUrl: string } | null;
}

/** One record of an archive; `where` names its place within its file, such as `line 12`. */
export type ArchiveRecord = { where: string } & (
  | { kind: 'article'; line: ArchivedArticle }
  | { kind: 'outlet'; line: ArchivedOutlet }
  | { kind: 'feed'; line: ArchivedFeed }
  | { kind: 'foreign'; article: ForeignArticle }
  /** Belongs to the archive and is no article, such as its first line or a redirect. */
  | { kind: 'passed' }
  | Refusal
);

export const refused = (reason: RefusalReason, message: string): Refusal => ({
  kind: 'refused',
  reason,
  message,
});
