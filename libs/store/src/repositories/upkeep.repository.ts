import type { Database } from '../database.ts';

/** Small records that belong to no article: robots.txt answers, the audit trail, and what retention forgets. */
export interface UpkeepRepository {
  findRobots(origin: string): Promise<{ body: string | null; status: string; expiresAt: Date } | null>;
  saveRobots(
    origin: string,
    robots: { body: string | null; status: string; fetchedAt: Date; expiresAt: Date },
  ): Promise<void>;
  audit(what: string, detail: unknown): Promise<void>;
  deleteFeedChecksBefore(before: Date): Promise<number>;
}

export function upkeepRepository({ sql }: Database): UpkeepRepository {
  return {
    async findRobots(origin) {
      const row = await sql.selectFrom('robots').selectAll().where('origin', '=', origin).executeTakeFirst();
      return row ? { body: row.body, status: row.status, expiresAt: row.expires_at } : null;
    },
    async saveRobots(origin, robots) {
      const values = {
        body: robots.body,
        status: robots.status,
        fetched_at: robots.fetchedAt,
        expires_at: robots.expiresAt,
      };
      await sql
        .insertInto('robots')
        .values({ origin, ...values })
        .onConflict((c) => c.column('origin').doUpdateSet(values))
        .execute();
    },
    async audit(what, detail) {
      await sql
        .insertInto('audit')
        .values({ what, detail: JSON.stringify(detail) })
        .execute();
    },
    async deleteFeedChecksBefore(before) {
      const result = await sql.deleteFrom('feed_check').where('at', '<', before).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
