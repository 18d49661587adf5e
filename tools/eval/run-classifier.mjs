/**
 * `npm run eval:classifier [-- --only NAME --json OUT]`: measures the classifier on public labelled news texts.
 * The texts belong to their publishers and are no part of this repository.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const corpora = process.env.FRAMEWATCH_CORPORA ?? path.join(root, '../shared/corpora');
const evaluator = path.join(corpora, 'nlp/nlpeval.mjs');
const adapter = path.join(root, 'tools/eval/classifier-adapter.mjs');

if (!existsSync(evaluator)) {
  console.error(`There are no corpora at ${corpora}.
Set FRAMEWATCH_CORPORA to a folder that holds nlp/nlpeval.mjs and its data.
The classifier works without them; they only measure it.`);
  process.exit(2);
}
if (!existsSync(path.join(root, 'libs/classifier/dist/index.js'))) {
  console.error('The classifier is not built yet: run `npx tsc -b libs/classifier libs/seed-loader` first.');
  process.exit(2);
}
const child = spawn(process.execPath, [evaluator, '--adapter', adapter, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
