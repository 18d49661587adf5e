import { type Kysely, sql } from 'kysely';

/** What a new model has to classify, counted and walked through without reading the articles. */
const STATEMENTS = ['create index article_grouped on article (id) where grouped_at is not null'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
