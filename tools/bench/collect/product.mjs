/** Our side: real worker processes on the real queue, with the product's stages, against the press. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cpuSeconds, message } from './parts.mjs';

const dist = (path) => new URL(`../../../${path}`, import.meta.url);
const { openNewsroom } = await import(dist('apps/worker/dist/testing/newsroom.js'));

/** Opens a newsroom on PostgreSQL, or with Redis as its queue, with the press's feeds and so many worker processes. */
export async function openProduct({ urls, workers, stages, redisUrl }) {
  const room = await openNewsroom({ outlets: [], historyDays: 0, ...(redisUrl ? { redisUrl } : {}) });
  const pace = { gapSeconds: 0, concurrent: 16 };
  await room.acceptSettings({ allowAddresses: ['127.0.0.1'], politeness: { hosts: { '127.0.0.1': pace } } });
  await room.store.feeds.syncFromConfig(
    urls.map((url) => ({ url, outlet: 'Bench', country: 'JP', language: 'en', group: 'newspaper', line: 1 })),
    new Date(),
  );
  await room.pool.query("update feed set next_check_at = 'infinity'");
  const variables = { ...process.env, ...room.variables, ...(stages ? { FRAMEWATCH_STAGES: stages } : {}) };
  const children = await Promise.all(Array.from({ length: workers }, () => startWorker(variables)));
  const { rows } = await room.pool.query(
    "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid",
  );
  const sum = (pids) => pids.reduce((total, pid) => total + (cpuSeconds(pid) ?? Number.NaN), 0);
  return {
    pool: room.pool,
    cpu: () => ({ workers: sum(children.map(({ pid }) => pid)), database: sum([rows[0].pid]) }),
    /** Makes all feeds due at once and waits until each was polled; seconds from the one to the other. */
    pollAll: () => pollAll(room.pool),
    commits: () => commits(room.pool),
    async stop() {
      await Promise.all(children.map(stopChild));
      await room.stop();
    },
  };
}

async function startWorker(variables) {
  const child = fork(fileURLToPath(dist('apps/worker/dist/main.js')), { env: variables, execArgv: [] });
  await message(child);
  return child;
}

function stopChild(child) {
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

async function pollAll(pool) {
  const { rows } = await pool.query(
    'with due as (update feed set next_check_at = now(), next_check_reason = null returning 1) select now() as at, count(*)::int as feeds from due',
  );
  const { at, feeds } = rows[0];
  for (;;) {
    const { rows: done } = await pool.query(
      'select count(*)::int as polled, max(at) as last from feed_check where at >= $1',
      [at],
    );
    if (done[0].polled >= feeds) return (done[0].last.getTime() - at.getTime()) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function commits(pool) {
  await pool.query('select pg_stat_force_next_flush()');
  const { rows } = await pool.query(
    'select sum(xact_commit)::int as n from pg_stat_database where datname = current_database()',
  );
  return rows[0].n;
}
