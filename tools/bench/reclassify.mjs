/**
 * `npm run bench:reclassify [-- --articles=100000]`: a seed edit over stored articles, with everything real but the
 * articles, which are synthetic: PostgreSQL in a temporary folder, the API that keeps the seeds, a worker process.
 * Half way both are killed with SIGKILL and started again. Two charts are asked all the time, and news comes in. At the
 * end it says what it measured, and whether each of the promises held; one that did not makes it fail. Needs the build.
 */
import { existsSync } from 'node:fs';
import { bar, check, minutes } from './reclassify/say.mjs';

const option = (name, usual) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual);
const ARTICLES = option('articles', 100_000);
const NEWS_EVERY_MS = 5_000;
const CHART_PAUSE_MS = 100;
const dist = (file) =>
  new URL(`../../apps/launcher/dist/testing/reclassification/${file}.js`, import.meta.url);
if (!existsSync(dist('house'))) {
  console.error('The launcher is not built yet: run `npx tsc -b` first.');
  process.exit(2);
}
const { archiveRange, loadArchive } = await import(dist('archive'));
const { readCharts, watchCharts } = await import(dist('chart-watch'));
const { BEAT, openHouse } = await import(dist('house'));
const { startNews } = await import('./reclassify/news.mjs');
const { countMistakes, recount } = await import(dist('recount'));

const now = new Date();
const range = { beat: BEAT, ...archiveRange(now) };
console.log(`${ARTICLES} synthetic articles, made up by a pattern. Starting PostgreSQL …`);
const house = await openHouse();
const seconds = (from) => (performance.now() - from) / 1000;
const every = (ms) => new Promise((done) => setTimeout(done, ms));
try {
  await loadArchive(house.store, ARTICLES, now, (stored) => bar('loading', stored, ARTICLES));
  await house.start();

  let began = performance.now();
  const first = await untilModel();
  await untilFacts(first, 'first model');
  const filling = seconds(began);
  console.log(
    `model ${first} over the archive: ${minutes(filling)}, ${(ARTICLES / filling).toFixed(0)} articles/s`,
  );
  const truth = await readCharts(house.address(), range);

  const charts = watchCharts(house.address, range, CHART_PAUSE_MS);
  const news = startNews(house, NEWS_EVERY_MS);
  began = performance.now();
  await house.editSeeds();
  console.log('one frame of the seeds was edited');
  const { second, fell, killedAt, resumedAt, asked } = await follow(first);
  const total = seconds(began);
  const switched = await switchOf(second);
  await news.stop();
  const both = [...truth, ...(await readCharts(house.address(), range))];
  await charts.stop();

  console.log(
    `\n${ARTICLES} articles in ${minutes(total)}, from the edit to the switch, the kill and the start after it within: ${(ARTICLES / total).toFixed(0)} articles/s`,
  );
  console.log(
    `longest answer of a chart: ${charts.longestMs().toFixed(0)} ms of ${charts.answers()} (${charts.refused()} asked while no API ran)`,
  );
  console.log(`longest answer of /api/beats, which tells the progress: ${asked.toFixed(0)} ms`);
  const { slowest, median, count } = await news.latency(first);
  console.log(
    `news meanwhile: ${count} articles, classified by the model in force within ${median.toFixed(1)} s (median), ${slowest.toFixed(1)} s (slowest; the kill within)\n`,
  );
  check(`killed at ${killedAt}, ${resumedAt} when it was back`, resumedAt >= killedAt);
  check('progress never fell', !fell);
  const { twice, lacking } = await countMistakes(house.store);
  check(`articles classified twice by one model: ${twice}`, twice === 0);
  check(`articles that the model in force lacks: ${lacking}`, lacking === 0);
  check(
    `models as charts showed them: ${charts.versions().join(' → ')}`,
    charts.versions().join() === [first, second].join(),
  );
  check(
    `answers with numbers of neither model: ${charts.mixed(both).length}`,
    charts.mixed(both).length === 0,
  );
  for (const version of [first, second])
    check(`charts of ${version} equal a recount of its classifications`, await isTrue(both, version));
  check(
    `old model out of force at ${switched.retired}, new one in force at ${switched.activated}`,
    switched.retired === switched.activated,
  );
  check(
    'news was judged by the model in force first, and by the new one as well',
    await news.isOrdered(first, second),
  );
  const differences = await house.store.trends.verify();
  check(`verify-trends: ${differences.length} differences`, differences.length === 0);
} finally {
  await house.stop();
}

async function untilModel() {
  for (;;) {
    const beat = await house.beat().catch(() => null);
    if (beat?.model) return beat.model.version;
    await every(200);
  }
}

async function untilFacts(version, name) {
  for (;;) {
    const { rows } = await house.store.database.pool.query(
      'select count(*)::int as n from trend_fact f join model m on m.id = f.model_id where m.version = $1',
      [version],
    );
    bar(name, rows[0].n, ARTICLES);
    if (rows[0].n >= ARTICLES) return;
    await every(1_000);
  }
}

/** Follows the progress as the dashboard reads it, kills both processes half way, and goes on until the switch. */
async function follow(first) {
  let [done, fell, killedAt, resumedAt, asked, second] = [0, false, null, null, 0, ''];
  for (;;) {
    const at = performance.now();
    const { model, preparing } = await house.beat();
    asked = Math.max(asked, performance.now() - at);
    if (preparing) {
      second = preparing.version;
      fell ||= preparing.done < done;
      done = preparing.done;
      if (killedAt !== null && resumedAt === null) resumedAt = done;
      bar('re-classifying', done, preparing.total);
      if (killedAt === null && done >= preparing.total / 2) {
        killedAt = done;
        await house.kill();
        console.log('\nSIGKILL to worker and API');
        await house.start();
        console.log('both are started again');
      }
    } else if (model.version !== first && second !== '') return { second, fell, killedAt, resumedAt, asked };
    await every(1_000);
  }
}

async function switchOf(second) {
  const { rows } = await house.store.database.pool.query(
    `select n.activated_at::text as activated, o.retired_at::text as retired from model n
     join model o on o.beat_id = n.beat_id and o.status = 'retired' where n.version = $1 order by o.retired_at desc limit 1`,
    [second],
  );
  return rows[0];
}

async function isTrue(charts, version) {
  const counted = await recount(house.store, version, range.to);
  const numbers = (chart) => charts.find((one) => one.version === version && one.chart === chart).numbers;
  const framing = Object.entries(numbers('framing'));
  return (
    Object.values(numbers('coverage'))[0].join() === counted.coverage.join() &&
    framing.every(([key, [n, of]]) => n === (counted.frames[key] ?? 0) && of === counted.framing)
  );
}
