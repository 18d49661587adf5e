import { type Selectable, sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

export type ArticleRow = Selectable<Schema['article']>;

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
}

export interface Grouping {
  signature: unknown;
  bands: string[];
  storyTerms: string[];
  copyOf: string | null;
  storyId: string;
}

export interface ArticleRepository {
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
  findById(id: string): Promise<(ArticleRow & { outlet_name: string }) | null>;
  reserveStart(id: string, at: Date | null): Promise<void>;
  /** Says that somebody will come back to the article at that time, so that it does not count as stuck before. */
  postpone(id: string, until: Date): Promise<void>;
  /** Counts a failed try and returns how many there were. */
  countAttempt(id: string): Promise<number>;
  /** Writes the text; a text or title that differs from before becomes the next revision. Returns whether the later stages have to run again. */
  saveText(id: string, text: ReadText, now: Date): Promise<{ changed: boolean }>;
  saveGrouping(id: string, grouping: Grouping, now: Date): Promise<void>;
  setFate(id: string, fate: string, reason: string | null): Promise<void>;
  findByBands(bands: string[], exceptId: string, limit: number): Promise<CopyCandidate[]>;
  findStoryCandidates(
    terms: string[],
    around: Date,
    days: number,
    exceptId: string,
    limit: number,
  ): Promise<StoryCandidate[]>;
  /**
   * Articles that were found or read and then not touched for `idleSeconds`: their job may be lost. They count as
   * touched now, so that the next ones get their turn.
   */
  takeStuck(now: Date, idleSeconds: number, limit: number): Promise<{ id: string; fate: string }[]>;
  /** Newest texts in one language, for the classifier's background statistics. */
  findNewestTexts(limit: number): Promise<{ language: string; title: string; text: string }[]>;
  /** Forgets texts of articles counted before; headline, classification and evidence offsets' quotes go with it. */
  forgetTextsBefore(before: Date): Promise<number>;
}

export interface CopyCandidate {
  id: string;
  signature: unknown;
  language: string;
  copy_of: string | null;
  story_id: string | null;
  counted_at: Date;
  title: string;
}
export type StoryCandidate = Pick<ArticleRow, 'id' | 'title' | 'signature' | 'counted_at' | 'language'> & {
  story_id: string;
};

/** A statement takes at most 65,535 parameters. */
const FORGET_AT_ONCE = 10_000;

