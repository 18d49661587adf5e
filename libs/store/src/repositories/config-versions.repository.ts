import type { FileProblem } from '@framewatch/contracts';
import type { Database } from '../database.ts';

/** One accepted version of a file: what every process reads instead of the file. */
export interface ConfigVersion {
  hash: string;
  content: unknown;
  problems: FileProblem[];
  acceptedAt: Date;
}

export interface ConfigVersionRepository {
  /** The version in force of `feeds`, `alerts`, `settings` or `seeds:<beat>`, or null before the first. */
  findNewest(kind: string): Promise<ConfigVersion | null>;
  /** Stores a version unless content and problems are those in force. Returns whether something was stored. */
  accept(
    kind: string,
    version: { hash: string; content: unknown; problems: FileProblem[] },
  ): Promise<boolean>;
  /** Problems of the newest version of every kind. */
  findProblems(): Promise<FileProblem[]>;
}

export function configVersionRepository({ sql }: Database): ConfigVersionRepository {
  const findNewest = async (kind: string): Promise<ConfigVersion | null> => {
    const row = await sql
      .selectFrom('config_version')
      .selectAll()
      .where('kind', '=', kind)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row
      ? { hash: row.hash, content: row.content, problems: row.problems, acceptedAt: row.accepted_at }
      : null;
  };
  return {
    findNewest,
    async accept(kind, { hash, content, problems }) {
      const newest = await findNewest(kind);
      if (newest?.hash === hash && JSON.stringify(newest.problems) === JSON.stringify(problems)) return false;
      await sql
        .insertInto('config_version')
        .values({ kind, hash, content: JSON.stringify(content), problems: JSON.stringify(problems) })
        .execute();
      return true;
    },
    async findProblems() {
      const rows = await sql
        .selectFrom('config_version')
        .distinctOn('kind')
        .select(['kind', 'problems'])
        .orderBy('kind')
        .orderBy('id', 'desc')
        .execute();
      return rows.flatMap((row) => row.problems);
    },
  };
}
