import { type FSWatcher, type Stats, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface WatchOptions {
  /** Wait until nothing has changed for this long: editors write in several steps. */
  debounceMs?: number;
  /** Look for changes this often even if the system reports none (network drives, mounts in containers). */
  pollMs?: number;
  /** Called where `onChange` threw or rejected; watching goes on. */
  onError: (error: unknown) => void;
}

export interface FileWatch {
  /** Resolves when a running `onChange` has ended; none is called after that. */
  close: () => Promise<void>;
}

type Snapshot = Map<string, string>;

/**
 * Calls `onChange` with the paths of the files that changed, appeared or vanished among these files and folders
 * (folders with everything below them), also where an editor saves by renaming. Paths need not exist yet.
 * Calls never overlap. Resolves when the present state is known, so that every later change counts.
 */
export async function watchFiles(
  paths: readonly string[],
  onChange: (changed: string[]) => void | Promise<void>,
  { debounceMs = 200, pollMs = 1_000, onError }: WatchOptions,
): Promise<FileWatch> {
  let known = await snapshot(paths);
  let closed = false;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const plan = (delay: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(start, delay).unref();
  };
  const start = () => {
    looking ??= look().finally(() => {
      looking = undefined;
      plan(pollMs);
    });
  };
  const look = async () => {
    try {
      if (differences(known, await snapshot(paths)).length > 0) await report();
      if (!closed) events.follow(await foldersOf(paths));
    } catch (error) {
      onError(error);
    }
  };
  const report = async () => {
    const now = await settled(paths, debounceMs);
    const changed = differences(known, now);
    if (closed || changed.length === 0) return;
    known = now;
    await onChange(changed);
  };

  // Events only bring the next look forward; what changed is decided by the look alone.
  const events = folderEvents(() => plan(20));
  events.follow(await foldersOf(paths));
  plan(pollMs);
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      events.follow(new Set());
      await looking;
    },
  };
}

/** The state of the files once two looks in a row agree. */
async function settled(paths: readonly string[], debounceMs: number): Promise<Snapshot> {
  const before = await snapshot(paths);
  await new Promise((resolve) => setTimeout(resolve, debounceMs));
  const after = await snapshot(paths);
  return differences(before, after).length === 0 ? after : settled(paths, debounceMs);
}

/** The system's own events for whichever folders are to be followed. */
function folderEvents(onEvent: () => void): { follow: (folders: ReadonlySet<string>) => void } {
  const watchers = new Map<string, FSWatcher>();
  const add = (folder: string) => {
    const watcher = tryToWatch(folder, onEvent);
    if (!watcher) return;
    watchers.set(folder, watcher);
    watcher.on('close', () => watchers.delete(folder)).on('error', () => watcher.close());
  };
  return {
    follow: (folders) => {
      for (const [folder, watcher] of watchers) if (!folders.has(folder)) watcher.close();
      for (const folder of folders) if (!watchers.has(folder)) add(folder);
    },
  };
}

/** Undefined where the system cannot watch (no more watches, unsupported drive): the regular looks remain. */
function tryToWatch(folder: string, onEvent: () => void): FSWatcher | undefined {
  try {
    return watch(folder, { persistent: false }, onEvent);
  } catch {
    return undefined;
  }
}

/** A rename shows in the folder only, so folders are watched, and of a single file the folder it stands in. */
async function foldersOf(paths: readonly string[]): Promise<Set<string>> {
  const folders = new Set<string>();
  for (const path of paths) {
    const found = await statOf(path);
    if (found?.isDirectory()) for (const folder of await foldersBelow(path)) folders.add(folder);
    else if (await statOf(dirname(path))) folders.add(dirname(path));
  }
  return folders;
}

async function foldersBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => foldersBelow(join(folder, entry.name)));
  return [folder, ...(await Promise.all(nested)).flat()];
}

async function snapshot(paths: readonly string[]): Promise<Snapshot> {
  const files: Snapshot = new Map();
  for (const path of paths) await addTo(files, path);
  return files;
}

async function addTo(files: Snapshot, path: string): Promise<void> {
  const found = await statOf(path);
  if (found?.isFile()) files.set(path, `${found.mtimeMs}:${found.size}:${found.ino}`);
  if (!found?.isDirectory()) return;
  const names = await readdir(path).catch(() => []);
  for (const name of names.filter(isOfInterest)) await addTo(files, join(path, name));
}

/** Hidden files and backups are the editors' own: swap files change at every key stroke. */
function isOfInterest(name: string): boolean {
  return !name.startsWith('.') && !name.endsWith('~');
}

/** Undefined where it is not there, also when it vanishes between two steps. */
async function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch(() => undefined);
}

function differences(before: Snapshot, after: Snapshot): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
