/**
 * `npm run eval:feeds [-- --quick]`: reads public feed corpora with our parser and with rss-parser, feedsmith and npm
 * feedparser in the same run, and holds our figures against the bars. The feeds belong to their publishers and are no
 * part of this repository.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const corpora = process.env.FRAMEWATCH_CORPORA ?? path.join(root, '../shared/corpora');
const evaluator = path.join(corpora, 'feeds/feedeval.mjs');
const ours = path.join(root, 'tools/eval/feeds-adapter.mjs');
const peers = ['rss-parser', 'feedsmith', 'feedparser'];
const zones = ['UTC', 'Asia/Kolkata', 'America/New_York'];
const quick = process.argv.includes('--quick');
const bars = [];

if (!existsSync(evaluator)) {
  console.error(`There are no corpora at ${corpora}.
Set FRAMEWATCH_CORPORA to a folder that holds feeds/feedeval.mjs and feeds/feedcorpus.
Without them, \`npm test -w libs/feeds\` reads the feeds that its tests write themselves.`);
  process.exit(2);
}
if (!existsSync(path.join(root, 'libs/feeds/dist/index.js'))) {
  console.error('The feed reader is not built yet: run `npx tsc -b libs/feeds` first.');
  process.exit(2);
}

const scratch = mkdtempSync(path.join(tmpdir(), 'eval-feeds-'));
try {
  const own = evaluate(ours, { args: quick ? ['--no-hostile'] : [] });
  print('Framewatch', own);
  for (const peer of peers) print(peer, evaluate(peerModule(peer), { args: quick ? ['--no-hostile'] : [] }));
  accuracyBars(own);
  for (const zone of zones) dateBars(zone);
  if (!quick) hostileBars(own);
  speedBar();
} finally {
  rmSync(scratch, { recursive: true });
}
report();

function peerModule(name) {
  return path.join(root, `tools/eval/feeds-peers/${name}.mjs`);
}

/** Runs the evaluator over one module in a process of its own; gives its figures and its last lines. */
function evaluate(module, { args = [], zone = 'Asia/Kolkata' }) {
  const json = path.join(scratch, 'figures.json');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [evaluator, module, '--json', json, ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, FEEDEVAL_TZ: zone },
      maxBuffer: 1e8,
    },
  );
  if (status !== 0) throw new Error(`${path.basename(module)}: ${stderr}`);
  return { ...JSON.parse(readFileSync(json, 'utf8')), stdout };
}

function print(name, { cats, tot }) {
  const share = ({ strict, n }) => `${((100 * strict) / n).toFixed(1)} %`;
  const parts = Object.entries(cats).map(([category, figures]) => `${category} ${share(figures)}`);
  console.log(`${name.padEnd(11)} all ${share(tot)} of ${tot.n} files wholly right · ${parts.join(' · ')}`);
}

function bar(what, value, least, unit = '%') {
  bars.push({ what, value, least, unit, met: value >= least });
}

function filesOf(figures, category) {
  const { strict, n } = figures.cats[category];
  return (100 * strict) / n;
}

function accuracyBars(own) {
  const { share, n } = own.cats.real;
  bar('all files', (100 * own.tot.strict) / own.tot.n, 97);
  bar('real: files', filesOf(own, 'real'), 98);
  bar('real: checks', (100 * share) / n, 99.7);
  bar('charset', filesOf(own, 'charset'), 100);
  bar('recover', filesOf(own, 'recover'), 97);
}

function dateBars(zone) {
  for (const [category, least] of [
    ['dates', 99],
    ['dates-exotic', 80],
  ]) {
    const figures = evaluate(ours, { args: ['--category', category], zone });
    bar(`${category}, machine in ${zone}`, filesOf(figures, category), least);
  }
}

function hostileBars(own) {
  const cases = own.log.filter(({ category }) => category === 'hostile');
  const huge = cases.find(({ file }) => file.endsWith('feed-50MB'));
  const others = cases.filter((one) => one !== huge).map(({ ms }) => ms);
  bar('hostile', cases.filter(({ pass }) => pass).length, cases.length, `of ${cases.length}`);
  bar('50 MB: seconds below 5', 5 - huge.ms / 1000, 0, 's');
  bar('50 MB: megabytes below 400', 400 - huge.mb, 0, 'MB');
  bar('other hostile: seconds below 2', 2 - Math.max(...others) / 1000, 0, 's');
}

/** CPU time against rss-parser, in one process, feed by feed in turn. */
function speedBar() {
  const { stdout } = evaluate(ours, { args: ['--category', 'json', '--speed', peerModule('rss-parser')] });
  const line = stdout.split('\n').find((one) => one.startsWith('speed:')) ?? '';
  console.log(line);
  bar('speed, times rss-parser', Number(/([\d.]+) x the reference/.exec(line)?.[1]), 1.6, '×');
}

function report() {
  for (const { what, value, least, unit, met } of bars) {
    console.log(`${met ? 'met   ' : 'MISSED'} ${what}: ${value.toFixed(2)} ${unit} (bar ${least})`);
  }
  process.exitCode = bars.every(({ met }) => met) ? 0 : 1;
}
