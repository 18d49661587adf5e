/**
 * `npm run bench:alerts [-- --rounds=12]`: how long an alert takes from the end of the poll that found its article to
 * its delivery at a real receiver, on both queues, without pauses between requests to a host and with the default ones.
 * Each round, every outlet publishes one article and is polled. One worker process with all stages; press, receiver and this program share the machine with it. Needs the build.
 * FRAMEWATCH_TEST_REDIS names the Redis program; without it, it says so and goes on.
 */
import { loadavg } from 'node:os';
import { existsSync } from 'node:fs';

const ROUNDS = Number(process.argv.find((word) => word.startsWith('--rounds='))?.split('=')[1] ?? 12);
const OUTLETS = ['harbor-wire', 'potomac-ledger', 'beacon-nine', 'lantern-street', 'tidewater-center'];
const dist = (path) => new URL(`../../${path}`, import.meta.url);
if (!existsSync(dist('apps/worker/dist/main.js'))) {
  console.error('The worker is not built yet: run `npx tsc -b` first.');
  process.exit(2);
}
const { openNewsroom } = await import(dist('apps/worker/dist/testing/newsroom.js').href);
const { startWorkerProcess } = await import(dist('apps/worker/dist/testing/worker-process.js').href);
const { startTestRedis, testRedisProgram } = await import(dist('libs/testing/dist/index.js').href);

console.log(
  `${ROUNDS} rounds of ${OUTLETS.length} new articles, one an outlet; seconds from the end of the poll to the delivery.`,
);
await both('PostgreSQL');
const program = testRedisProgram();
if (program === undefined) console.log('Redis is left out: FRAMEWATCH_TEST_REDIS names no program.');
else {
  const redis = await startTestRedis(program);
  await both('Redis', redis.url);
  await redis.stop();
}

async function both(queue, redisUrl) {
  await measure(`${queue}, no pauses`, redisUrl, {});
  // One host serves the whole press, so that the five pages of a round wait for each other there, as those of one outlet do.
  await measure(`${queue}, default politeness`, redisUrl, { politeness: {} });
}

async function measure(name, redisUrl, settings) {
  const news = await openNewsroom({ outlets: OUTLETS, historyDays: 1, ...(redisUrl ? { redisUrl } : {}) });
  await news.takeFeeds();
  const worker = await startWorkerProcess(news.variables);
  try {
    await news.settled();
    await news.acceptSettings(settings);
    const begun = new Date();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const outlet of OUTLETS)
        news.press.publish({ outlet, topics: ['host_nation_support'], frames: ['burden_sharing'] });
      await news.poll();
      await news.settled();
    }
    const { rows } = await news.pool.query(
      `select count(*)::int as n, percentile_cont(array[0.5, 0.95, 0.99]) within group (order by s) as p from (
         select extract(epoch from d.sent_at - c.at)::float8 as s
         from delivery d join alert a on a.id = d.alert_id join sighting g on g.article_id = a.article_id
         join lateral (select max(at) as at from feed_check where feed_id = g.feed_id and at >= $1 and at <= d.sent_at) c on true
         where d.state = 'sent' and d.created_at >= $1) x`,
      [begun],
    );
    const [{ n, p }] = rows;
    const [p50, p95, p99] = (p ?? []).map((s) => s.toFixed(2));
    console.log(
      `${name.padEnd(34)}${String(n).padStart(4)} alerts  p50 ${p50}  p95 ${p95}  p99 ${p99}  (machine's load ${loadavg()[0].toFixed(1)})`,
    );
  } finally {
    await worker.stop();
    await news.stop();
  }
}
