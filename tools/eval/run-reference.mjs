/**
 * `npm run eval:reference`: posts the reference articles as raw text to a running Framewatch's POST /api/classify and
 * compares what is decided with an editor's table. Starts one of its own, on data of its own, without feeds.
 * The articles are not part of this repository: FRAMEWATCH_REFERENCE names their folder.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from '../setup.mjs';

const BEAT = 'us-japan-alliance';
const folder = resolve(process.env.FRAMEWATCH_REFERENCE ?? join(root, '../shared/seed-articles'));
const { articles } = JSON.parse(readFileSync(join(root, 'tools/eval/reference-table.json'), 'utf8'));
if (!existsSync(folder)) {
  console.log('The reference articles are copyrighted and not part of this repository.');
  console.log(
    `Name the folder that holds ${Object.keys(articles).length} texts such as ${Object.keys(articles)[0]}.txt in FRAMEWATCH_REFERENCE.`,
  );
  process.exit(2);
}
checkNode();
await ensureInstalled();
await ensureBuilt();

const place = mkdtempSync(join(tmpdir(), 'framewatch-reference-'));
const { address, stop } = await startFramewatch(place);
let mistakes = 0;
try {
  for (const [id, { must, may }] of Object.entries(articles)) {
    const text = readFileSync(join(folder, `${id}.txt`), 'utf8');
    const result = await classify(address, text);
    const yes = result.labels.filter((label) => label.decision === 'yes').map((label) => label.labelId);
    const missing = must.filter((label) => !yes.includes(label));
    const extra = yes.filter((label) => !must.includes(label) && !may.includes(label));
    const mute = yes.filter(
      (label) => !result.evidence.some((item) => item.labelId === label && item.weight > 0),
    );
    const relevant = result.relevance.decision === 'yes';
    mistakes += missing.length + extra.length + mute.length + (relevant ? 0 : 1);
    console.log(
      `\n${id}: ${relevant ? 'relevant' : `NOT RELEVANT (${result.relevance.decision})`} ${result.relevance.score.toFixed(2)}, model ${result.modelVersion}`,
    );
    for (const label of yes) show(label, result, text, must);
    for (const label of missing) console.log(`  MISSING ${label} (${scoreOf(result, label)})`);
    for (const label of extra) console.log(`  NOT EXPECTED ${label}`);
    for (const label of mute) console.log(`  WITHOUT EVIDENCE ${label}`);
  }
} finally {
  await stop();
  rmSync(place, { recursive: true, force: true });
}
console.log(
  mistakes === 0 ? '\nAll as the editor says.' : `\n${mistakes} decisions differ from the editor's.`,
);
process.exit(mistakes === 0 ? 0 : 1);

function show(label, result, text, must) {
  console.log(`  yes ${label} ${scoreOf(result, label)}${must.includes(label) ? '' : ' (may be)'}`);
  const strongest = result.evidence
    .filter((item) => item.labelId === label && item.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { sentence, voice } of strongest.slice(0, 2)) {
    const words = text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ').trim();
    console.log(
      `      “${words.length > 140 ? `${words.slice(0, 140)}…` : words}” ${voice.kind === 'reported' ? `[reported${voice.speaker ? `: ${voice.speaker}` : ''}]` : ''}`,
    );
  }
}

function scoreOf(result, label) {
  const found = result.labels.find((item) => item.labelId === label);
  return found ? `${found.score.toFixed(2)} ${found.decision}` : 'no score';
}

async function classify(address, text) {
  const response = await fetch(`${address}/api/classify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ beat: BEAT, title: '', text }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json();
}

async function startFramewatch(folder) {
  const config = join(folder, 'config');
  mkdirSync(config);
  writeFileSync(join(config, 'feeds.yaml'), 'feeds: []\n');
  writeFileSync(join(config, 'alerts.yaml'), 'rules: []\n');
  writeFileSync(join(config, 'framewatch.yaml'), '{}\n');
  const env = {
    ...process.env,
    PORT: '0',
    FRAMEWATCH_DATA: join(folder, 'data'),
    FRAMEWATCH_CONFIG: config,
    FRAMEWATCH_SEEDS: join(root, 'seeds'),
    FRAMEWATCH_ANNOUNCE: '1',
    DATABASE_URL: '',
    REDIS_URL: '',
  };
  const child = fork(join(root, 'apps/launcher/dist/main.js'), ['start'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const address = await new Promise((done, failed) => {
    child.on('message', (message) => message.ready && done(message.address));
    child.on('exit', (code) => failed(new Error(`Framewatch ended with ${code}.`)));
  });
  await untilModel(address);
  const stop = () => new Promise((done) => child.once('exit', done) && child.kill('SIGTERM'));
  return { address, stop };
}

/** The keeper trains the beat's first model right after the start. */
async function untilModel(address) {
  for (let tries = 0; tries < 600; tries += 1) {
    const beats = await (await fetch(`${address}/api/beats`)).json();
    if (beats.find((beat) => beat.id === BEAT)?.model) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The beat has no model after a minute.');
}
