import { sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import { findSightings, insertSightings, isOf, updateSighting } from './sightings.ts';
import { indexWords, type ReadText, textColumns } from './text-columns.ts';

/** One entry of a feed, as the store needs it. */
export interface FoundEntry {
  guid: string;
  /** Changes when the outlet changes title or text of the entry. */
  entryHash: string;
  canonicalKey: string;
  url: string;
  title: string;
  authors: string[];
  statedAt: string | null;
  offsetMinutes: number | null;
  countedAt: string;
  dateIsStated: boolean;
  feedText: string | null;
  feedTextIsWhole: boolean;
}

export interface FoundIn {
  feedId: string;
  outletId: string;
  /** False for a feed's first poll, an import or a backfill: such articles raise no alert. */
  isNews: boolean;
  synthetic: boolean;
  now: Date;
}

export interface FoundEntries {
  /**
   * Stores entries that are new and remembers where each was seen; ids and addresses occur once each among them.
   * Returns the articles that have to be read (again), and how many entries this feed had shown before.
   */
  upsertFound(
    entries: FoundEntry[],
    where: FoundIn,
  ): Promise<{ toRead: string[]; created: number; knownBefore: number }>;
  /** Stores an article that comes with its text (import, history); null where its address is known already. */
  insertImported(entry: FoundEntry, where: Omit<FoundIn, 'feedId'>, text: ReadText): Promise<string | null>;
}

/** How entries of feeds and imports become articles, each once. */
export function foundEntries({ sql }: Database): FoundEntries {
  return {
    upsertFound: (entries, where) =>
      sql.transaction().execute(async (trx) => {
        const result = { toRead: [] as string[], created: 0, knownBefore: 0 };
        const seen = await findSightings(trx, where.feedId, entries);
        const unseen: FoundEntry[] = [];
        // In one order everywhere: two feeds with the same articles must not wait for each other in a circle.
        const inOrder = [...entries].sort((a, b) => (a.canonicalKey < b.canonicalKey ? -1 : 1));
        for (const entry of inOrder) {
          const sighting = seen.find(({ guid }) => guid === entry.guid) ?? seen.find(isOf(entry));
          if (!sighting) {
            unseen.push(entry);
            continue;
          }
          result.knownBefore += 1;
          if (sighting.guid === entry.guid && sighting.entry_hash === entry.entryHash) continue;
          await updateSighting(trx, where.feedId, sighting.guid, entry);
          if (sighting.entry_hash === entry.entryHash) continue;
          await updateFound(trx, sighting.article_id, entry, where.now);
          result.toRead.push(sighting.article_id);
        }
        const made = await insertUnseen(trx, unseen, where);
        result.created = made.length;
        result.toRead.push(...made);
        return result;
      }),

    insertImported: (entry, where, text) =>
      sql.transaction().execute(async (trx) => {
        const made = await insert(trx, entry, where);
        if (!made) return null;
        await trx
          .updateTable('article')
          .set({ ...textColumns(text), fate: 'read', read_at: where.now })
          .where('id', '=', made.id)
          .execute();
        await indexWords(trx, made.id, text.searchWords);
        await trx
          .insertInto('revision')
          .values({
            article_id: made.id,
            number: 1,
            seen_at: where.now,
            title: text.title,
            text: text.text,
            content_hash: text.contentHash,
          })
          .execute();
        return made.id;
      }),
  };
}

const insert = (trx: Database['sql'], entry: FoundEntry, where: Omit<FoundIn, 'feedId'>) =>
  trx
    .insertInto('article')
    .values(articleColumns(entry, where))
    .onConflict((c) => c.column('canonical_key').doNothing())
    .returning('id')
    .executeTakeFirst();

/** A statement takes at most 65,535 parameters, and an article has fifteen. */
const INSERT_AT_ONCE = 1_000;

/** Stores entries that the feed never showed before, all in three statements; gives the articles that are new. */
async function insertUnseen(trx: Database['sql'], entries: FoundEntry[], where: FoundIn): Promise<string[]> {
  const made: string[] = [];
  for (let at = 0; at < entries.length; at += INSERT_AT_ONCE) {
    const some = entries.slice(at, at + INSERT_AT_ONCE);
    const rows = await trx
      .insertInto('article')
      .values(some.map((entry) => articleColumns(entry, where)))
      .onConflict((c) => c.column('canonical_key').doNothing())
      .returning('id')
      .execute();
    made.push(...rows.map(({ id }) => id));
    await insertSightings(trx, some, where);
  }
  return made;
}

function articleColumns(entry: FoundEntry, where: Omit<FoundIn, 'feedId'>) {
  return {
    canonical_key: entry.canonicalKey,
    url: entry.url,
    outlet_id: where.outletId,
    title: entry.title,
    authors: entry.authors,
    stated_at: entry.statedAt,
    offset_minutes: entry.offsetMinutes,
    counted_at: entry.countedAt,
    date_is_stated: entry.dateIsStated,
    first_seen_at: where.now,
    feed_text: entry.feedText,
    feed_text_is_whole: entry.feedTextIsWhole,
    is_news: where.isNews,
    synthetic: where.synthetic,
    touched_at: where.now,
  };
}

/** The outlet changed the entry: its article is read again. A headline from the page itself stands until then. */
async function updateFound(trx: Database['sql'], id: string, entry: FoundEntry, now: Date): Promise<void> {
  await trx
    .updateTable('article')
    .set({
      fate: 'found',
      feed_text: entry.feedText,
      feed_text_is_whole: entry.feedTextIsWhole,
      title: raw<string>`case when text_source in ('none', 'feed-summary', 'feed-content') then ${entry.title} else title end`,
      attempts: 0,
      reserved_start_at: null,
      touched_at: now,
    })
    .where('id', '=', id)
    .execute();
}
