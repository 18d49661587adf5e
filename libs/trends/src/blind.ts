interface Stretch {
  from: Date;
  to: Date | null;
}

/** More than this share of the watched feeds in a gap, and a window says nothing; one broken feed must not silence a rule. */
const BLIND_SHARE = 0.2;

/** Whether too many of the feeds that were watched in a window were in a gap in it. Gaps and watches name their feed. */
export function isBlind(
  window: { start: Date; end: Date },
  watched: readonly (Stretch & { feedId: string })[],
  gaps: readonly (Stretch & { feedId: string })[],
): boolean {
  const touches = ({ from, to }: Stretch): boolean => from < window.end && (to === null || to > window.start);
  const watching = new Set(watched.filter(touches).map(({ feedId }) => feedId));
  const missing = new Set(gaps.filter(touches).map(({ feedId }) => feedId));
  const blind = [...watching].filter((feedId) => missing.has(feedId));
  return blind.length > BLIND_SHARE * watching.size;
}
