/** `node time-one.mjs SOURCE MODULE`: times one extractor over one source of pages; prints its figures as JSON. */
import { pathToFileURL } from 'node:url';
import { SOURCES } from './page-sources.mjs';

const [source, module] = process.argv.slice(2);
const { log } = console;
// Peers talk on the console.
for (const way of ['log', 'warn', 'info', 'error', 'debug']) console[way] = () => undefined;
const { extract } = await import(pathToFileURL(module).href);
const pages = await SOURCES[source].load();
const WARM = 15;
let failed = 0;

for (let i = 0; i < WARM; i += 1) await run(pages[(i * 7) % pages.length]);
failed = 0;
const times = [];
for (const page of pages) {
  const before = process.cpuUsage();
  await run(page);
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1_000);
}
times.sort((a, b) => a - b);
const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
log(
  JSON.stringify({
    pages: pages.length,
    meanKb: pages.reduce((sum, { html }) => sum + html.length, 0) / pages.length / 1_000,
    perSecond: 1_000 / mean,
    p95: times[Math.floor(times.length * 0.95)],
    rssMb: process.resourceUsage().maxRSS / 1_024,
    failed,
  }),
);
process.exit(0);

async function run({ html, url, contentType }) {
  try {
    await extract(html, { url, contentType });
  } catch {
    failed += 1;
  }
}
