import type { Database } from '../database.ts';

/** A look at a site's feeds that somebody asked for; `answer` is there when it is finished. */
export interface FeedPreviewRow {
  address: string;
  startedAt: Date | null;
  finishedAt: Date | null;
  answer: unknown;
}

export interface PreviewRepository {
  ask(address: string, now: Date): Promise<string>;
  find(id: string): Promise<FeedPreviewRow | null>;
  /** The address to look at, or null where somebody has finished that already. */
  start(id: string, now: Date): Promise<string | null>;
  finish(id: string, answer: unknown, now: Date): Promise<void>;
  deleteBefore(before: Date): Promise<number>;
}

export function previewRepository({ sql }: Database): PreviewRepository {
  return {
    async ask(address, now) {
      const { id } = await sql
        .insertInto('feed_preview')
        .values({ address, asked_at: now })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
    async find(id) {
      const row = await sql.selectFrom('feed_preview').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const { address, started_at: startedAt, finished_at: finishedAt, answer } = row;
      return { address, startedAt, finishedAt, answer };
    },
    async start(id, now) {
      const row = await sql
        .updateTable('feed_preview')
        .set({ started_at: now })
        .where('id', '=', id)
        .where('finished_at', 'is', null)
        .returning('address')
        .executeTakeFirst();
      return row?.address ?? null;
    },
    async finish(id, answer, now) {
      await sql
        .updateTable('feed_preview')
        .set({ answer: withoutNul(answer), finished_at: now })
        .where('id', '=', id)
        .execute();
    },
    async deleteBefore(before) {
      const { numDeletedRows } = await sql
        .deleteFrom('feed_preview')
        .where('asked_at', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** PostgreSQL's jsonb cannot hold NUL, and a feed's title may. */
function withoutNul(answer: unknown): string {
  return JSON.stringify(answer, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  );
}
