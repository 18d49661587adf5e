/** How bench:reclassify speaks: a bar of progress, times, and promises that held or did not. */

const WIDTH = 40;
/** Where nobody watches, a line for every so many percent. */
const STEP = 0.1;
let said = '';

/** A bar that is drawn over itself on a terminal. */
export function bar(name, done, total) {
  const share = Math.min(1, done / total);
  const drawn = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '·');
  const line = `${name.padEnd(16)}${drawn} ${done} of ${total}`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}${share === 1 ? '\n' : ''}`);
  else {
    const step = `${name} ${Math.floor(share / STEP)}`;
    if (step !== said) console.log(line);
    said = step;
  }
}

/** Seconds as people say them. */
export const minutes = (seconds) =>
  seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;

/** Says whether a promise held; one that did not fails the command. */
export function check(promise, held) {
  console.log(`${held ? 'held  ' : 'BROKEN'}  ${promise}`);
  if (!held) process.exitCode = 1;
}
