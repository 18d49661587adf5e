import { createHash, randomUUID } from 'node:crypto';
import { access, chmod, constants, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../http/problem.ts';

/** Why nothing was written: the file may not be, or another process keeps it. */
export type NotWritten = 'read-only' | 'kept-elsewhere';

/** What an edit makes of the file's text, and what it is good for. Throws where the edit cannot be made. */
export type Edit<Result> = (text: string) => { text: string; result: Result };

/** Changes one file of `config/`; the keeper takes the change from there, as it takes what is written by hand. */
export interface ConfigFileEditor {
  /** Names the file as it stands; null where another process keeps it, or it cannot be read. */
  version(): Promise<string | null>;
  /** Whether a change could be written now. */
  isWritable(): Promise<boolean>;
  /**
   * One after the other. Throws a problem with 409 where the file is another than `version` by now, or meanwhile; a
   * version that is null is not compared.
   */
  edit<Result>(
    version: string | null,
    edit: Edit<Result>,
  ): Promise<{ result: Result; version: string } | { notWritten: NotWritten }>;
}

export type Replace = (path: string, text: string) => Promise<void>;

/** What systems say of a file that may not be replaced; EBUSY comes from a file that is mounted by itself. */
const NOT_WRITABLE = new Set(['EROFS', 'EACCES', 'EPERM', 'EBUSY', 'EXDEV']);

/** `name`: the file as editors know it, such as config/alerts.yaml. */
export function configFileEditor(
  path: string,
  name: string,
  isKeeping: () => boolean,
  replace: Replace = replaceFile,
): ConfigFileEditor {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async version() {
      const text = isKeeping() ? await readFile(path, 'utf8').catch(() => null) : null;
      return text === null ? null : versionOf(text);
    },
    isWritable: async () => isKeeping() && (await canReplace(path)),
    edit(version, edit) {
      if (!isKeeping()) return Promise.resolve({ notWritten: 'kept-elsewhere' as const });
      const edited = last.then(() => editFile({ path, name, version, replace }, edit));
      last = edited.catch(() => {});
      return edited;
    },
  };
}

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

async function editFile<Result>(
  { path, name, version, replace }: { path: string; name: string; version: string | null; replace: Replace },
  edit: Edit<Result>,
): Promise<{ result: Result; version: string } | { notWritten: NotWritten }> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ProblemError(409, `${name} is missing or cannot be read: put it back first.`);
  });
  if (version !== null && versionOf(text) !== version) throw changedMeanwhile(name);
  const edited = edit(text);
  try {
    if ((await readFile(path, 'utf8')) !== text) throw changedMeanwhile(name);
    if (edited.text !== text) await replace(path, edited.text);
  } catch (error) {
    if (NOT_WRITABLE.has((error as NodeJS.ErrnoException).code ?? '')) return { notWritten: 'read-only' };
    throw error;
  }
  return { result: edited.result, version: versionOf(edited.text) };
}

const changedMeanwhile = (name: string): ProblemError =>
  new ProblemError(
    409,
    `${name} was changed meanwhile, and nothing was written. Look at it again, then repeat.`,
  );

/** A file is replaced through its folder. One that is mounted by itself is found out only when it is tried. */
const canReplace = (path: string): Promise<boolean> =>
  realpath(path)
    .then((target) => access(dirname(target), constants.W_OK))
    .then(
      () => true,
      () => false,
    );

const besideOf = (target: string): string => join(dirname(target), `.${basename(target)}.${randomUUID()}`);

/** All or nothing: readers see the old file or the new one. A link stays one, and the file keeps its permissions. */
async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const beside = besideOf(target);
  try {
    await writeFile(beside, text);
    await chmod(beside, (await stat(target)).mode);
    await rename(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
}
