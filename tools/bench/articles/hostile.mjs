/**
 * Time at n and at 2n of pages that are built to cost more than their length. The least of several runs each: what
 * else the machine does only adds. Twice the page should take about twice the time; a square would take four times.
 */
import { extractArticle } from '../../../libs/extraction/dist/index.js';
import { HOSTILE_SHAPES } from '../../../libs/extraction/dist/hostile-shapes.js';

const MOST = 2.8;
/** Below this many milliseconds at 2n the clock says nothing. */
const LEAST_MS = 8;
const RUNS = 7;
/** A ratio that looks bad on a busy machine is measured again, longer, before it is believed. */
const RUNS_IN_DOUBT = 30;
let worse = 0;

console.log('Hostile shapes: milliseconds of processor time at n and 2n, least of several runs\n');
console.log(`  ${'shape'.padEnd(44)}${'n'.padStart(9)}${'at n'.padStart(9)}${'at 2n'.padStart(9)}  ratio`);
// What the first pages cost is the compiler's.
for (const [, build, n] of HOSTILE_SHAPES) timeOnce(build(n / 20));
for (const [name, build, n] of HOSTILE_SHAPES) {
  let [once, twice] = leastTimes(build, n, RUNS);
  if (isWorse(once, twice)) [once, twice] = leastTimes(build, n, RUNS_IN_DOUBT);
  const grows = isWorse(once, twice);
  if (grows) worse += 1;
  console.log(
    `  ${name.padEnd(44)}${String(n).padStart(9)}${once.toFixed(1).padStart(9)}${twice.toFixed(1).padStart(9)}  ${(twice / once).toFixed(1)}${grows ? '  WORSE THAN n log n' : ''}`,
  );
}
console.log(
  `\n  ${HOSTILE_SHAPES.length} shapes, ${worse} that take more than ${MOST} times as long at twice the length\n`,
);
process.exitCode = worse === 0 ? 0 : 1;

function isWorse(once, twice) {
  return twice >= LEAST_MS && twice / once > MOST;
}

/** At n and at 2n by turns, so that both see the same machine. */
function leastTimes(build, n, runs) {
  const pages = [build(n), build(2 * n)];
  const least = [Infinity, Infinity];
  for (let run = 0; run < runs; run += 1)
    pages.forEach((html, i) => {
      least[i] = Math.min(least[i], timeOnce(html));
    });
  return least;
}

function timeOnce(html) {
  globalThis.gc?.();
  const before = process.cpuUsage();
  extractArticle(html, {
    url: 'https://news.example.com/2026/05/03/plan',
    contentType: 'text/html',
    seenAt: '2026-05-04T00:00:00Z',
  });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
