import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';

export interface StoryRepository {
  /** Runs a decision about stories alone, across all workers. Keep it short: others wait. */
  exclusively(decide: () => Promise<void>): Promise<void>;
  create(title: string, at: Date): Promise<string>;
  /** The story that this one was merged into, however often, or itself. */
  findRoot(id: string): Promise<string>;
  /** Moves all articles of `from` into `into`, keeping a trace. The older story keeps its id: pass it as `into`. */
  merge(from: string, into: string): Promise<void>;
}

export function storyRepository({ sql }: Database): StoryRepository {
  return {
    exclusively: (decide) =>
      sql.transaction().execute(async (trx) => {
        await raw`select pg_advisory_xact_lock(hashtext('framewatch.stories'))`.execute(trx);
        await decide();
      }),
    async create(title, at) {
      const row = await sql
        .insertInto('story')
        .values({ title, first_at: at, last_at: at })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    async findRoot(id) {
      let root = id;
      for (;;) {
        const row = await sql
          .selectFrom('story')
          .select('merged_into')
          .where('id', '=', root)
          .executeTakeFirst();
        if (!row?.merged_into) return root;
        root = row.merged_into;
      }
    },
    merge: (from, into) =>
      sql.transaction().execute(async (trx) => {
        await trx.updateTable('story').set({ merged_into: into }).where('id', '=', from).execute();
        await trx.updateTable('article').set({ story_id: into }).where('story_id', '=', from).execute();
        await trx.updateTable('trend_fact').set({ story_id: into }).where('story_id', '=', from).execute();
        await trx
          .insertInto('audit')
          .values({ what: 'story merged', detail: JSON.stringify({ from, into }) })
          .execute();
      }),
  };
}
