import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Precision and recall, measured when the model was trained; null for models of before.
  'alter table model add column figures jsonb',
  // What the model in force said of the article before the editor spoke; null where it said nothing or is not known.
  `alter table correction add column said text check (said in ('yes', 'unclear', 'no'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
