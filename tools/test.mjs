/**
 * `npm test`: every tier in turn, counted from the runs themselves. What needs Redis or Chromium runs when they are
 * there, and otherwise is left out with one line that says how to get it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './setup.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt();

const redis = find(['redis-server']);
const chromium = process.env.CHROMIUM ?? find(['chromium', 'chromium-browser', 'google-chrome']);
if (!redis)
  console.log(
    'Left out: what needs Redis. To run it too, install redis-server (Debian: apt-get install redis-server).',
  );
if (!chromium)
  console.log(
    'Left out: what needs a browser. To run it too, install Chromium (Debian: apt-get install chromium).',
  );

const totals = { passed: 0, failed: 0 };
const env = { ...process.env, FRAMEWATCH_TEST_REDIS: redis ?? '', FRAMEWATCH_TEST_CHROMIUM: chromium ?? '' };
await tier('unit', ['--config', 'jest.unit.mjs']);
await tier('integration (real PostgreSQL and servers)', ['--config', 'jest.int.mjs', '--maxWorkers=4']);
await tier('whole product', ['--config', 'jest.e2e.mjs', '--maxWorkers=2']);
console.log(`tests: ${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);

/** One Jest run; a run that dies without a report counts as a failure. */
async function tier(name, args) {
  console.log(`\n— ${name} —`);
  const folder = mkdtempSync(join(tmpdir(), 'framewatch-test-'));
  const report = join(folder, 'report.json');
  const code = await new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['tools/jest.mjs', ...args, '--json', `--outputFile=${report}`, '--silent'],
      {
        cwd: root,
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    child.on('exit', resolve);
  });
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
  rmSync(folder, { recursive: true, force: true });
  totals.passed += counted?.numPassedTests ?? 0;
  totals.failed += (counted?.numFailedTests ?? 0) + (counted?.numRuntimeErrorTestSuites ?? 0);
  if (counted?.numPendingTests > 0)
    console.log(`${counted.numPendingTests} left out, each for a reason that its run printed.`);
  if (!counted || (code !== 0 && counted.numFailedTests + counted.numRuntimeErrorTestSuites === 0))
    totals.failed += 1;
}

/** The path of the first program that is there; a test names programs by their paths. */
function find(names) {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}
