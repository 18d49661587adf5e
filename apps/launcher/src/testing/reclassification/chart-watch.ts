import { isDeepStrictEqual } from 'node:util';
import type { TrendAnswer } from '@framewatch/contracts';

/** What a chart said, reduced to its model and its numbers. */
interface Seen {
  chart: string;
  version: string;
  numbers: Record<string, readonly [numerator: number, denominator: number]>;
}

/** Asks charts again and again while models change, and remembers every different answer. */
export interface ChartWatch {
  /** Model versions in the order in which charts showed them. */
  versions(): string[];
  /** Answers that differ from what charts say of the same model when nothing moves; empty where none was mixed. */
  mixed(truth: readonly Seen[]): Seen[];
  answers(): number;
  longestMs(): number;
  /** Requests that got no answer, as while no API runs. */
  refused(): number;
  stop(): Promise<void>;
}

const CHARTS = [
  { chart: 'coverage', by: 'none' },
  { chart: 'framing', by: 'frame' },
] as const;

export interface ChartRange {
  beat: string;
  from: Date;
  to: Date;
}

/** Both charts, asked once. */
export const readCharts = (address: string, range: ChartRange): Promise<Seen[]> =>
  Promise.all(CHARTS.map(({ chart, by }) => readChart(address, chart, by, range)));

/** Begins to ask; `address` may change as an API is started again. */
export function watchCharts(address: () => string, range: ChartRange, pauseMs: number): ChartWatch {
  const seen: Seen[] = [];
  let [answers, longest, refused, stopped] = [0, 0, 0, false];
  const ask = async (chart: string, by: string): Promise<void> => {
    const began = performance.now();
    const answer = await readChart(address(), chart, by, range).catch(() => null);
    if (answer === null) {
      refused += 1;
      return;
    }
    answers += 1;
    longest = Math.max(longest, performance.now() - began);
    const last = seen.findLast((one) => one.chart === chart);
    if (!last || !isDeepStrictEqual(last, answer)) seen.push(answer);
  };
  const running = (async () => {
    while (!stopped) {
      for (const { chart, by } of CHARTS) await ask(chart, by);
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  })();
  return {
    versions: () => seen.filter(({ chart }) => chart === CHARTS[0].chart).map(({ version }) => version),
    mixed: (truth) => seen.filter((one) => !truth.some((other) => isDeepStrictEqual(one, other))),
    answers: () => answers,
    longestMs: () => longest,
    refused: () => refused,
    async stop() {
      stopped = true;
      await running;
    },
  };
}

async function readChart(
  address: string,
  chart: string,
  by: string,
  { beat, from, to }: ChartRange,
): Promise<Seen> {
  const query = new URLSearchParams({
    beat,
    by,
    bucket: 'day',
    from: from.toISOString(),
    to: to.toISOString(),
  });
  const response = await fetch(`${address}/api/trends/${chart}?${query.toString()}`);
  if (!response.ok) throw new Error(`The chart answered ${response.status}: ${await response.text()}`);
  const { modelVersion, series } = (await response.json()) as TrendAnswer;
  const numbers = series.map(({ key, total }) => [key, [total.numerator, total.denominator]] as const);
  return { chart, version: modelVersion ?? '', numbers: Object.fromEntries(numbers) };
}
