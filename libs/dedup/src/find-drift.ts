import { comparer } from './assign-story.ts';
import type { StoryVector } from './story-vector.ts';
import { termRarity } from './term-rarity.ts';
import { Vocabulary } from './vocabulary.ts';

/** An article of a story that may have drifted. */
export interface DriftMember {
  readonly id: string;
  readonly vector: StoryVector;
}

/** Two halves that share less than this speak of different events; articles of one story mostly share .5 and more. */
const APART = 0.12;
/** Either half must hold together by itself. */
const TOGETHER = 0.45;
/** A single odd article is no story of its own. */
const SMALLEST = 3;

/**
 * The articles that have left a story: those of the half that began later, where its articles fall into two halves that
 * hold together and have little in common; null where it is one story. Links the nearest groups first (average linkage).
 */
export function findDrift(members: readonly DriftMember[]): readonly string[] | null {
  if (members.length < 2 * SMALLEST) return null;
  const likeness = likenessOf(members);
  const [one, other] = halve(likeness);
  if (one.length < SMALLEST || other.length < SMALLEST) return null;
  if (mean(likeness, one, other) > APART) return null;
  if (mean(likeness, one, one) < TOGETHER || mean(likeness, other, other) < TOGETHER) return null;
  const begins = (half: readonly number[]) =>
    Math.min(...half.map((at) => Date.parse(members[at]!.vector.at)));
  return (begins(one) > begins(other) ? one : other).map((at) => members[at]!.id);
}

type Matrix = readonly (readonly number[])[];

/** Of all pairs, whatever time lies between them: a story may run for weeks. */
function likenessOf(members: readonly DriftMember[]): Matrix {
  const rarity = termRarity(new Vocabulary(members[0]!.vector), []);
  const vectors = members.map(({ vector }) => ({ ...vector, at: members[0]!.vector.at }));
  const rows = vectors.map(() => Array.from({ length: vectors.length }, () => 1));
  vectors.forEach((vector, i) => {
    const vocabulary = new Vocabulary(vector);
    const compare = comparer(vocabulary, rarity);
    for (let k = i + 1; k < vectors.length; k += 1)
      rows[i]![k] = rows[k]![i] = compare(vocabulary.read(vectors[k]!)).similarity;
  });
  return rows;
}

function halve(likeness: Matrix): [number[], number[]] {
  const groups = likeness.map((_, at) => [at]);
  while (groups.length > 2) {
    let nearest: [number, number, number] = [0, 1, -1];
    for (let i = 0; i < groups.length; i += 1)
      for (let k = i + 1; k < groups.length; k += 1) {
        const between = mean(likeness, groups[i]!, groups[k]!);
        if (between > nearest[2]) nearest = [i, k, between];
      }
    const [i, k] = nearest;
    groups[i]!.push(...groups.splice(k, 1)[0]!);
  }
  return [groups[0]!, groups[1]!];
}

function mean(likeness: Matrix, one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  let pairs = 0;
  for (const i of one)
    for (const k of other)
      if (i !== k) {
        sum += likeness[i]![k]!;
        pairs += 1;
      }
  return pairs === 0 ? 1 : sum / pairs;
}
