import { type ChildProcess, execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Status } from '@framewatch/contracts';
import { waitFor } from '@framewatch/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endOf, endProcess, makeWorkplace, removeFolder, startEmbedded } from './testing/product.ts';

const FILES = {
  'feeds.yaml':
    'feeds:\n  - { url: "http://127.0.0.1:9/nobody", outlet: Nobody, country: JP, language: en, group: wire }\n',
  'alerts.yaml': 'rules: []\n',
  'framewatch.yaml': 'allowAddresses: ["127.0.0.1:9"]\n',
};

const status = async (address: string): Promise<Status> =>
  (await (await fetch(`${address}/api/status`)).json()) as Status;
const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/api/ready`).then(
    (r) => r.status === 200,
    () => false,
  );

/** Processes below one, whatever their depth. */
function childrenOf(pid: number): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (of: number): number[] =>
    pairs.filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

const postmasterPid = async (folder: string): Promise<number> =>
  Number((await readFile(join(folder, 'data/postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);

describe('npm start', () => {
  let place: Awaited<ReturnType<typeof makeWorkplace>>;
  let started: ChildProcess[] = [];

  const start = async (env: NodeJS.ProcessEnv = {}) => {
    const running = await startEmbedded({ ...place.env, ...env });
    started.push(running.process);
    return running;
  };

  beforeEach(async () => {
    place = await makeWorkplace(FILES);
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((process) => endProcess(process)));
    await removeFolder(place.folder);
  });

  it('answers on loopback, says that no feed can be reached, and stops cleanly', async () => {
    const running = await start();
    expect(new URL(running.address).hostname).toBe('127.0.0.1');
    expect(await answers(running.address)).toBe(true);
    await waitFor('the only feed to have been tried', async () => (await status(running.address)).offline);
    const ended = endOf(running.process);
    running.process.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(await answers(running.address)).toBe(false);
  });

  it('takes a free port where its own is taken', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    try {
      const running = await start({ PORT: String(port) });
      expect(new URL(running.address).port).not.toBe(String(port));
      expect(await answers(running.address)).toBe(true);
    } finally {
      other.close();
    }
  });

  it('refuses a second start on the same data and leaves the first alone', async () => {
    const first = await start();
    await expect(startEmbedded(place.env)).rejects.toThrow(/already running .* at http:\/\/127\.0\.0\.1/s);
    expect(await answers(first.address)).toBe(true);
  });

  it('recovers by itself from the death of worker, API and database', async () => {
    const running = await start();
    for (const pid of childrenOf(running.process.pid ?? 0)) process.kill(pid, 'SIGKILL');
    await waitFor('worker and API to come back', () => answers(running.address));
    process.kill(await postmasterPid(place.folder), 'SIGKILL');
    await waitFor('the database to be gone', async () => !(await answers(running.address)));
    await waitFor('the database to come back', () => answers(running.address));
    await waitFor('the queue to run again', async () => (await status(running.address)).feeds.checked === 1);
  });

  it.each([
    ['the launcher alone', false],
    ['every process, the database included', true],
  ])('starts again after kill -9 of %s', async (_what, all) => {
    const first = await start();
    const below = childrenOf(first.process.pid ?? 0);
    const database = await postmasterPid(place.folder);
    await endProcess(first.process, 'SIGKILL');
    if (all) for (const pid of [...below, database]) killIfThere(pid);
    const second = await start();
    expect(await answers(second.address)).toBe(true);
  });
});

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself when its parent did.
  }
}
