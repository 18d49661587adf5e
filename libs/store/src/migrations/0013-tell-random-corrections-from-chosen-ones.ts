import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // How the article came before the editor: drawn at random, or chosen by somebody; null where that is not known.
  `alter table correction add column sampled text check (sampled in ('random', 'chosen'))`,
  // The score that the model in force gave before the editor spoke: models learn from corrections, so it is kept.
  'alter table correction add column said_score real',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
