/** What `npm start` and `npm test` do before anything else: the right Node, installed packages, built programs. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [LEAST_MAJOR, LEAST_MINOR] = [20, 19];

/** Ends the process with a plain sentence where Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_MAJOR || (major === LEAST_MAJOR && minor >= LEAST_MINOR)) return;
  console.error(
    `Framewatch needs Node ${LEAST_MAJOR}.${LEAST_MINOR} or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}

/** Installs packages where they are missing or the lock file has changed since. */
export async function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.framewatch-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (about a minute, once) …');
  await run(
    'npm',
    ['ci', '--no-audit', '--no-fund'],
    'Installing failed; its message is above. It needs a way to the npm registry.',
  );
  writeFileSync(stamp, wanted);
}

/** Builds what has changed: TypeScript by its own build information, the dashboard by the age of its sources. */
export async function ensureBuilt() {
  console.log('Building what has changed …');
  await run(
    'npx',
    ['nx', 'run-many', '-t', 'build', '--outputStyle=static'],
    'Building failed; the messages above say where.',
    { quiet: true },
  );
  mkdirSync(join(root, 'data'), { recursive: true });
}

/** Runs a program and passes its output on; a quiet one shows it only if it fails. */
export function run(command, args, onFailure, { quiet = false, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, NX_DAEMON: 'false', ...env },
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) return resolve();
      if (quiet) console.error(output);
      console.error(onFailure);
      process.exit(code ?? 1);
    });
  });
}
