/**
 * `npm run bench:classifier [-- speed|length|memory|training …]`: how many articles a second one core classifies, next
 * to naive keyword matching; whether twice the text takes twice the time, hostile text included; whether memory stays
 * flat over 100,000 articles; how long training and learning from a correction take. The texts are made of the
 * sentences of the shipped gold set, which were written for testing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const PARTS = ['speed', 'length', 'memory', 'training'];
const asked = process.argv.slice(2);
const unknown = asked.find((word) => !PARTS.includes(word));

if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; the parts are ${PARTS.join(', ')}.`);
  process.exit(2);
}
for (const lib of ['classifier', 'seed-loader']) {
  if (existsSync(here(`../../libs/${lib}/dist/index.js`))) continue;
  console.error(`libs/${lib} is not built yet: run \`npx tsc -b\` first.`);
  process.exit(2);
}

let failed = false;
for (const part of asked.length > 0 ? asked : PARTS) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', here(`./classifier/${part}.mjs`)], {
    stdio: 'inherit',
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
