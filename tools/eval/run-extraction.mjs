/**
 * `npm run eval:extraction [-- --quick]`: reads public corpora of news pages with our extraction and, in the same run,
 * with @mozilla/readability and defuddle on linkedom, and holds our figures against the bars. The pages belong to
 * their publishers and are no part of this repository.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const corpora = process.env.FRAMEWATCH_CORPORA ?? path.join(root, '../shared/corpora');
const evaluator = path.join(corpora, 'extraction/extracteval.mjs');
const ours = path.join(root, 'tools/eval/extraction-adapter.mjs');
const peers = ['readability', 'defuddle'];
const NEWS = 'aeb,fundus80,fundusnews';
const bars = [];

if (!existsSync(evaluator)) {
  console.error(`There are no corpora at ${corpora}.
Set FRAMEWATCH_CORPORA to a folder that holds extraction/extracteval.mjs and extraction/extractcorpus.
Without them, \`npm test -w libs/extraction\` reads the pages that its tests write themselves.`);
  process.exit(2);
}
if (!existsSync(path.join(root, 'libs/extraction/dist/index.js'))) {
  console.error('The extraction is not built yet: run `npx tsc -b libs/extraction` first.');
  process.exit(2);
}

const own = evaluate(ours);
print('Framewatch', own);
if (!process.argv.includes('--quick')) {
  for (const peer of peers) print(peer, evaluate(path.join(root, `tools/eval/extraction-peers/${peer}.mjs`)));
}
textBars(own);
metadataBars(own);
speedBars(evaluate(ours, ['--src', NEWS]));
robustBars();
report();

/** Runs the evaluator over one module; gives its figures. */
function evaluate(module, args = []) {
  return JSON.parse(run(module, ['--json', ...args]));
}

function run(module, args) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [evaluator, module, '--split', 'dev', ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  if (status !== 0) throw new Error(`${path.basename(module)}: ${stderr}`);
  return stdout;
}

function print(name, { bySrc, meta, article, time, fails }) {
  const text = Object.entries(bySrc).map(
    ([source, { f1, f1_std }]) => `${source} ${f1.toFixed(3)} ±${f1_std.toFixed(3)}`,
  );
  const facts = Object.entries(meta).map(([field, { ALL }]) => `${field} ${ALL.acc.toFixed(3)}`);
  console.log(`${name}: F1 ${text.join(' · ')}`);
  console.log(`  pages below .5: ${bySrc['ALL-NEWS'].below50} · ${facts.join(' · ')} · failed ${fails}`);
  console.log(
    `  non-articles rejected ${article?.rejected?.toFixed(3)}, articles kept ${article?.accepted?.toFixed(3)} · ` +
      `${time.pagesPerCpuSecond.toFixed(0)} pages/s/core, p95 ${time.cpuP95Ms.toFixed(1)} ms, ${time.peakRssMb.toFixed(0)} MB`,
  );
}

function atLeast(what, value, least) {
  bars.push({ what, value, bound: `at least ${least}`, met: value >= least });
}

function atMost(what, value, most) {
  bars.push({ what, value, bound: `at most ${most}`, met: value <= most });
}

function textBars({ bySrc, article }) {
  atLeast('text, aeb', bySrc.aeb.f1, 0.975);
  atLeast('text, news pooled', bySrc['ALL-NEWS'].f1, 0.96);
  atMost('news pages below .5', bySrc['ALL-NEWS'].below50, 3);
  atLeast('non-articles rejected', article.rejected, 0.9);
  atLeast('articles kept', article.accepted, 0.97);
}

function metadataBars({ meta }) {
  const least = { title: 0.84, author: 0.74, date: 0.91, lang: 0.97, canonical: 0.97, image: 0.98 };
  for (const [field, bound] of Object.entries(least)) atLeast(field, meta[field].ALL.acc, bound);
}

function speedBars({ time }) {
  atLeast('pages per second and core', time.pagesPerCpuSecond, 200);
  atMost('p95, milliseconds', time.cpuP95Ms, 15);
  atMost('peak memory, MB', time.peakRssMb, 250);
}

function robustBars() {
  const out = run(ours, ['--robust', '--input', 'bytes']);
  const [, pages, cases] = /(\d+)\/\d+ hostile pages passed, (\d+)\/\d+ charset/.exec(out) ?? [];
  console.log(out.trim());
  atLeast('hostile pages of 28', Number(pages), 27);
  atLeast('charset cases of 35', Number(cases), 35);
}

function report() {
  for (const { what, value, bound, met } of bars) {
    console.log(`${met ? 'met   ' : 'MISSED'} ${what}: ${Number(value.toFixed(3))} (${bound})`);
  }
  process.exitCode = bars.every(({ met }) => met) ? 0 : 1;
}
