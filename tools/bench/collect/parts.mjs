/** What all sides of bench:collect share: the press, and processor time of processes that are not ours. */
import { fork, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** Starts the press; gives the feeds' addresses and a way to publish. */
export async function startPress(feeds, hosts) {
  const child = fork(here('./feed-press.mjs'), [String(feeds), String(hosts)]);
  const { ports } = await message(child);
  return {
    urls: Array.from({ length: feeds }, (_, i) => `http://127.0.0.1:${ports[i % ports.length]}/feed/${i}`),
    async publish(order) {
      child.send(order);
      await message(child);
    },
    stop: () => child.kill(),
  };
}

export const message = (child) =>
  new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`a process of the bench ended with ${code}`)));
  });

/** Seconds of processor time of a process, and of its children dead or alive; null where /proc is missing. */
export function cpuSeconds(pid) {
  try {
    const fields = statOf(pid);
    const own = (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / 100;
    return own + childrenOf(pid).reduce((sum, child) => sum + (cpuSeconds(child) ?? 0), 0);
  } catch {
    return null;
  }
}

const statOf = (pid) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');

function childrenOf(pid) {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return statOf(name)[1] === String(pid);
    } catch {
      return false;
    }
  });
}

/** Whether a program is installed. */
export const isInstalled = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
