import { createHash, randomUUID } from 'node:crypto';
import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addFeedToFile, feedAsYaml, type FeedEntry, readFeedsFile } from '@framewatch/config';
import type { AddedFeed, FeedConfig } from '@framewatch/contracts';
import { ProblemError } from '../http/problem.ts';
import { FEEDS_FILE } from './names.ts';

/** Adds feeds to feeds.yaml; the keeper takes them from there, as it takes what is written by hand. */
export interface FeedsFileEditor {
  /** Names the file as it stands; null where another process keeps it, or it cannot be read. */
  version(): Promise<string | null>;
  /** Throws a problem with 409 where the file is another by now, with 400 where the entry would be refused. */
  add(feed: FeedConfig, version: string | null): Promise<AddedFeed>;
}

type Replace = (path: string, text: string) => Promise<void>;

/** What systems say of a file that may not be replaced; EBUSY comes from a file that is mounted by itself. */
const NOT_WRITABLE = new Set(['EROFS', 'EACCES', 'EPERM', 'EBUSY', 'EXDEV']);

export function feedsFileEditor(
  path: string,
  isKeeping: () => boolean,
  replace: Replace = replaceFile,
): FeedsFileEditor {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async version() {
      const text = isKeeping() ? await readFile(path, 'utf8').catch(() => null) : null;
      return text === null ? null : versionOf(text);
    },
    add(feed, version) {
      if (!isKeeping()) return Promise.resolve(toPaste(feed, 'kept-elsewhere'));
      const added = last.then(() => addTo(path, feed, version, replace));
      last = added.catch(() => {});
      return added;
    },
  };
}

const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

async function addTo(
  path: string,
  feed: FeedConfig,
  version: string | null,
  replace: Replace,
): Promise<AddedFeed> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ProblemError(409, `${FEEDS_FILE} is missing or cannot be read: put it back first.`);
  });
  if (version !== null && versionOf(text) !== version) throw changedMeanwhile();
  const edited = editedText(text, feed);
  const entry = acceptedEntry(text, edited, feed);
  try {
    if ((await readFile(path, 'utf8')) !== text) throw changedMeanwhile();
    await replace(path, edited);
  } catch (error) {
    if (NOT_WRITABLE.has((error as NodeJS.ErrnoException).code ?? '')) return toPaste(feed, 'read-only');
    throw error;
  }
  return { saved: true, why: null, yaml: feedAsYaml(feed), line: entry.line };
}

const changedMeanwhile = (): ProblemError =>
  new ProblemError(
    409,
    `${FEEDS_FILE} was changed meanwhile, and nothing was written. Look for the feeds again, then add this one.`,
  );

function editedText(text: string, feed: FeedConfig): string {
  try {
    return addFeedToFile(text, feed);
  } catch (error) {
    throw new ProblemError(409, error instanceof Error ? error.message : String(error));
  }
}

/** The entry as the file would be read; a problem where it would be left out, or would push out another. */
function acceptedEntry(before: string, after: string, feed: FeedConfig): FeedEntry {
  const [old, now] = [before, after].map((text) => readFeedsFile(text, FEEDS_FILE));
  const entry = now?.feeds.findLast(({ url }) => url === feed.url);
  const others = (now?.feeds.length ?? 0) - 1;
  if (entry !== undefined && others === old?.feeds.length) return entry;
  const known = new Set(old?.problems.map(({ message }) => message));
  const problem = now?.problems.find(({ message }) => !known.has(message)) ?? now?.problems.at(-1);
  throw new ProblemError(
    400,
    problem ? `${problem.message} ${problem.remedy}` : 'The entry cannot be read back from the file.',
  );
}

const toPaste = (feed: FeedConfig, why: NonNullable<AddedFeed['why']>): AddedFeed => ({
  saved: false,
  why,
  yaml: feedAsYaml(feed),
  line: null,
});

/** All or nothing: readers see the old file or the new one. A link stays one, and the file keeps its permissions. */
async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const beside = join(dirname(target), `.feeds.yaml.${randomUUID()}`);
  try {
    await writeFile(beside, text);
    await chmod(beside, (await stat(target)).mode);
    await rename(beside, target);
  } finally {
    await rm(beside, { force: true });
  }
}
