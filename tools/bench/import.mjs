/**
 * `npm run bench:import [-- --articles=100000]`: an archive of made-up articles through `framewatch import`, out again
 * through `framewatch export`, and that once more into an empty database. Prints articles a second and the most memory
 * that each process took (on Linux). A PostgreSQL of its own, in a temporary folder. Needs the build.
 */
import { fork } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const ARTICLES = Number(
  process.argv.find((word) => word.startsWith('--articles='))?.split('=')[1] ?? 100_000,
);
const program = fileURLToPath(new URL('../../apps/launcher/dist/main.js', import.meta.url));
const databases = new URL('../../apps/launcher/dist/testing/history/databases.js', import.meta.url);
if (!existsSync(program)) {
  console.error('The launcher is not built yet: run `npx tsc -b` first.');
  process.exit(2);
}
const { startDatabases } = await import(databases.href);

const ENGLISH =
  'The two governments said on Tuesday that talks over the costs of the bases would go on. '.split(' ');
const JAPANESE = '日米両政府は在日米軍の駐留経費をめぐる協議を続けると発表した。';

/** One made-up article: about 3,000 letters, every fifth in Japanese, spread over two years. */
function line(n) {
  const japanese = n % 5 === 0;
  const text = japanese
    ? JAPANESE.repeat(40)
    : Array.from({ length: 520 }, (_, at) => ENGLISH[(n * 7 + at * 3) % ENGLISH.length]).join(' ');
  const published = new Date(Date.UTC(2024, 0, 1) + ((n * 631) % (730 * 24 * 60)) * 60_000).toISOString();
  return `${JSON.stringify({ url: `https://press${n % 50}.example/${n}`, title: `Made-up headline ${n}`, text: `${n} ${text}`, published, language: japanese ? 'ja' : 'en', outlet: `Press ${n % 50}` })}\n`;
}

async function run(url, ...args) {
  const began = performance.now();
  const child = fork(program, args, {
    env: { ...process.env, DATABASE_URL: url },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  child.stdout.resume();
  let most = 0;
  const watch = setInterval(() => {
    try {
      most = Math.max(
        most,
        Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0),
      );
    } catch {
      // Ended, or no Linux.
    }
  }, 200);
  const code = await new Promise((done) => child.on('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${args[0].padEnd(7)} ${ARTICLES} articles in ${seconds.toFixed(1)} s: ${(ARTICLES / seconds).toFixed(0)} articles/s, ${(most / 1024).toFixed(0)} MB at most`,
  );
}

const folder = await mkdtemp(join(tmpdir(), 'framewatch-bench-import-'));
const postgres = await startDatabases();
try {
  const [source, first, second] = ['source.jsonl', 'first.jsonl', 'second.jsonl'].map((name) =>
    join(folder, name),
  );
  await pipeline(
    Readable.from(
      (function* () {
        for (let n = 0; n < ARTICLES; n += 1) yield line(n);
      })(),
    ),
    createWriteStream(source),
  );
  console.log(`${(statSync(source).size / 1e6).toFixed(0)} MB of JSONL, synthetic`);
  const one = await postgres.open('one');
  const two = await postgres.open('two');
  await run(one.url, 'import', source, '--country=JP', '--group=newspaper', '--language=en');
  await run(one.url, 'export', '--to', first);
  await run(two.url, 'import', first);
  await run(two.url, 'export', '--to', second);
  const same = readFileSync(first).equals(readFileSync(second));
  console.log(same ? 'Both exports are the same bytes.' : 'The exports differ.');
  if (!same) process.exitCode = 1;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
