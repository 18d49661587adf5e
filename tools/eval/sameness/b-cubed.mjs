/** B-cubed precision, recall and F1 (Bagga and Baldwin 1998) of items with a found and a true cluster. */
export function bCubed(items) {
  const count = (key) => {
    const counts = new Map();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
    return (item) => counts.get(key(item));
  };
  const both = count(({ found, truth }) => `${found}\u0000${truth}`);
  const inFound = count(({ found }) => found);
  const inTruth = count(({ truth }) => truth);
  const mean = (of) => items.reduce((sum, item) => sum + of(item), 0) / Math.max(1, items.length);
  const precision = mean((item) => both(item) / inFound(item));
  const recall = mean((item) => both(item) / inTruth(item));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