export function articleRepository({ sql }: Database): ArticleRepository {
  const insert = (trx: typeof sql, entry: FoundEntry, where: Omit<FoundIn, 'feedId'>) =>
    trx
      .insertInto('article')
      .values({
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
      })
      .onConflict((c) => c.column('canonical_key').doNothing())
      .returning('id')
      .executeTakeFirst();

  return {
    upsertFound: (entries, where) =>
      sql.transaction().execute(async (trx) => {
        const result = { toRead: [] as string[], created: 0, knownBefore: 0 };
        const seen = await findSightings(trx, where.feedId, entries);
        // In one order everywhere: two feeds with the same articles must not wait for each other in a circle.
        const inOrder = [...entries].sort((a, b) => (a.canonicalKey < b.canonicalKey ? -1 : 1));
        for (const entry of inOrder) {
          const sighting = seen.find(({ guid }) => guid === entry.guid) ?? seen.find(isOf(entry));
          if (sighting) {
            result.knownBefore += 1;
            if (sighting.guid === entry.guid && sighting.entry_hash === entry.entryHash) continue;
            await updateSighting(trx, where.feedId, sighting.guid, entry);
            if (sighting.entry_hash === entry.entryHash) continue;
            await updateFound(trx, sighting.article_id, entry, where.now);
            result.toRead.push(sighting.article_id);
            continue;
          }
          const made = await insert(trx, entry, where);
          const articleId = made?.id ?? (await idOfKey(trx, entry.canonicalKey));
          await insertSighting(trx, articleId, entry, where);
          if (made) {
            result.created += 1;
            result.toRead.push(made.id);
          }
        }
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

    async findById(id) {
      const row = await sql
        .selectFrom('article')
        .innerJoin('outlet', 'outlet.id', 'article.outlet_id')
        .selectAll('article')
        .select('outlet.name as outlet_name')
        .where('article.id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },
    async reserveStart(id, at) {
      await sql.updateTable('article').set({ reserved_start_at: at }).where('id', '=', id).execute();
    },
    async postpone(id, until) {
      await sql.updateTable('article').set({ touched_at: until }).where('id', '=', id).execute();
    },
    async countAttempt(id) {
      const row = await sql
        .updateTable('article')
        .set((e) => ({ attempts: e('attempts', '+', 1), reserved_start_at: null }))
        .where('id', '=', id)
        .returning('attempts')
        .executeTakeFirst();
      return row?.attempts ?? 0;
    },

    saveText: (id, text, now) =>
      sql.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom('article')
          .select(['title', 'content_hash', 'revision', 'read_at', 'counted_at', 'text_source'])
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const isFirst = before.read_at === null;
        const changed = isFirst
          ? []
          : [
              ...(before.title === text.title ? [] : ['title']),
              ...(before.content_hash === text.contentHash ? [] : ['text']),
            ];
        const number = changed.length > 0 ? before.revision + 1 : before.revision;
        // Charts count by date and by how whole the text is: such a change is measured again, without a new revision.
        const countsAnew =
          isFirst ||
          changed.length > 0 ||
          before.counted_at.getTime() !== Date.parse(text.countedAt) ||
          before.text_source !== text.textSource;
        await trx
          .updateTable('article')
          .set({
            ...textColumns(text),
            revision: number,
            fate: countsAnew ? 'read' : fateOfUnchanged,
            fate_reason: null,
            read_at: now,
            attempts: 0,
            reserved_start_at: null,
            touched_at: now,
          })
          .where('id', '=', id)
          .execute();
        await indexWords(trx, id, text.searchWords);
        if (isFirst || changed.length > 0)
          await trx
            .insertInto('revision')
            .values({
              article_id: id,
              number,
              seen_at: now,
              title: text.title,
              text: text.text,
              content_hash: text.contentHash,
              changed,
            })
            .onConflict((c) => c.columns(['article_id', 'number']).doNothing())
            .execute();
        return { changed: countsAnew };
      }),

    saveGrouping: (id, grouping, now) =>
      sql.transaction().execute(async (trx) => {
        await trx
          .updateTable('article')
          .set({
            signature: JSON.stringify(grouping.signature),
            bands: grouping.bands,
            story_terms: grouping.storyTerms,
            copy_of: grouping.copyOf,
            story_id: grouping.storyId,
            grouped_at: now,
            fate: 'grouped',
            touched_at: now,
          })
          .where('id', '=', id)
          .execute();
        await trx
          .updateTable('story')
          .set({
            first_at: raw<Date>`least(first_at, (select counted_at from article where id = ${id}))`,
            last_at: raw<Date>`greatest(last_at, (select counted_at from article where id = ${id}))`,
          })
          .where('id', '=', grouping.storyId)
          .execute();
      }),

    async setFate(id, fate, reason) {
      await sql
        .updateTable('article')
        .set({ fate, fate_reason: reason, touched_at: new Date() })
        .where('id', '=', id)
        .execute();
    },

    async findByBands(bands, exceptId, limit) {
      if (bands.length === 0) return [];
      return sql.transaction().execute(async (trx) => {
        // The planner expects thousands of hits where there are a few, and would read the whole table (measured: 98 against 2 ms).
        await raw`set local enable_seqscan = off`.execute(trx);
        // Materialised: with the order in sight it would walk all articles by date instead of asking the bands.
        const { rows } = await raw<CopyCandidate>`
        with hits as materialized (
          select id, signature, language, copy_of, story_id, counted_at, title from article where bands && ${bands}::text[])
        select * from hits where id <> ${exceptId} order by counted_at, id limit ${limit}`.execute(trx);
        return rows;
      });
    },

    async findStoryCandidates(terms, around, days, exceptId, limit) {
      if (terms.length === 0) return [];
      const span = days * 86_400_000;
      const rows = await sql
        .selectFrom('article')
        .select(['id', 'title', 'signature', 'counted_at', 'language', 'story_id'])
        .where('id', '!=', exceptId)
        .where('story_id', 'is not', null)
        .where('counted_at', '>=', new Date(around.getTime() - span))
        .where('counted_at', '<=', new Date(around.getTime() + span))
        .where(raw<boolean>`story_terms && ${terms}::text[]`)
        .orderBy('counted_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row, story_id: row.story_id as string }));
    },

    async takeStuck(now, idleSeconds, limit) {
      const before = new Date(now.getTime() - idleSeconds * 1000);
      return sql
        .updateTable('article')
        .set({ touched_at: now })
        .where('id', 'in', (q) =>
          q
            .selectFrom('article')
            .select('id')
            .where('fate', 'in', ['found', 'read'])
            .where('touched_at', '<', before)
            .orderBy('touched_at')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returning(['id', 'fate'])
        .execute();
    },

    async findNewestTexts(limit) {
      return sql
        .selectFrom('article')
        .select(['language', 'title', 'text'])
        .where('text', '!=', '')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
    },

    forgetTextsBefore: (before) =>
      sql.transaction().execute(async (trx) => {
        const forgotten = await trx
          .updateTable('article')
          .set({ text: '', feed_text: null })
          .where('counted_at', '<', before)
          .where((e) => e.or([e('text', '!=', ''), e('feed_text', 'is not', null)]))
          .returning('id')
          .execute();
        for (let at = 0; at < forgotten.length; at += FORGET_AT_ONCE)
          await trx
            .updateTable('revision')
            .set({ text: '' })
            .where(
              'article_id',
              'in',
              forgotten.slice(at, at + FORGET_AT_ONCE).map((row) => row.id),
            )
            .execute();
        return forgotten.length;
      }),
  };
}

interface KnownSighting {
  guid: string;
  article_id: string;
  entry_hash: string;
  canonical_key: string;
}

const isOf =
  ({ canonicalKey }: FoundEntry) =>
  (sighting: KnownSighting): boolean =>
    sighting.canonical_key === canonicalKey;

/** What the feed showed before of these entries: by its own id, or, where that changed, by the article's address. */
async function findSightings(
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

async function updateSighting(
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

async function idOfKey(trx: Database['sql'], canonicalKey: string): Promise<string> {
  const row = await trx
    .selectFrom('article')
    .select('id')
    .where('canonical_key', '=', canonicalKey)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function insertSighting(
  trx: Database['sql'],
  articleId: string,
  entry: FoundEntry,
  { feedId, now }: FoundIn,
): Promise<void> {
  await trx
    .insertInto('sighting')
    .values({
      article_id: articleId,
      feed_id: feedId,
      guid: entry.guid,
      url: entry.url,
      entry_hash: entry.entryHash,
      seen_at: now,
    })
    .onConflict((c) => c.columns(['feed_id', 'guid']).doNothing())
    .execute();
}

/** An article that was read again and found the same is as far as it was before. */
const fateOfUnchanged = raw<string>`case
  when exists (select 1 from classification c where c.article_id = article.id and c.revision = article.revision) then 'classified'
  when grouped_at is null then 'read' else 'grouped' end`;

function textColumns(text: ReadText) {
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
  };
}

/** The English configuration stems English words and leaves segmented Japanese ones as they are. */
async function indexWords(trx: Database['sql'], id: string, words: string): Promise<void> {
  await raw`update article set search = to_tsvector('english', ${words}) where id = ${id}`.execute(trx);
}
