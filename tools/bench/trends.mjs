/**
 * `npm run bench:trends [-- --articles=1000000 --runs=40 --folder=data/bench-trends-1000000 --without-bodies]`: charts,
 * lists and searches over a made-up archive, asked of the real API over HTTP, on the database that `npm start` brings
 * along. The archive is synthetic and made by a pattern; it is loaded once and stays in its folder. No question is asked
 * twice in the same words. The naive SQL of each chart runs on the same data in the same run. Needs the build.
 */
import { existsSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bar, minutes } from './reclassify/say.mjs';
import { chartKinds } from './trends/charts.mjs';
import { head, line, measure, row } from './trends/measure.mjs';
import { naiveChart } from './trends/naive.mjs';
import { pageKinds } from './trends/pages.mjs';
import { searchKinds } from './trends/searches.mjs';

const COLUMNS = ['', 'p50', 'p95', 'p99', 'processor of the API', 'KB'];

const option = (name, usual) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual;
const articles = Number(option('articles', argumentAfter('--articles') ?? 1_000_000));
const runs = Number(option('runs', 40));
const naiveRuns = Number(option('naive', 1));
const only = option('only', 'charts,pages,search').split(',');
// Ten million bodies would be sixty gigabytes.
const bodies = articles <= 2_000_000 && !process.argv.includes('--without-bodies');
const folder = option('folder', `data/bench-trends-${articles}`);
const size = { articles, outlets: 500, days: 730, bodies };

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = (file) => new URL(`../../apps/launcher/dist/testing/${file}.js`, import.meta.url);
if (!existsSync(dist('archive/open-archive'))) {
  console.error('The launcher is not built yet: run `npx tsc -b` first.');
  process.exit(2);
}
const { BEAT, openArchive } = await import(dist('archive/open-archive'));
const { endProcess, makeWorkplace, removeFolder, startProgram } = await import(dist('product'));

console.log(
  `${articles} synthetic articles of ${size.outlets} outlets over two years, made up by a pattern; ${cpus().length} processors.`,
);
const archive = await openArchive(folder, size, join(root, 'seeds'), console.log, (done) =>
  bar('loading', done, articles),
);
if (archive.loadedSeconds !== null) console.log(`loaded in ${minutes(archive.loadedSeconds)}`);
const workplace = await makeWorkplace({
  'feeds.yaml': 'feeds: []\n',
  'alerts.yaml': 'rules: []\n',
  'framewatch.yaml': 'synthetic: true\n',
});
// The model in force is the archive's: seeds of another version would be classified anew, which is another benchmark.
const env = { ...workplace.env, DATABASE_URL: archive.url };
let api = await start();
try {
  const ask = async (path) => {
    const began = performance.now();
    const response = await fetch(`${api.address}${path}`);
    const text = await response.text();
    const ms = performance.now() - began;
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return { ms, bytes: text.length, json: () => JSON.parse(text) };
  };
  const about = { beat: BEAT, end: archive.end, days: size.days };
  if (only.includes('charts')) await benchCharts(ask, about);
  if (only.includes('pages')) await benchPages(ask, about);
  if (only.includes('search') && bodies) await benchSearch(ask, about);
} finally {
  await endProcess(api.process);
  await archive.stop();
  await removeFolder(workplace.folder);
}

async function start() {
  const program = startProgram('api', [], env);
  return { process: program.process, address: await program.ready };
}

async function benchCharts(ask, about) {
  const kinds = chartKinds(about);
  console.log('\nThe first chart after the API was started (it reads its days then), milliseconds:');
  for (const kind of kinds.filter(({ first }) => first)) {
    await endProcess(api.process);
    api = await start();
    const [first, again] = [await ask(kind.path(0)), await ask(kind.path(1))];
    console.log(`${kind.name}: ${first.ms.toFixed(0)}, another range after it: ${again.ms.toFixed(0)}`);
  }
  say(`Charts of one beat over two years`);
  console.log(head([...COLUMNS, 'naive SQL', 'times']));
  for (const kind of kinds) {
    const result = await measure(ask, kind.path, runs, api.process.pid);
    const naive = naiveRuns > 0 ? await naiveChart(archive, kind.query, naiveRuns) : null;
    console.log(line(Object.values(row(kind.name, result, naive))));
  }
}

function benchPages(ask, about) {
  return benchKinds('What the Overview page asks besides, and lists', pageKinds(about), ask);
}
function benchSearch(ask, about) {
  return benchKinds('Full-text search, each with its exact total', searchKinds(about), ask);
}

async function benchKinds(what, kinds, ask) {
  say(what);
  console.log(head(COLUMNS));
  for (const kind of kinds)
    console.log(
      line(Object.values(row(kind.name, await measure(ask, kind.path, runs, api.process.pid), null))),
    );
}

/** Processes that wait for a processor make every time longer; the processor's own time less so. */
function say(what) {
  const waiting = loadavg()[0].toFixed(1);
  console.log(
    `\n${what}, ${runs} askings each, milliseconds at the API (load ${waiting} on ${cpus().length} processors):`,
  );
}

function argumentAfter(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
