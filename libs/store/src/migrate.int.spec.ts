import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '@framewatch/testing';
import { openDatabase } from './database.ts';
import { assertSchemaIsCurrent, migrate } from './migrate.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());

async function onEmptyDatabase(
  test: (url: string, database: ReturnType<typeof openDatabase>) => Promise<void>,
): Promise<void> {
  const url = await postgres.createDatabase();
  const database = openDatabase(url);
  try {
    await test(url, database);
  } finally {
    await database.close();
  }
}

describe('migrate', () => {
  it('makes the schema once, and does nothing the second time', () =>
    onEmptyDatabase(async (_url, database) => {
      expect(await migrate(database)).not.toEqual([]);
      expect(await migrate(database)).toEqual([]);
      await expect(assertSchemaIsCurrent(database)).resolves.toBeUndefined();
    }));

  it('runs each step once where several programs start at the same time', () =>
    onEmptyDatabase(async (url) => {
      const others = Array.from({ length: 4 }, () => openDatabase(url));
      const ran = await Promise.all(others.map(migrate));
      await Promise.all(others.map((other) => other.close()));
      expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    }));

  it('is refused by programs where a step is missing, with what to do', () =>
    onEmptyDatabase(async (_url, database) => {
      await expect(assertSchemaIsCurrent(database)).rejects.toThrow(/lacks "0001.*run the migrate step/);
    }));

  it('is refused by older programs, to run and to migrate, with what to do', () =>
    onEmptyDatabase(async (_url, database) => {
      await migrate(database);
      await database.pool.query(
        "insert into kysely_migration (name, timestamp) values ('0099-from-the-future', now()::text)",
      );
      const refusal = /newer than this program \(it has "0099-from-the-future"\): start a newer Framewatch/;
      await expect(assertSchemaIsCurrent(database)).rejects.toThrow(refusal);
      await expect(migrate(database)).rejects.toThrow(refusal);
    }));
});
