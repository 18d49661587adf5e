import { readFileSync } from 'node:fs';

/** Asks a kind of question so many times, one after the other; the first two are not counted. */
export async function measure(ask, pathOf, runs, pid) {
  const times = [];
  let [bytes, before] = [0, null];
  for (let run = -2; run < runs; run += 1) {
    if (run === 0) before = processorMs(pid);
    const answer = await ask(pathOf(run + 2));
    if (run < 0) continue;
    times.push(answer.ms);
    bytes = Math.max(bytes, answer.bytes);
  }
  const after = processorMs(pid);
  const processor = before === null || after === null ? null : (after - before) / runs;
  return { times: times.sort((a, b) => a - b), bytes, processor };
}

/** Processor time of a process so far; null where the system does not tell. Ticks are hundredths of a second. */
function processorMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** The value below which such a share of the sorted times lies (nearest rank). */
export const percentile = (times, share) => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;

/** One line of the report; `naive` is the time of the naive SQL in milliseconds. */
export function row(name, { times, bytes, processor }, naive) {
  const at = (share) => percentile(times, share).toFixed(1);
  return {
    name,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    'processor of the API': processor === null ? '' : processor.toFixed(0),
    KB: (bytes / 1024).toFixed(0),
    ...(naive === null
      ? {}
      : { 'naive SQL': naive.toFixed(0), times: (naive / percentile(times, 0.5)).toFixed(0) }),
  };
}

/** The head of a Markdown table, and its lines as they come. */
export const head = (columns) => `${line(columns)}\n${line(columns.map(() => '---'))}`;
export const line = (cells) => `| ${cells.join(' | ')} |`;
