import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FileWatch, watchFiles } from './watch-files.ts';

let folder: string;
let watching: FileWatch | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-files-'));
});

afterEach(async () => {
  await watching?.close();
  await rm(folder, { recursive: true });
});

/** Watches, and gives the reports one by one as they come. */
async function reportsOf(paths: string[], pollMs = 1_000): Promise<() => Promise<string[]>> {
  const reports: string[][] = [];
  let wake = () => {};
  watching = await watchFiles(
    paths,
    (changed) => {
      reports.push(changed);
      wake();
    },
    { debounceMs: 50, pollMs, onError: (error) => reports.push([String(error)]) },
  );
  return async () => {
    while (reports.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return reports.shift() ?? [];
  };
}

describe('watchFiles', () => {
  it('reports a file that an editor saves by renaming, again and again', async () => {
    const file = join(folder, 'feeds.yaml');
    await writeFile(file, 'feeds: []\n');
    const next = await reportsOf([file]);
    for (const content of ['one', 'two', 'three']) {
      await writeFile(join(folder, '.feeds.yaml.tmp'), content);
      await rename(join(folder, '.feeds.yaml.tmp'), file);
      expect(await next()).toEqual([file]);
    }
  });

  it('reports files that appear, change and vanish in folders, also in folders made later', async () => {
    const next = await reportsOf([folder]);
    const file = join(folder, 'topics', 'a.yaml');
    await mkdir(join(folder, 'topics'));
    await writeFile(file, 'a');
    expect(await next()).toEqual([file]);
    await appendFile(file, 'b');
    expect(await next()).toEqual([file]);
    await rm(file);
    expect(await next()).toEqual([file]);
  });

  it('reports a file that was not there when the watch began, nor its folder', async () => {
    const file = join(folder, 'later', 'alerts.yaml');
    const next = await reportsOf([file], 100);
    await mkdir(join(folder, 'later'));
    await writeFile(file, 'rules: []\n');
    expect(await next()).toEqual([file]);
  });

  it('takes a burst of writes as one change and passes over what editors keep for themselves', async () => {
    const file = join(folder, 'feeds.yaml');
    const last = join(folder, 'last.yaml');
    const next = await reportsOf([folder]);
    await writeFile(join(folder, '.feeds.yaml.swp'), 'x');
    await writeFile(join(folder, 'feeds.yaml~'), 'x');
    for (let i = 0; i < 20; i++) await appendFile(file, `${i}\n`);
    const first = await next();
    await writeFile(last, 'x');
    const second = await next();
    expect([first, second]).toEqual([[file], [last]]);
  });

  it('goes on after an onChange that fails', async () => {
    const file = join(folder, 'feeds.yaml');
    const errors: unknown[] = [];
    let calls = 0;
    let called = () => {};
    watching = await watchFiles(
      [file],
      () => {
        calls++;
        called();
        throw new Error('no');
      },
      { debounceMs: 20, pollMs: 50, onError: (error) => errors.push(error) },
    );
    for (const content of ['1', '22']) {
      const reported = new Promise<void>((resolve) => (called = resolve));
      await writeFile(file, content);
      await reported;
    }
    expect(calls).toBe(2);
    expect(errors.length).toBeGreaterThan(0);
  });
});
