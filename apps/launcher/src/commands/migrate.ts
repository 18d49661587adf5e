import type { Environment } from '@framewatch/config';
import { migrateAll } from '../migrate-all.ts';

/** The one-shot step of server mode: run it before workers and API of a new version start. */
export async function migrateCommand(
  { databaseUrl }: Environment,
  say: (line: string) => void,
): Promise<void> {
  if (databaseUrl === undefined)
    throw new Error('migrate needs DATABASE_URL; the embedded mode migrates by itself.');
  const ran = await migrateAll(databaseUrl);
  say(ran.length === 0 ? 'The schema is up to date.' : `Ran: ${ran.join(', ')}`);
}
