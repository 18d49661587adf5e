import { sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import type { RereadingOutcome } from '@framewatch/contracts';
import {
  insertRereading,
  isStillTurn,
  type RereadingTurn,
  rereadColumns,
  withdrawnColumn,
} from './article-rereadings.ts';
import { indexWords, type ReadText, textColumns } from './text-columns.ts';

/** What differs from the revision before; `source`: it was read more whole, the outlet changed nothing. */
type Change = 'title' | 'text' | 'source';

/** How a text came to be read. */
export interface Reading {
  /** When to read the page again, if ever. */
  next?: Date | null;
  /** Set for a second reading: by the clock, or because a feed showed a change. */
  why?: 'clock' | 'feed';
  /** Left out: whatever the text says. */
  outcome?: RereadingOutcome;
  note?: string | null;
  turn?: RereadingTurn;
}

export interface ArticleTexts {
  /**
   * Writes the text; a text or title that differs from before becomes the next revision. Returns
   * whether the later stages have to run again. Does nothing where the turn of a second reading is over.
   */
  saveText(id: string, text: ReadText, now: Date, reading?: Reading): Promise<{ changed: boolean }>;
  /** Newest texts in one language, for the classifier's background statistics. */
  findNewestTexts(limit: number): Promise<{ language: string; title: string; text: string }[]>;
  /** Forgets texts of articles counted before; headline, classification and evidence offsets' quotes go with it. */
  forgetTextsBefore(before: Date): Promise<number>;
}

/** A statement takes at most 65,535 parameters. */
const FORGET_AT_ONCE = 10_000;

/** What articles say, and what they said before. */
export function articleTexts({ sql }: Database): ArticleTexts {
  return {
    saveText: (id, text, now, reading = {}) =>
      sql.transaction().execute(async (trx) => {
        const before = await lockBefore(trx, id);
        if (reading.turn && !isStillTurn(before, reading.turn)) return { changed: false };
        const changes = changesOf(before, text);
        const number = changes.length > 0 ? before.revision + 1 : before.revision;
        // Charts count by date and by how whole the text is: such a change is measured again, without a new revision.
        const countsAnew =
          before.read_at === null ||
          changes.length > 0 ||
          before.counted_at.getTime() !== Date.parse(text.countedAt) ||
          before.text_source !== text.textSource;
        const outcome = reading.outcome ?? outcomeOf(changes);
        const { fate } = await trx
          .updateTable('article')
          .set({
            ...textColumns(text),
            ...rereadColumns(before, reading, now),
            ...(before.read_at === null ? {} : withdrawnColumn(outcome, now)),
            revision: number,
            fate: countsAnew ? 'read' : fateOfUnchanged,
            fate_reason: null,
            read_at: now,
            attempts: 0,
            reserved_start_at: null,
            touched_at: now,
          })
          .where('id', '=', id)
          .returning('fate')
          .executeTakeFirstOrThrow();
        await indexWords(trx, id, text.searchWords);
        if (before.read_at === null || changes.length > 0)
          await insertRevision(trx, id, { number, text, changes, now });
        if (reading.why !== undefined && before.read_at !== null)
          await insertRereading(trx, id, { why: reading.why, outcome, note: reading.note ?? null }, now);
        return { changed: fate === 'read' };
      }),

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
          .set({ text: '', feed_text: null, reread_at: null })
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

/** An article that was read again and found the same is as far as it was before. */
const fateOfUnchanged = raw<string>`case
  when exists (select 1 from classification c where c.article_id = article.id and c.revision = article.revision) then 'classified'
  else 'read' end`;

/** The more whole, the higher: a step up is the reader's doing, not the outlet's. */
const WHOLENESS = ['none', 'feed-summary', 'feed-content', 'page-cut', 'page'];

interface Before {
  /** Of the newest revision: the article's own may show what a feed says meanwhile. */
  title: string | null;
  content_hash: string | null;
  revision: number;
  read_at: Date | null;
  counted_at: Date;
  text_source: string;
  fate: string;
  reread_at: Date | null;
}

async function lockBefore(trx: Database['sql'], id: string): Promise<Before> {
  const article = await trx
    .selectFrom('article')
    .select(['content_hash', 'revision', 'read_at', 'counted_at', 'text_source', 'fate', 'reread_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const newest = await trx
    .selectFrom('revision')
    .select('title')
    .where('article_id', '=', id)
    .where('number', '=', article.revision)
    .executeTakeFirst();
  return { ...article, title: newest?.title ?? null };
}

function changesOf(before: Before, text: ReadText): Change[] {
  if (before.read_at === null) return [];
  const changes: Change[] = [
    ...(before.title === text.title ? [] : ['title' as const]),
    ...(before.content_hash === text.contentHash ? [] : ['text' as const]),
  ];
  const isMoreWhole = WHOLENESS.indexOf(text.textSource) > WHOLENESS.indexOf(before.text_source);
  return changes.includes('text') && isMoreWhole ? ['source'] : changes;
}

function outcomeOf(changes: readonly Change[]): RereadingOutcome {
  return changes.length === 0 ? 'unchanged' : changes.includes('source') ? 'completed' : 'edited';
}

async function insertRevision(
  trx: Database['sql'],
  id: string,
  { number, text, changes, now }: { number: number; text: ReadText; changes: Change[]; now: Date },
): Promise<void> {
  await trx
    .insertInto('revision')
    .values({
      article_id: id,
      number,
      seen_at: now,
      title: text.title,
      text: text.text,
      content_hash: text.contentHash,
      changed: changes,
    })
    .onConflict((c) => c.columns(['article_id', 'number']).doNothing())
    .execute();
}
