import type { ArchivedArticle } from '@framewatch/contracts';
import type { Selectable } from 'kysely';
import type { Schema } from '../../schema.ts';
import type { CameWith, RevisionRow } from './what-came-with.ts';

/** An article's row with the names that stand for ids. */
export type ArticleToWrite = Selectable<Schema['article']> & {
  outlet_name: string;
  origin_kind: 'feed' | 'import' | 'backfill' | null;
  origin_name: string | null;
  origin_at: Date | null;
};

/** The article as its line of an archive. What is empty is left out, so that the same article is the same line. */
export function lineOf(row: ArticleToWrite, other: CameWith): ArchivedArticle {
  return withoutUndefined({
    framewatch: 'article',
    url: row.url,
    outlet: row.outlet_name,
    title: row.title,
    published: instant(row.stated_at),
    offsetMinutes: row.offset_minutes,
    countedAt: row.counted_at.toISOString(),
    dateIsStated: row.date_is_stated,
    firstSeenAt: row.first_seen_at.toISOString(),
    readAt: instant(row.read_at),
    language: row.language,
    authors: row.authors,
    text: row.text,
    textSource: row.text_source as ArchivedArticle['textSource'],
    feedText: row.feed_text ?? undefined,
    feedTextIsWhole: row.feed_text_is_whole || undefined,
    extraction: extractionOf(row),
    canonicalUrl: row.canonical_url ?? undefined,
    contentHash: row.content_hash ?? undefined,
    revision: row.revision,
    revisions: other.revisions.get(row.id)?.map((revision) => revisionOf(revision, row)),
    page: pageOf(row),
    withdrawnAt: instant(row.gone_at) ?? undefined,
    synthetic: row.synthetic || undefined,
    ended: endOf(row),
    origin: originOf(row),
    sightings: other.sightings.get(row.id),
    rereadings: other.rereadings.get(row.id),
    corrections: other.corrections.get(row.id),
    decisions: other.decisions.get(row.id),
  });
}

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** As JSON would have it: a key without a value is no key. */
function withoutUndefined(line: { [Key in keyof ArchivedArticle]: ArchivedArticle[Key] | undefined }) {
  return Object.fromEntries(
    Object.entries(line).filter(([, value]) => value !== undefined),
  ) as ArchivedArticle;
}

function extractionOf(row: ArticleToWrite): ArchivedArticle['extraction'] {
  const { extraction_method: method, extraction_quality: quality, extraction_note: note } = row;
  return method === null && quality === null && note === null ? undefined : { method, quality, note };
}

function revisionOf(revision: RevisionRow, { title, text }: ArticleToWrite) {
  return {
    number: revision.number,
    seenAt: revision.seen_at.toISOString(),
    ...(revision.title === title ? {} : { title: revision.title }),
    ...(revision.text === text ? {} : { text: revision.text }),
    contentHash: revision.content_hash,
    changed: revision.changed,
  };
}

function pageOf(row: ArticleToWrite): ArchivedArticle['page'] {
  const page = {
    url: row.page_url,
    etag: row.page_etag,
    lastModified: row.page_last_modified,
    modifiedAt: instant(row.modified_at),
    modifiedOffsetMinutes: row.modified_offset_minutes,
    siteName: row.site_name,
    section: row.section,
    leadImage: row.lead_image,
    truncation: row.truncation as NonNullable<ArchivedArticle['page']>['truncation'],
  };
  return Object.values(page).every((value) => value === null) ? undefined : page;
}

function endOf({ fate, fate_reason }: ArticleToWrite): ArchivedArticle['ended'] {
  return fate === 'discarded' || fate === 'quarantined' ? { fate, reason: fate_reason } : undefined;
}

function originOf(row: ArticleToWrite): ArchivedArticle['origin'] {
  if (row.origin_kind === null || row.origin_kind === 'feed' || row.origin_at === null) return undefined;
  return { kind: row.origin_kind, name: row.origin_name ?? '', at: row.origin_at.toISOString() };
}
