import type { ArchivedArticle } from '@framewatch/contracts';

/** An archived article ready to be stored: its key, its outlet here, its words for the index. */
export interface ArticleToStore {
  line: ArchivedArticle;
  canonicalKey: string;
  outletId: string;
  searchWords: string;
  /** From an archive of a Framewatch: it keeps how it had come there. */
  restored: boolean;
}

/** The columns that an archived article fills, with their types, for one statement of many rows. */
export const ARTICLE_COLUMNS = {
  canonical_key: 'text',
  url: 'text',
  outlet_id: 'bigint',
  title: 'text',
  text: 'text',
  language: 'text',
  stated_at: 'timestamptz',
  offset_minutes: 'integer',
  counted_at: 'timestamptz',
  date_is_stated: 'boolean',
  first_seen_at: 'timestamptz',
  text_source: 'text',
  feed_text: 'text',
  feed_text_is_whole: 'boolean',
  extraction_method: 'text',
  extraction_quality: 'real',
  extraction_note: 'text',
  canonical_url: 'text',
  content_hash: 'text',
  revision: 'integer',
  fate: 'text',
  fate_reason: 'text',
  is_news: 'boolean',
  synthetic: 'boolean',
  read_at: 'timestamptz',
  gone_at: 'timestamptz',
  page_url: 'text',
  page_etag: 'text',
  page_last_modified: 'text',
  modified_at: 'timestamptz',
  modified_offset_minutes: 'integer',
  site_name: 'text',
  section: 'text',
  lead_image: 'text',
  truncation: 'text',
  origin_id: 'bigint',
  touched_at: 'timestamptz',
} as const;

type Row = Record<keyof typeof ARTICLE_COLUMNS, unknown> & { authors: string[]; search_words: string };

/** A line as its row; never news, so that no alert is raised about it. Stages take it up where its text ends. */
export function articleRow(
  { line, canonicalKey, outletId, searchWords }: ArticleToStore,
  originId: string,
  now: Date,
): Row {
  return {
    canonical_key: canonicalKey,
    url: line.url,
    outlet_id: outletId,
    title: line.title,
    text: line.text,
    authors: line.authors,
    language: line.language,
    stated_at: line.published,
    offset_minutes: line.offsetMinutes,
    counted_at: line.countedAt,
    date_is_stated: line.dateIsStated,
    first_seen_at: line.firstSeenAt,
    text_source: line.textSource,
    feed_text: line.feedText ?? null,
    feed_text_is_whole: line.feedTextIsWhole ?? false,
    extraction_method: line.extraction?.method ?? null,
    extraction_quality: line.extraction?.quality ?? null,
    extraction_note: line.extraction?.note ?? null,
    canonical_url: line.canonicalUrl ?? null,
    content_hash: line.contentHash ?? null,
    revision: line.revision,
    fate: line.ended?.fate ?? (line.readAt === null ? 'found' : 'read'),
    fate_reason: line.ended?.reason ?? null,
    is_news: false,
    synthetic: line.synthetic ?? false,
    read_at: line.readAt,
    gone_at: line.withdrawnAt ?? null,
    ...pageColumns(line),
    origin_id: originId,
    touched_at: now.toISOString(),
    search_words: searchWords,
  };
}

const NO_PAGE: NonNullable<ArchivedArticle['page']> = {
  url: null,
  etag: null,
  lastModified: null,
  modifiedAt: null,
  modifiedOffsetMinutes: null,
  siteName: null,
  section: null,
  leadImage: null,
  truncation: null,
};

function pageColumns({ page = NO_PAGE }: ArchivedArticle) {
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
