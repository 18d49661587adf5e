/**
 * Resident memory over 50,000 extractions through the pool that the worker uses, in threads with the worker's limits.
 * A line is laid through the means of blocks (samples next to each other are not independent; blocks nearly are).
 */
import { createExtractionPool } from '../../../libs/extraction/dist/index.js';
import { pressPages } from './press-pages.mjs';
import { syntheticPages } from './synthetic-pages.mjs';
import { slopeOf } from './slope.mjs';

const total = Number(/--pages=(\d+)/.exec(process.argv.slice(2).join(' '))?.[1] ?? 50_000);
const EVERY = 100;
const BLOCKS = 40;
/** Until here heaps grow to their working size. */
const warm = total / 5;
const press = (await pressPages(400)).pages;
const encoder = new TextEncoder();
const pages = [
  ...press,
  ...syntheticPages(100, 5).map(({ html, url }) => ({ html: encoder.encode(html), url })),
];
const pool = createExtractionPool({ threads: 2, timeoutMs: 15_000, maxOldGenerationMb: 256 });
const samples = [];
const kinds = new Map();
let sent = 0;
let done = 0;
const started = process.cpuUsage();

console.log(
  `Memory: ${total} extractions through the pool, two threads, 400 press pages and 100 synthetic ones in turn.`,
);
await Promise.all(Array.from({ length: 4 }, feed));
report();
await pool.close();

async function feed() {
  while (sent < total) {
    const { html, url, contentType } = pages[(sent * 7) % pages.length];
    sent += 1;
    const { kind } = await pool.extract(html, { url, contentType });
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    done += 1;
    if (done % EVERY === 0) samples.push({ done, mb: process.memoryUsage.rss() / 1e6 });
    if (done % (total / 10) === 0)
      console.log(`  after ${done} pages ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
  }
}

function report() {
  const { user, system } = process.cpuUsage(started);
  const settled = samples.filter((sample) => sample.done > warm);
  const size = settled.length / BLOCKS;
  const blocks = Array.from({ length: BLOCKS }, (_, i) =>
    settled.slice(Math.floor(i * size), Math.floor((i + 1) * size)),
  );
  const { slope, halfWidth } = slopeOf(
    blocks.map((block) => [mean(block.map((s) => s.done)) / 10_000, mean(block.map((s) => s.mb))]),
  );
  const flat = slope - halfWidth <= 0 || slope + halfWidth < 1;
  console.log(
    `  ${[...kinds].map(([kind, n]) => `${kind} ${n}`).join(', ')}; ${(done / ((user + system) / 1e6)).toFixed(0)} pages/s of processor time, copying to and from threads included`,
  );
  console.log(
    `  slope after the first ${warm}: ${slope.toFixed(2)} ± ${halfWidth.toFixed(2)} MB per 10,000 pages (95 %); mean ${mean(settled.map((s) => s.mb)).toFixed(0)} MB, most ${Math.max(...samples.map((s) => s.mb)).toFixed(0)} MB: ${flat ? 'flat' : 'GROWS'}\n`,
  );
  process.exitCode = flat ? 0 : 1;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
