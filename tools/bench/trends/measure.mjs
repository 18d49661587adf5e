/** Asks a kind of question so many times, one after the other; the first two are not counted. */
export async function measure(ask, pathOf, runs) {
  const times = [];
  let bytes = 0;
  for (let run = -2; run < runs; run += 1) {
    const answer = await ask(pathOf(run + 2));
    if (run < 0) continue;
    times.push(answer.ms);
    bytes = Math.max(bytes, answer.bytes);
  }
  return { times: times.sort((a, b) => a - b), bytes };
}

/** The value below which such a share of the sorted times lies (nearest rank). */
export const percentile = (times, share) => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? 0;

/** One line of the report; `naive` is the time of the naive SQL in milliseconds. */
export function row(name, { times, bytes }, naive) {
  const at = (share) => percentile(times, share).toFixed(1);
  return {
    name,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    KB: (bytes / 1024).toFixed(0),
    ...(naive === null
      ? {}
      : { 'naive SQL': naive.toFixed(0), times: (naive / percentile(times, 0.5)).toFixed(0) }),
  };
}

/** Rows as a Markdown table. */
export function table(rows) {
  const columns = [...new Set(rows.flatMap((one) => Object.keys(one)))];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((one) => line(columns.map((column) => one[column] ?? ''))),
  ].join('\n');
}
