/**
 * `npm run simulate:politeness`: plays 5,000 feeds on 500 hosts with four workers on a simulated clock, with the
 * product's own stages and a PostgreSQL of its own; checks every request and prints what politeness costs.
 * `-- --only day` plays the scenarios whose name contains the word. Ends with 1 where a rule was broken.
 */
import { checkNode, ensureBuilt, ensureInstalled } from './setup.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt();
const parts = '../apps/worker/dist/testing/politeness';
const { SCENARIOS } = await import(`${parts}/scenarios.js`);
const { simulate } = await import(`${parts}/simulate.js`);
const { checkRun } = await import(`${parts}/check-run.js`);
const { measureRun } = await import(`${parts}/measure-run.js`);

const { startTestPostgres } = await import('../libs/testing/dist/index.js');

const at = process.argv.indexOf('--only');
const only = at === -1 ? '' : (process.argv[at + 1] ?? '');
console.log(
  'Hosts, feeds and their answers are invented; scheduler, gate, polls and database are the product’s.',
);
const postgres = await startTestPostgres();
let broken = 0;
for (const scenario of SCENARIOS.filter(({ name }) => name.includes(only))) {
  const began = Date.now();
  const run = await simulate(scenario, await postgres.createDatabase());
  const breaches = checkRun(run);
  broken += breaches.length;
  show(scenario, run, measureRun(run), breaches, (Date.now() - began) / 1000);
}
await postgres.stop();
process.exit(broken === 0 ? 0 : 1);

function show({ name, sizes, workers, hours }, run, measured, breaches, took) {
  console.log(`\n## ${name}`);
  console.log(
    `${sizes.reduce((a, b) => a + b, 0)} feeds on ${sizes.length} hosts, ${workers} workers, ${hours} h simulated in ${took.toFixed(0)} s`,
  );
  console.log(
    `${measured.polls} polls (${measured.unchanged} unchanged), ${run.polls.length - measured.polls} lost with a worker; ${run.runs.total} jobs, of which ${run.runs.waits} only took a place in their host’s line; at most ${run.runs.mostWaiting} waited for a worker, ${run.runs.mostDelayed} for their time`,
  );
  console.log(
    `worker places in use ${percent(measured.placesInUse)}; the biggest host (${measured.biggestHost.feeds} feeds) used ${percent(measured.biggestHost.utilisation)} of its turns; Jain’s index over hosts in the first minute ${measured.jain.toFixed(3)}`,
  );
  console.log('\nseconds from due to start, really | by the host’s rules alone');
  console.log(
    row(
      'feeds of the host',
      'hosts',
      'polls',
      'median',
      'p95',
      'p99',
      'most',
      '|',
      'median',
      'p95',
      'p99',
      'most',
    ),
  );
  for (const { feeds: size, hosts: n, real, ideal } of measured.bySize)
    console.log(row(size, n, real.polls, ...times(real), '|', ...times(ideal)));
  console.log(
    row('all', sizes.length, measured.all.polls, ...times(measured.all), '|', ...times(measured.ideal)),
  );
  console.log(
    '\nwhat the same polls would wait at other gaps, by the rules alone (a host’s Retry-After left out)',
  );
  console.log(row('gap', '', '', 'median', 'p95', 'p99', 'most'));
  for (const { gapSeconds, delays } of measured.byGap)
    console.log(row(`${gapSeconds} s`, '', '', ...times(delays)));
  const rules = [...new Set(breaches.map(({ rule }) => rule))];
  console.log(
    breaches.length === 0
      ? '\nNo rule broken: gaps, number at once, Retry-After, due times, promptness, order.'
      : `\nBROKEN ${breaches.length}: ${rules.map((rule) => `${rule} ${breaches.filter((breach) => breach.rule === rule).length}`).join(', ')}`,
  );
  for (const { rule, host, at: when, what } of breaches.slice(0, 10))
    console.log(`  ${rule} at ${host}, ${new Date(when).toISOString()}: ${what}`);
}

function times({ median, p95, p99, most }) {
  return [median, p95, p99, most].map((seconds) => seconds.toFixed(1));
}

function row(first, ...cells) {
  return [String(first).padEnd(18), ...cells.map((cell) => String(cell).padStart(cell === '|' ? 3 : 8))].join(
    '',
  );
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
