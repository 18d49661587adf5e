import { wordsOf } from './segments.ts';

/** Letters of each text that are looked at: enough to tell articles apart, whatever their size. */
const LOOKED_AT = 20_000;

/**
 * How much two texts have in common, 0 to 1: pairs of neighbouring words in both, against all of them (Dice's
 * coefficient over bags of bigrams). An edited article keeps most of its pairs; another article shares few.
 */
export function likeness(a: string, b: string, language: string): number {
  const ours = pairsOf(a, language);
  const theirs = pairsOf(b, language);
  const all = sizeOf(ours) + sizeOf(theirs);
  if (all === 0) return a.trim() === b.trim() ? 1 : 0;
  let shared = 0;
  for (const [pair, count] of ours) shared += Math.min(count, theirs.get(pair) ?? 0);
  return (2 * shared) / all;
}

function pairsOf(text: string, language: string): Map<string, number> {
  const words = wordsOf(text.slice(0, LOOKED_AT), language);
  const pairs = new Map<string, number>();
  for (let i = 1; i < words.length; i += 1) {
    const pair = `${words[i - 1]} ${words[i]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: Map<string, number>): number => [...pairs.values()].reduce((sum, n) => sum + n, 0);
