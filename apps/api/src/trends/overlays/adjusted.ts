import type { Adjusted } from '@framewatch/contracts';
import { seededRandom } from '@framewatch/measures';
import type { ScoreSumRow } from '@framewatch/store';
import { adjustShare, calibrate, type Calibration } from '@framewatch/trends';
import { type AskedChart, populationOf } from '../asked-chart.ts';
import { grouped } from '../grouped.ts';

const SEED = 20_262;

/** For each frame its shares adjusted for the classifier's measured error, or why that cannot be. */
export async function adjustedOf(asked: AskedChart): Promise<Adjusted> {
  const { context, query, plain } = asked;
  const { framing } = context.store;
  const judged = grouped(await framing.findJudgedScores(query.beat), ({ frame }) => frame);
  const calibrations = plain.series.map(({ key }) => calibrate(judged.get(key) ?? [], seededRandom(SEED)));
  const isAny = calibrations.some(({ kind }) => kind === 'calibrated');
  // Without a calibration no score is asked for: it would be read for nothing.
  const sums = isAny ? await framing.sumScores(populationOf(asked)) : [];
  return {
    series: plain.series.map(({ key, points }, i) => {
      const calibration = calibrations[i] ?? calibrate([], seededRandom(SEED));
      if (calibration.kind !== 'calibrated') {
        const { kind, ...counts } = calibration;
        return { key, status: kind, ...counts, points: points.map(() => null), total: null };
      }
      const own = sums.filter(({ frame }) => frame === key);
      return {
        key,
        status: calibration.kind,
        judged: calibration.judged,
        positives: calibration.positives,
        needed: 0,
        points: points.map(
          (point, slot) =>
            point &&
            estimate(
              calibration,
              own.filter((row) => row.slot === slot),
            ),
        ),
        total: estimate(calibration, own),
      };
    }),
  };
}

function estimate(calibration: Calibration, rows: readonly ScoreSumRow[]) {
  const all = { n: 0, sum: 0, squares: 0 };
  for (const { n, sum, squares } of rows) {
    all.n += n;
    all.sum += sum;
    all.squares += squares;
  }
  return adjustShare(calibration, all);
}
