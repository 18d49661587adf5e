import type { ArticleOrigin } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { TrendFilter } from './trends.repository.ts';

/** An import or a backfill that is under way. */
export interface Load<State> {
  id: string;
  startedAt: Date;
  state: State;
  /** It was begun before and goes on. */
  resumed: boolean;
}

/** What a load brought that a chart shows. */
export interface LoadNote {
  kind: 'import' | 'backfill';
  name: string;
  at: Date;
  articles: number;
  from: Date;
  to: Date;
}

export interface LoadRepository {
  /** Takes up the unfinished load with this fingerprint, or begins one with the given state. */
  begin<State>(
    load: { kind: 'import' | 'backfill'; name: string; fingerprint: string; state: State },
    now: Date,
  ): Promise<Load<State>>;
  saveState(id: string, state: unknown): Promise<void>;
  finish(id: string, now: Date): Promise<void>;
  /**
   * Runs `work` while no other process works on the same load; false where one does. The lock goes with the process.
   */
  alone(fingerprint: string, work: () => Promise<void>): Promise<boolean>;
  /** How an article came that no feed brought here; null where one did. */
  findOrigin(articleId: string): Promise<ArticleOrigin | null>;
  /** Loads that brought articles of the range under the filter's outlets. */
  findNotes(filter: Omit<TrendFilter, 'modelId'>): Promise<LoadNote[]>;
}

export function loadRepository({ sql, pool }: Database): LoadRepository {
  return {
    async begin<State>(
      { kind, name, fingerprint, state }: Parameters<LoadRepository['begin']>[0],
      now: Date,
    ): Promise<Load<State>> {
      const before = await sql
        .selectFrom('load')
        .select(['id', 'started_at', 'state'])
        .where('fingerprint', '=', fingerprint)
        .where('finished_at', 'is', null)
        .executeTakeFirst();
      if (before)
        return { id: before.id, startedAt: before.started_at, state: before.state as State, resumed: true };
      const { id } = await sql
        .insertInto('load')
        .values({ kind, name, fingerprint, started_at: now, state: JSON.stringify(state) })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { id, startedAt: now, state: state as State, resumed: false };
    },

    async saveState(id, state) {
      await sql
        .updateTable('load')
        .set({ state: JSON.stringify(state) })
        .where('id', '=', id)
        .execute();
    },

    async finish(id, now) {
      await sql.updateTable('load').set({ finished_at: now }).where('id', '=', id).execute();
    },

    async alone(fingerprint, work) {
      const session = await pool.connect();
      const key = `framewatch.load ${fingerprint}`;
      try {
        const { rows } = await session.query<{ taken: boolean }>(
          'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
          [key],
        );
        if (rows[0]?.taken !== true) return false;
        await work();
        await session.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]);
        return true;
      } finally {
        // A session that failed half way is closed, and its lock with it.
        session.release(true);
      }
    },

    async findOrigin(articleId) {
      const row = await sql
        .selectFrom('article')
        .innerJoin('origin', 'origin.id', 'article.origin_id')
        .innerJoin('load', 'load.id', 'origin.load_id')
        .select(['origin.kind', 'origin.name', 'origin.at', 'load.name as load_name', 'load.started_at'])
        .where('article.id', '=', articleId)
        .executeTakeFirst();
      if (!row) return null;
      const { kind, name, at, load_name, started_at } = row;
      const isOwn = kind !== 'feed' && at.getTime() === started_at.getTime() && name === load_name;
      const restored = isOwn ? null : { from: load_name, at: started_at.toISOString() };
      return { kind, name, at: at.toISOString(), restored };
    },

    async findNotes({ from, to, outletId, group, country, language }) {
      const { rows } = await raw<{
        kind: 'import' | 'backfill';
        name: string;
        started_at: Date;
        articles: string;
        first_at: Date;
        last_at: Date;
      }>`
        select l.kind, l.name, l.started_at, sum(x.articles) as articles, min(x.first_at) as first_at, max(x.last_at) as last_at
        from load_outlet x join load l on l.id = x.load_id join outlet o on o.id = x.outlet_id
        where x.first_at < ${to} and x.last_at >= ${from}
          and (${outletId ?? null}::bigint is null or o.id = ${outletId ?? null})
          and (${group ?? null}::text is null or o.outlet_group = ${group ?? null})
          and (${country ?? null}::text is null or o.country = ${country ?? null})
          and (${language ?? null}::text is null or o.language = ${language ?? null})
        group by l.id order by l.id`.execute(sql);
      return rows.map((row) => ({
        kind: row.kind,
        name: row.name,
        at: row.started_at,
        articles: Number(row.articles),
        from: row.first_at,
        to: row.last_at,
      }));
    },
  };
}
