/** An article that nobody has judged, with the labels that its model left undecided. */
export interface ReviewCandidate {
  articleId: string;
  storyId: string | null;
  outletId: string;
  /** Probability-like scores, 0 to 1, of what is undecided: relevance, a topic or a frame. */
  unclear: readonly { labelId: string; score: number }[];
}

/** So many judgements of a label halve what one more of them teaches. */
const HALF_TAUGHT = 10;
/** What a further article of an outlet that was just chosen is still worth. */
const SAME_OUTLET = 0.7;

/**
 * The articles whose answers would teach a model most, best first: uncertainty sampling (Lewis & Gale 1994) by the
 * entropy of each undecided score, where a label that was judged seldom counts for more. One article of a story, and
 * outlets in turn, so that twenty questions are not one question twenty times.
 * `judged` says how often each label was judged so far. Ties go to the first given. Time: candidates × count.
 */
export function chooseToTeach<Candidate extends ReviewCandidate>(
  candidates: readonly Candidate[],
  judged: ReadonlyMap<string, number>,
  count: number,
): Candidate[] {
  const asked = new Map(judged);
  const outlets = new Map<string, number>();
  const stories = new Set<string>();
  const left = new Set(candidates);
  const chosen: Candidate[] = [];
  while (chosen.length < count) {
    let best: Candidate | null = null;
    let most = 0;
    for (const one of left) {
      if (one.storyId !== null && stories.has(one.storyId)) continue;
      const worth = teaches(one, asked) * SAME_OUTLET ** (outlets.get(one.outletId) ?? 0);
      if (worth > most) [best, most] = [one, worth];
    }
    if (best === null) break;
    left.delete(best);
    chosen.push(best);
    if (best.storyId !== null) stories.add(best.storyId);
    outlets.set(best.outletId, (outlets.get(best.outletId) ?? 0) + 1);
    for (const { labelId } of best.unclear) asked.set(labelId, (asked.get(labelId) ?? 0) + 1);
  }
  return chosen;
}

function teaches({ unclear }: ReviewCandidate, asked: ReadonlyMap<string, number>): number {
  return unclear.reduce(
    (sum, { labelId, score }) =>
      sum + (entropy(score) * HALF_TAUGHT) / (HALF_TAUGHT + (asked.get(labelId) ?? 0)),
    0,
  );
}

/** Of a yes-or-no question, in bits. */
function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
}
