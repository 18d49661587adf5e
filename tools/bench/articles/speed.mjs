/** Pages a second and core, p95 and memory of each extractor, every one in a process of its own on the same pages. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SOURCES } from './page-sources.mjs';

const EXTRACTORS = {
  Framewatch: '../../eval/extraction-adapter.mjs',
  '@mozilla/readability': '../../eval/extraction-peers/readability.mjs',
  defuddle: '../../eval/extraction-peers/defuddle.mjs',
};
const program = fileURLToPath(new URL('./time-one.mjs', import.meta.url));

console.log('Speed: pages a second of processor time, the pages in memory, after 15 to warm up.\n');
for (const [source, { says, isThere }] of Object.entries(SOURCES)) {
  if (!isThere()) {
    console.log(`${says}: not here, left out.\n`);
    continue;
  }
  const rows = Object.entries(EXTRACTORS).map(([name, module]) => ({ name, ...timeOne(source, module) }));
  console.log(`${says}: ${rows[0].pages} pages, ${rows[0].meanKb.toFixed(0)} KB on average`);
  for (const { name, perSecond, p95, rssMb, failed } of rows) {
    const ratio = rows[0].perSecond / perSecond;
    console.log(
      `  ${name.padEnd(21)} ${perSecond.toFixed(0).padStart(5)} pages/s  p95 ${p95.toFixed(1).padStart(6)} ms  ${rssMb.toFixed(0).padStart(4)} MB  failed ${failed}` +
        (ratio > 1 ? `  Framewatch is ${ratio.toFixed(1)} times as fast` : ''),
    );
  }
  console.log('');
}

function timeOne(source, module) {
  const file = fileURLToPath(new URL(module, import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, source, file], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`${path.basename(file)} on ${source}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
