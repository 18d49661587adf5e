import { sql as raw } from 'kysely';
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
  /** The page that it was read from, where it was one: what to ask it for the next time. */
  page?: { url: string; etag: string | null; lastModified: string | null };
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
    ...(text.page
      ? { page_url: text.page.url, page_etag: text.page.etag, page_last_modified: text.page.lastModified }
      : {}),
  };
}

/** The English configuration stems English words and leaves segmented Japanese ones as they are. */
export async function indexWords(trx: Database['sql'], id: string, words: string): Promise<void> {
  await raw`update article set search = to_tsvector('english', ${words}) where id = ${id}`.execute(trx);
}
