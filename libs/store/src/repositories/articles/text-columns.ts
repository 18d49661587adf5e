import { sql as raw } from 'kysely';
import type { PageTruncation } from '@framewatch/contracts';
import type { Database } from '../../database.ts';

/** An article's text as it was read, or what stands in for it. */
export interface ReadText {
  title: string;
  text: string;
  authors: string[];
  language: string;
  textSource: string;
  method: string | null;
  quality: number | null;
  note: string | null;
  canonicalUrl: string | null;
  contentHash: string;
  statedAt: string | null;
  offsetMinutes: number | null;
  countedAt: string;
  dateIsStated: boolean;
  /** Words separated by spaces, for the full-text index (Japanese is segmented before it comes here). */
  searchWords: string;
  /** The page that it was read from, where it was one; left out, what the last page said stays. */
  page?: PageRead;
}

/** What to ask a page for the next time, and what it says of itself beside its text. */
export interface PageRead {
  url: string;
  etag: string | null;
  lastModified: string | null;
  /** The outlet's own date of the last change, ISO in UTC. */
  modifiedAt: string | null;
  modifiedOffsetMinutes: number | null;
  siteName: string | null;
  section: string | null;
  /** Its address alone: images are not fetched. */
  leadImage: string | null;
  truncation: PageTruncation | null;
}

/** A text as its article's row holds it. */
export function textColumns(text: ReadText) {
  return {
    title: text.title,
    text: text.text,
    authors: text.authors,
    language: text.language,
    text_source: text.textSource,
    extraction_method: text.method,
    extraction_quality: text.quality,
    extraction_note: text.note,
    canonical_url: text.canonicalUrl,
    content_hash: text.contentHash,
    stated_at: text.statedAt,
    offset_minutes: text.offsetMinutes,
    counted_at: text.countedAt,
    date_is_stated: text.dateIsStated,
    ...(text.page ? pageColumns(text.page) : {}),
  };
}

function pageColumns(page: PageRead) {
  return {
    page_url: page.url,
    page_etag: page.etag,
    page_last_modified: page.lastModified,
    modified_at: page.modifiedAt,
    modified_offset_minutes: page.modifiedOffsetMinutes,
    site_name: page.siteName,
    section: page.section,
    lead_image: page.leadImage,
    truncation: page.truncation,
  };
}

/** The English configuration stems English words and leaves segmented Japanese ones as they are. */
export async function indexWords(trx: Database['sql'], id: string, words: string): Promise<void> {
  await raw`insert into article_words (article_id, words) values (${id}, to_tsvector('english', ${words}))
    on conflict (article_id) do update set words = excluded.words`.execute(trx);
}
