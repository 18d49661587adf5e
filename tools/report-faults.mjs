/** Runs the fault test and prints, for each kind of fault, what was sent and what the product did: `npm run report:faults`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'framewatch-faults-'));
const file = join(folder, 'rows.jsonl');
const run = spawnSync(
  process.execPath,
  ['tools/jest.mjs', '--config', 'jest.int.mjs', '--runInBand', '--silent', 'feed-faults'],
  { env: { ...process.env, FRAMEWATCH_FAULT_REPORT: file }, stdio: ['ignore', 'ignore', 'inherit'] },
);
const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
rmSync(folder, { recursive: true });

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
const rows = lines.map((line) => JSON.parse(line));
const table = [
  '| # | fault | what was sent | what the product did |',
  '|---|---|---|---|',
  ...rows.map(({ kind, sent, did }, i) => `| ${i + 1} | ${cell(kind)} | ${cell(sent)} | ${cell(did)} |`),
].join('\n');
console.log(table);
console.log(
  `\n${rows.length} kinds of fault; ${run.status === 0 ? 'every expectation met' : 'NOT every expectation met, see above'}.`,
);

if (process.argv.includes('--write') && run.status === 0) {
  const head = readFileSync('docs/faults.md', 'utf8').split('<!-- rows -->')[0];
  writeFileSync('docs/faults.md', `${head}<!-- rows -->\n\n${table}\n`);
}
process.exit(run.status ?? 1);
