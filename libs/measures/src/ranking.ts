/** A score beside the truth; higher is more likely. */
export interface Scored {
  readonly score: number;
  readonly actual: boolean;
}

/**
 * Area under the ROC curve: how often a positive outscores a negative, ties counting half (Hanley and McNeil 1982,
 * Radiology 143:29). Null where either kind is missing.
 */
export function rocAuc(cases: readonly Scored[]): number | null {
  let wins = 0;
  let negatives = 0;
  for (const level of levels(cases).reverse()) {
    const others = level.n - level.positives;
    wins += level.positives * (negatives + others / 2);
    negatives += others;
  }
  const positives = cases.length - negatives;
  return positives === 0 || negatives === 0 ? null : wins / (positives * negatives);
}

/**
 * Average precision: precision at each level of the score, weighed by the recall it adds. Equal scores are one
 * level, so the order of the cases never helps. Null where there is no positive.
 */
export function averagePrecision(cases: readonly Scored[]): number | null {
  let seen = 0;
  let found = 0;
  let sum = 0;
  for (const level of levels(cases)) {
    seen += level.n;
    found += level.positives;
    sum += level.positives * (found / seen);
  }
  return found === 0 ? null : sum / found;
}

/** Cases by score, best first, equal scores together. */
function levels(cases: readonly Scored[]): { n: number; positives: number }[] {
  const levelOf = new Map<number, { n: number; positives: number }>();
  for (const { score, actual } of cases) {
    const level = levelOf.get(score) ?? { n: 0, positives: 0 };
    levelOf.set(score, level);
    level.n += 1;
    if (actual) level.positives += 1;
  }
  return [...levelOf].sort(([a], [b]) => b - a).map(([, level]) => level);
}
