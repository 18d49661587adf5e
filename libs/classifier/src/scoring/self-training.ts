import type { Bag } from './bags.ts';

/** Share of the stream's texts of a class that are taken as confident. */
const CONFIDENT_SHARE = 0.3;
const MAX_PER_LABEL = 150;

/** Entropy of the best labels of the stream's texts over its maximum: 1 where all labels are equally common. */
export function predictionEntropy(scores: readonly Float64Array[], labels: number): number {
  const counts = new Float64Array(labels);
  for (const row of scores) counts[bestLabel(row)]! += 1;
  let entropy = 0;
  for (const n of counts) if (n > 0) entropy -= (n / scores.length) * Math.log(n / scores.length);
  return labels > 1 && scores.length > 0 ? entropy / Math.log(labels) : 0;
}

/** For each label, the texts that it wins by the widest margins. */
export function confidentTexts(
  stream: readonly Bag[],
  scores: readonly Float64Array[],
  labels: number,
): Bag[][] {
  const won: { bag: Bag; margin: number }[][] = Array.from({ length: labels }, () => []);
  for (const [i, row] of scores.entries()) {
    const best = bestLabel(row);
    const second = row.reduce((top, x, k) => (k !== best && x > top ? x : top), -Infinity);
    won[best]!.push({ bag: stream[i]!, margin: row[best]! - second });
  }
  return won.map((texts) => {
    texts.sort((a, b) => b.margin - a.margin);
    return texts
      .slice(0, Math.min(MAX_PER_LABEL, Math.ceil(CONFIDENT_SHARE * texts.length)))
      .map(({ bag }) => bag);
  });
}

function bestLabel(row: Float64Array): number {
  let best = 0;
  for (let k = 1; k < row.length; k++) if (row[k]! > row[best]!) best = k;
  return best;
}
