import { sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import type { FoundEntry, FoundIn } from './found-entries.ts';

interface KnownSighting {
  guid: string;
  article_id: string;
  entry_hash: string;
  canonical_key: string;
}

/** Whether a sighting is of the same article as the entry. */
export const isOf =
  ({ canonicalKey }: FoundEntry) =>
  (sighting: KnownSighting): boolean =>
    sighting.canonical_key === canonicalKey;

/** What the feed showed before of these entries: by its own id, or, where that changed, by the article's address. */
export async function findSightings(
  trx: Database['sql'],
  feedId: string,
  entries: FoundEntry[],
): Promise<KnownSighting[]> {
  const { rows } = await raw<KnownSighting>`
    select s.guid, s.article_id, s.entry_hash, a.canonical_key
    from sighting s join article a on a.id = s.article_id
    where s.feed_id = ${feedId} and (s.guid = any(${entries.map((e) => e.guid)}::text[])
      or s.article_id in (select id from article where canonical_key = any(${entries.map((e) => e.canonicalKey)}::text[])))
    order by s.seen_at, s.guid`.execute(trx);
  return rows;
}

/** Remembers what the feed shows of an entry now, also its new id. */
export async function updateSighting(
  trx: Database['sql'],
  feedId: string,
  guid: string,
  entry: FoundEntry,
): Promise<void> {
  await trx
    .updateTable('sighting')
    .set({ entry_hash: entry.entryHash, guid: entry.guid })
    .where('feed_id', '=', feedId)
    .where('guid', '=', guid)
    .execute();
}

/** Remembers that a feed shows these articles, which are stored already. */
export async function insertSightings(
  trx: Database['sql'],
  entries: FoundEntry[],
  { feedId, now }: FoundIn,
): Promise<void> {
  await raw`
    insert into sighting (article_id, feed_id, guid, url, entry_hash, seen_at)
    select a.id, ${feedId}, e.guid, e.url, e.hash, ${now}
    from unnest(${entries.map((e) => e.canonicalKey)}::text[], ${entries.map((e) => e.guid)}::text[],
      ${entries.map((e) => e.url)}::text[], ${entries.map((e) => e.entryHash)}::text[]) e(key, guid, url, hash)
    join article a on a.canonical_key = e.key
    on conflict (feed_id, guid) do nothing`.execute(trx);
}
