/**
 * `npm run bench:collect [-- --feeds=500]`: feeds a second, first whole, then unchanged, then with new entries in every
 * tenth; our workers on both queues next to rss-parser alone and to readers that are installed, on one local press in one
 * run. Then a burst: 100 new articles of one feed, from the end of its poll to the last classification. Needs the build.
 * FRAMEWATCH_TEST_REDIS names the Redis program; without it, and for a peer that is missing, it says so and goes on.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PEERS, runPeer } from './collect/installed-peers.mjs';
import { isInstalled, message, startPress } from './collect/parts.mjs';

const CONCURRENCY = 16;
const HOSTS = 50;
const ROUNDS = ['first', 'unchanged', 'every tenth new'];
const option = (name, usual) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const FEEDS = option('feeds', 500);
const WORKERS = option('workers', 2);
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
if (!existsSync(here('../../apps/worker/dist/main.js'))) {
  console.error('The worker is not built yet: run `npx tsc -b` first.');
  process.exit(2);
}
const { openProduct } = await import('./collect/product.mjs');
const { startTestRedis, testRedisProgram } = await import('../../libs/testing/dist/index.js');

console.log(
  `${FEEDS} feeds with 20 entries on ${HOSTS} loopback hosts that ask for no pause; ${CONCURRENCY} at once.`,
);
console.log('The press is a process of its own; its work is nobody’s.\n');
const rows = [];
const measured = async (name, round, run) => {
  const { seconds, cpu, note } = await run();
  rows.push({ name, round, seconds, cpu });
  console.log(
    `${name.padEnd(26)}${round.padEnd(18)}${(FEEDS / seconds).toFixed(0).padStart(6)} feeds/s${((cpu / FEEDS) * 1000).toFixed(2).padStart(9)} ms CPU a feed${note ? `  ${note}` : ''}`,
  );
};

await ours('Framewatch, PostgreSQL');
const redisProgram = testRedisProgram();
if (redisProgram === undefined) console.log('Redis is left out: FRAMEWATCH_TEST_REDIS names no program.');
else {
  const redis = await startTestRedis(redisProgram);
  await ours('Framewatch, Redis', redis.url);
  await redis.stop();
}
await withPress(async (press) => {
  const child = fork(here('./collect/rss-parser-loop.mjs'));
  await message(child);
  await rounds(press, 'rss-parser alone', async () => {
    child.send({ urls: press.urls, concurrency: CONCURRENCY });
    return message(child);
  });
  child.kill();
});
console.log('  rss-parser alone: never asks conditionally, decodes no charset, stores nothing');
for (const { name, program, limits, prepare } of PEERS) {
  if (!isInstalled(program)) {
    console.log(`${name} is not installed (Debian: apt-get install ${program.split('_')[0]}); left out.`);
    continue;
  }
  const folder = mkdtempSync(join(tmpdir(), 'framewatch-bench-'));
  await withPress(async (press) => {
    const command = prepare(folder, press.urls, CONCURRENCY);
    await rounds(press, name, () => runPeer(command));
  });
  rmSync(folder, { recursive: true, force: true });
  console.log(`  ${name}: ${limits}`);
}
ratios();
await burst('PostgreSQL');
if (redisProgram !== undefined) {
  const redis = await startTestRedis(redisProgram);
  await burst('Redis', redis.url);
  await redis.stop();
}

async function withPress(run, feeds = FEEDS, hosts = HOSTS) {
  const press = await startPress(feeds, hosts);
  try {
    await run(press);
  } finally {
    press.stop();
  }
}

async function rounds(press, name, run) {
  for (const round of ROUNDS) {
    if (round === 'every tenth new') await press.publish({ publish: 2, every: 10 });
    await measured(name, round, run);
  }
}

function ours(name, redisUrl) {
  return withPress(async (press) => {
    const product = await openProduct({
      urls: press.urls,
      workers: WORKERS,
      stages: 'schedule-polls,poll-feed',
      redisUrl,
    });
    await rounds(press, name, async () => {
      const before = product.cpu();
      const commits = await product.commits();
      const seconds = await product.pollAll();
      const after = product.cpu();
      const done = (await product.commits()) - commits;
      const database = after.database - before.database;
      const workers = after.workers - before.workers;
      const note = `of it PostgreSQL ${((database / FEEDS) * 1000).toFixed(2)}; ${(done / FEEDS).toFixed(1)} commits a feed`;
      return { seconds, cpu: workers + database, note };
    });
    await product.stop();
  });
}

function ratios() {
  console.log(
    '\nTimes as fast as rss-parser alone (in brackets: processor time a feed, as a multiple of its own)',
  );
  const base = (round) => rows.find((row) => row.name === 'rss-parser alone' && row.round === round);
  for (const name of new Set(rows.map((row) => row.name)))
    console.log(
      name.padEnd(26) +
        rows
          .filter((row) => row.name === name)
          .map(
            (row) =>
              `${row.round} ${(base(row.round).seconds / row.seconds).toFixed(2)} (${(row.cpu / base(row.round).cpu).toFixed(2)})`,
          )
          .join('   '),
    );
}

async function burst(name, redisUrl) {
  const ARTICLES = 100;
  await withPress(
    async (press) => {
      const product = await openProduct({ urls: press.urls, workers: 1, redisUrl });
      await product.pollAll();
      await settled(product.pool);
      await press.publish({ publish: ARTICLES, of: 0 });
      const commits = await product.commits();
      await product.pollAll();
      await settled(product.pool);
      const { rows: found } = await product.pool.query(
        `select count(*)::int as articles, extract(epoch from max(c.created_at) - min(p.at))::float as last,
           extract(epoch from percentile_cont(0.5) within group (order by c.created_at - p.at))::float as median
         from (select max(at) as at from feed_check) p, classification c join article a on a.id = c.article_id where a.is_news`,
      );
      const { articles, last, median } = found[0];
      console.log(
        `\nBurst on ${name}, one worker, all stages: ${articles} new articles classified ${last.toFixed(1)} s after the poll’s end (half of them after ${median.toFixed(1)} s), ${(((await product.commits()) - commits) / articles).toFixed(0)} commits an article`,
      );
      await product.stop();
    },
    1,
    1,
  );
}

async function settled(pool) {
  for (;;) {
    const { rows: left } = await pool.query(
      "select count(*)::int as n from article where fate in ('found', 'read', 'grouped')",
    );
    if (left[0].n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
