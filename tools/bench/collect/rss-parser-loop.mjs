/** rss-parser alone: parseURL for each address, so many at once; nothing is stored. Addresses come over IPC. */
import { createRequire } from 'node:module';

const Parser = createRequire(new URL('../../../libs/feeds/package.json', import.meta.url))('rss-parser');
const parser = new Parser({ defaultRSS: 2 });

process.on('disconnect', () => process.exit(0));
process.on('message', (task) => void readAll(task));

async function readAll({ urls, concurrency }) {
  const before = process.cpuUsage();
  const began = performance.now();
  const left = [...urls];
  let entries = 0;
  const run = async () => {
    for (let url = left.pop(); url !== undefined; url = left.pop())
      entries += (await parser.parseURL(url)).items.length;
  };
  await Promise.all(Array.from({ length: concurrency }, run));
  const { user, system } = process.cpuUsage(before);
  process.send({ seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6, entries });
}

process.send({ ready: true });
