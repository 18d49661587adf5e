import { type Migration, Migrator } from 'kysely';
import type { Database } from './database.ts';
import * as first from './migrations/0001-create-feeds-articles-classifications-and-alerts.ts';
import * as second from './migrations/0002-remember-sitemaps-and-feed-previews.ts';
import * as third from './migrations/0003-subscribe-to-hubs-and-keep-what-they-push.ts';
import * as fourth from './migrations/0004-read-articles-again-by-the-clock.ts';
import * as fifth from './migrations/0005-keep-a-trace-of-stories-merged-and-split.ts';
import * as sixth from './migrations/0006-remember-how-checks-failed-and-when-the-machine-was-offline.ts';
import * as seventh from './migrations/0007-know-hosts-and-take-turns-in-one-step.ts';
import * as eighth from './migrations/0008-keep-how-right-a-model-is.ts';
import * as ninth from './migrations/0009-count-articles-to-classify-by-an-index.ts';
import * as tenth from './migrations/0010-keep-what-a-page-says-of-itself.ts';
import * as eleventh from './migrations/0011-pack-the-facts-of-charts-by-day.ts';
import * as twelfth from './migrations/0012-load-history-and-remember-how-it-came.ts';
import * as thirteenth from './migrations/0013-tell-random-corrections-from-chosen-ones.ts';
import * as fourteenth from './migrations/0014-hold-deliveries-and-watch-their-channels.ts';
import * as fifteenth from './migrations/0015-remember-who-receives-a-channel-and-who-left.ts';
import * as sixteenth from './migrations/0016-fold-later-articles-into-alerts-and-remember-first-coverage.ts';
import * as twentieth from './migrations/0020-keep-words-apart-and-name-the-articles-of-packed-days.ts';

/** Append-only: a migration that was ever released is never edited, only followed. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-create-feeds-articles-classifications-and-alerts': first,
  '0002-remember-sitemaps-and-feed-previews': second,
  '0003-subscribe-to-hubs-and-keep-what-they-push': third,
  '0004-read-articles-again-by-the-clock': fourth,
  '0005-keep-a-trace-of-stories-merged-and-split': fifth,
  '0006-remember-how-checks-failed-and-when-the-machine-was-offline': sixth,
  '0007-know-hosts-and-take-turns-in-one-step': seventh,
  '0008-keep-how-right-a-model-is': eighth,
  '0009-count-articles-to-classify-by-an-index': ninth,
  '0010-keep-what-a-page-says-of-itself': tenth,
  '0011-pack-the-facts-of-charts-by-day': eleventh,
  '0012-load-history-and-remember-how-it-came': twelfth,
  '0013-tell-random-corrections-from-chosen-ones': thirteenth,
  '0014-hold-deliveries-and-watch-their-channels': fourteenth,
  '0015-remember-who-receives-a-channel-and-who-left': fifteenth,
  '0016-fold-later-articles-into-alerts-and-remember-first-coverage': sixteenth,
  '0020-keep-words-apart-and-name-the-articles-of-packed-days': twentieth,
};

/** Kysely's own, over every step that this program knows. */
export function migrator({ sql }: Database): Migrator {
  return new Migrator({ db: sql, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
}

/**
 * Brings the schema up to date under Kysely's own lock; safe to run from several processes at once. Returns the names
 * that ran. Throws on a schema that a newer program made.
 */
export async function migrate(database: Database): Promise<string[]> {
  refuseNewer(await appliedMigrations(database));
  const { error, results } = await migrator(database).migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName);
}

/** Throws where the database is older or newer than this program knows, saying which and what to do. */
export async function assertSchemaIsCurrent(database: Database): Promise<void> {
  const known = Object.keys(MIGRATIONS);
  const applied = await appliedMigrations(database);
  refuseNewer(applied);
  const missing = known.filter((name) => !applied.includes(name));
  if (missing.length > 0)
    throw new Error(`The database lacks "${missing.join('", "')}": run the migrate step, then start again.`);
}

function refuseNewer(applied: string[]): void {
  const newer = applied.filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (newer.length > 0)
    throw new Error(
      `The database is newer than this program (it has "${newer.join('", "')}"): start a newer Framewatch.`,
    );
}

async function appliedMigrations({ pool }: Database): Promise<string[]> {
  const exists = await pool.query("select to_regclass('kysely_migration') is not null as yes");
  if (!exists.rows[0]?.yes) return [];
  const { rows } = await pool.query<{ name: string }>('select name from kysely_migration order by name');
  return rows.map((row) => row.name);
}
