/**
 * `npm run bench:articles [-- speed|memory|sameness|hostile …] [--pages=50000]`: how fast pages become articles, next
 * to @mozilla/readability and defuddle on linkedom in the same run; whether memory stays flat over 50,000 pages through
 * the worker's own pool; how fast copies and stories are found; whether hostile pages cost more than their length.
 * Pages are synthetic and the local press's; of `FRAMEWATCH_CORPORA` also real ones, where it is there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const PARTS = ['speed', 'memory', 'sameness', 'hostile'];
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const unknown = asked.find((word) => !PARTS.includes(word));

if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; the parts are ${PARTS.join(', ')}.`);
  process.exit(2);
}
for (const lib of ['extraction', 'dedup', 'testing']) {
  if (existsSync(here(`../../libs/${lib}/dist/index.js`))) continue;
  console.error(`libs/${lib} is not built yet: run \`npx tsc -b\` first.`);
  process.exit(2);
}

let failed = false;
for (const part of asked.length > 0 ? asked : PARTS) {
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', here(`./articles/${part}.mjs`), ...options],
    { stdio: 'inherit' },
  );
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
