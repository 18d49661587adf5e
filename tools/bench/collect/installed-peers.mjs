/** Readers that a system has installed: each reads all addresses once per round, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The peers with what each does not do, and how it is run; `prepare` writes its configuration. */
export const PEERS = [
  {
    name: 'newsboat',
    program: 'newsboat',
    limits:
      'asks conditionally and stores entries in SQLite; no pace per host, no rhythm, no record of polls',
    prepare(folder, urls, concurrency) {
      writeFileSync(join(folder, 'urls'), `${urls.join('\n')}\n`);
      writeFileSync(join(folder, 'config'), `reload-threads ${concurrency}\n`);
      return `newsboat -q -C ${folder}/config -u ${folder}/urls -c ${folder}/cache.db -x reload`;
    },
  },
  {
    name: 'sfeed_update',
    program: 'sfeed_update',
    limits:
      'a curl and a parser process for each feed, into text files; never asks conditionally, no pace per host',
    prepare(folder, urls, concurrency) {
      const feeds = urls.map((url, i) => `  feed "f${i}" "${url}"`).join('\n');
      mkdirSync(join(folder, 'feeds'));
      writeFileSync(
        join(folder, 'sfeedrc'),
        `sfeedpath="${folder}/feeds"\nmaxjobs=${concurrency}\nfeeds() {\n${feeds}\n}\n`,
      );
      return `sfeed_update ${folder}/sfeedrc`;
    },
  },
];

/** One round; seconds on the clock and of processor time, with those of its children. Throws where it fails. */
export function runPeer(command) {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `${command} >/dev/null 2>&1; s=$?; times; exit $s`],
    { encoding: 'utf8' },
  );
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  const times = [...stdout.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
  );
  return { seconds, cpu: times.reduce((a, b) => a + b, 0) };
}
