const DAY = 86_400_000;
/** News on the web begins here; older dates are an archive's or a mistake's, and flagged. */
const FIRST = Date.UTC(1995, 0, 1);

/**
 * Whether a chart may believe a published time: not before 1995, and at most a day after the article was first seen
 * (zoneless dates run ahead of UTC by up to 14 hours). Both are ISO instants; unreadable ones are not plausible.
 */
export function isPlausible(instant: string, seenAt: string): boolean {
  const at = Date.parse(instant);
  return at >= FIRST && at <= Date.parse(seenAt) + DAY;
}
