import type { RereadingOutcome } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import type { Reading } from './article-texts.ts';

/** A page that was asked for again, why, and what came of it. */
export interface Rereading {
  why: 'clock' | 'feed';
  outcome: RereadingOutcome;
  note: string | null;
}

/** The article as it was when its second reading began. Its answer counts only if nobody else read it meanwhile. */
export interface RereadingTurn {
  dueAt: Date;
  readAt: Date;
}

export interface ArticleRereadings {
  /**
   * Articles that are due to be read again, at most one a host; relevant ones come before unclear ones, and then who
   * waits longest. With `relevant`, articles that every model put aside are taken off the list for good.
   */
  findDueForRereading(now: Date, articles: 'relevant' | 'all', limit: number): Promise<string[]>;
  /** Ends a second reading that leaves title and text as they are; `next` is when to read again. Does nothing where the turn is over. */
  settleRereading(
    id: string,
    turn: RereadingTurn,
    end: { next: Date | null; outcome: RereadingOutcome; note: string | null },
    now: Date,
  ): Promise<void>;
  /** Puts a second reading off, and returns how many tries have failed; waiting for one's turn is no failure. */
  postponeRereading(id: string, until: Date, why: 'failed' | 'waiting'): Promise<number>;
  findRereadings(id: string): Promise<{ at: Date; why: string; outcome: string; note: string | null }[]>;
}

/** So many of those that wait longest are looked at in one go. */
const LOOKED_AT = 5_000;

/** Which articles are read again when, and what came of it. */
export function articleRereadings({ sql }: Database): ArticleRereadings {
  return {
    async findDueForRereading(now, articles, limit) {
      if (articles === 'relevant') await dropUnwanted(sql, now);
      const { rows } = await raw<{ id: string }>`
        with waiting as (
          select id, url, reread_at from article where reread_at <= ${now} and fate = 'classified'
          order by reread_at limit ${LOOKED_AT}),
        ranked as (
          select w.*, exists (select 1 from trend_fact f join model m on m.id = f.model_id and m.status = 'active'
            where f.article_id = w.id and f.relevant) as relevant
          from waiting w),
        first as (
          select distinct on (split_part(url, '/', 3)) * from ranked
          order by split_part(url, '/', 3), relevant desc, reread_at, id)
        select id from first order by relevant desc, reread_at, id limit ${limit}`.execute(sql);
      return rows.map(({ id }) => id);
    },

    settleRereading: (id, turn, { next, outcome, note }, now) =>
      sql.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('article')
          .select(['reread_at', 'read_at', 'fate'])
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirst();
        if (!row || !isStillTurn(row, turn)) return;
        await trx
          .updateTable('article')
          .set({ reread_at: next, reread_tries: 0, ...withdrawnColumn(outcome, now) })
          .where('id', '=', id)
          .execute();
        await insertRereading(trx, id, { why: 'clock', outcome, note }, now);
      }),

    async postponeRereading(id, until, why) {
      const row = await sql
        .updateTable('article')
        .set((e) => ({ reread_at: until, reread_tries: e('reread_tries', '+', why === 'failed' ? 1 : 0) }))
        .where('id', '=', id)
        .where('reread_at', 'is not', null)
        .returning('reread_tries')
        .executeTakeFirst();
      return row?.reread_tries ?? 0;
    },

    findRereadings: (id) =>
      sql
        .selectFrom('rereading')
        .select(['at', 'why', 'outcome', 'note'])
        .where('article_id', '=', id)
        .orderBy('at')
        .orderBy('id')
        .execute(),
  };
}

/** Whether the article is as it was when its second reading began. */
export function isStillTurn(
  row: { reread_at: Date | null; read_at: Date | null; fate: string },
  turn: RereadingTurn,
): boolean {
  return (
    row.fate === 'classified' &&
    row.reread_at?.getTime() === turn.dueAt.getTime() &&
    row.read_at?.getTime() === turn.readAt.getTime()
  );
}

/** A first reading plans the second; any later reading stands for the one that was due by then. */
export function rereadColumns(
  before: { read_at: Date | null; reread_at: Date | null },
  { next = null }: Reading,
  now: Date,
): { reread_at?: Date | null; reread_tries?: number } {
  const isDue = before.reread_at !== null && before.reread_at <= now;
  return before.read_at === null || isDue ? { reread_at: next, reread_tries: 0 } : {};
}

/** Withdrawn from the first time that the page was gone; there again once it could be read. */
export function withdrawnColumn(outcome: RereadingOutcome, now: Date) {
  switch (outcome) {
    case 'withdrawn':
      return { gone_at: raw<Date>`coalesce(gone_at, ${now})` };
    case 'unchanged':
    case 'edited':
    case 'completed':
      return { gone_at: null };
    case 'moved':
    case 'closed':
    case 'worse':
    case 'forbidden':
    case 'failed':
      return {};
  }
}

/** Remembers a second reading. */
export async function insertRereading(
  trx: Database['sql'],
  articleId: string,
  { why, outcome, note }: Rereading,
  now: Date,
): Promise<void> {
  await trx.insertInto('rereading').values({ article_id: articleId, at: now, why, outcome, note }).execute();
}

/** An article that no beat wants when its time has come is not asked for again; nor is one that ended otherwise. */
async function dropUnwanted(sql: Database['sql'], now: Date): Promise<void> {
  await raw`
    update article a set reread_at = null
    where reread_at <= ${now} and (a.fate in ('discarded', 'quarantined') or a.fate = 'classified'
      and exists (select 1 from trend_fact f join model m on m.id = f.model_id
        where f.article_id = a.id and m.status = 'active')
      and not exists (select 1 from trend_fact f join model m on m.id = f.model_id
        where f.article_id = a.id and m.status = 'active' and (f.relevant or f.unclear)))`.execute(sql);
}
