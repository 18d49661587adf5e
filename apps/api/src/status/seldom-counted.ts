/** Up to so long, a count may be made whenever somebody asks. */
const QUICK_MS = 100;
/** A longer one may keep the database busy for a twentieth of the time. */
const SHARE = 20;

/**
 * Counts anew at every asking, for as long as that is quick. Where a count takes longer, as in an archive of a million
 * articles, its answer stands for twenty times as long as it took, and who asks while one is under way waits for that.
 */
export function seldomCounted<Value>(count: () => Promise<Value>, clock: () => number): () => Promise<Value> {
  let last: Promise<Value> | null = null;
  let standsUntil = 0;
  return () => {
    if (last !== null && clock() < standsUntil) return last;
    const began = clock();
    const counted = count();
    if (last !== null) [last, standsUntil] = [counted, Number.POSITIVE_INFINITY];
    counted.then(
      () => {
        const took = clock() - began;
        [last, standsUntil] = took > QUICK_MS ? [counted, clock() + SHARE * took] : [null, 0];
      },
      () => {
        [last, standsUntil] = [null, 0];
      },
    );
    return counted;
  };
}
