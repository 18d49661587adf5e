/**
 * `npm run eval:sameness [-- --seeds 31,32,33 --days 30 --show 10]`: how well copies and stories are found, on the local
 * press (synthetic; it knows the truth) and on hand-made hard pairs. Exits with 1 below a bar.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

if (!existsSync(fileURLToPath(new URL('../../libs/dedup/dist/index.js', import.meta.url)))) {
  console.error('The dedup library is not built yet: run `npx tsc -b libs/dedup libs/testing` first.');
  process.exit(2);
}
const { evaluateHardPairs, evaluatePress, warmUp } = await import('./sameness/evaluate.mjs');

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '31,32,33' },
    days: { type: 'string', default: '30' },
    show: { type: 'string', default: '5' },
  },
});
const show = Number(values.show);
const failures = [];
await warmUp();
for (const seed of values.seeds.split(','))
  failures.push(...(await evaluatePress(Number(seed), Number(values.days), show)));
failures.push(...evaluateHardPairs());
console.log(failures.length === 0 ? '\nEvery bar is met.' : `\nBelow the bar:\n  ${failures.join('\n  ')}`);
process.exitCode = failures.length === 0 ? 0 : 1;
