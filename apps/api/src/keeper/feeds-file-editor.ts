import { readFile } from 'node:fs/promises';
import { addFeedToFile, feedAsYaml, type FeedEntry, readFeedsFile } from '@framewatch/config';
import type { AddedFeed, FeedConfig } from '@framewatch/contracts';
import { ProblemError } from '../http/problem.ts';
import { configFileEditor, type Replace } from './config-file-editor.ts';
import { FEEDS_FILE } from './names.ts';

/** Adds feeds to feeds.yaml; the keeper takes them from there, as it takes what is written by hand. */
export interface FeedsFileEditor {
  /** Names the file as it stands; null where another process keeps it, or it cannot be read. */
  version(): Promise<string | null>;
  /** The feeds that stand in the file now; none where it cannot be read. */
  entries(): Promise<FeedEntry[]>;
  /** Throws a problem with 409 where the file is another by now, with 400 where the entry would be refused. */
  add(feed: FeedConfig, version: string | null): Promise<AddedFeed>;
}

export function feedsFileEditor(path: string, isKeeping: () => boolean, replace?: Replace): FeedsFileEditor {
  const editor = configFileEditor(path, FEEDS_FILE, isKeeping, replace);
  return {
    version: () => editor.version(),
    entries: async () => readFeedsFile(await readFile(path, 'utf8').catch(() => ''), FEEDS_FILE).feeds,
    async add(feed, version) {
      const done = await editor.edit(version, (text) => {
        const edited = editedText(text, feed);
        return { text: edited, result: acceptedEntry(text, edited, feed) };
      });
      const yaml = feedAsYaml(feed);
      return 'notWritten' in done
        ? { saved: false, why: done.notWritten, yaml, line: null }
        : { saved: true, why: null, yaml, line: done.result.line };
    },
  };
}

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
