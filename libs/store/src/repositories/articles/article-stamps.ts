import type { Selectable } from 'kysely';
import type { Database } from '../../database.ts';
import type { Schema } from '../../schema.ts';

export type ArticleRow = Selectable<Schema['article']>;

export interface ArticleStamps {
  findById(id: string): Promise<(ArticleRow & { outlet_name: string }) | null>;
  reserveStart(id: string, at: Date | null): Promise<void>;
  /** Says that somebody will come back to the article at that time, so that it does not count as stuck before. */
  postpone(id: string, until: Date): Promise<void>;
  /** Counts a failed try and returns how many there were. */
  countAttempt(id: string): Promise<number>;
  /** Says that this revision is classified; nothing where the article has moved on meanwhile. */
  markClassified(id: string, revision: number, now: Date): Promise<void>;
  setFate(id: string, fate: string, reason: string | null): Promise<void>;
  /**
   * Articles that were found or read and then not touched for `idleSeconds`: their job may be lost. They count as
   * touched now, so that the next ones get their turn.
   */
  takeStuck(
    now: Date,
    idleSeconds: number,
    limit: number,
  ): Promise<{ id: string; fate: string; is_news: boolean }[]>;
}

/** How far each article is, and who comes back to it when. */
export function articleStamps({ sql }: Database): ArticleStamps {
  return {
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

    async markClassified(id, revision, now) {
      await sql
        .updateTable('article')
        .set({ fate: 'classified', fate_reason: null, touched_at: now })
        .where('id', '=', id)
        .where('revision', '=', revision)
        .where('fate', 'in', ['grouped', 'classified'])
        .execute();
    },
    async setFate(id, fate, reason) {
      await sql
        .updateTable('article')
        .set({ fate, fate_reason: reason, touched_at: new Date() })
        .where('id', '=', id)
        .execute();
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
            // A large import is long on its way: what is lost of news is not to wait behind it.
            .orderBy('is_news', 'desc')
            .orderBy('touched_at')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returning(['id', 'fate', 'is_news'])
        .execute();
    },
  };
}
