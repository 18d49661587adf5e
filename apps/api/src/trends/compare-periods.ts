import type { Headline } from '@framewatch/contracts';
import { chanceOf, twoProportionZ } from '@framewatch/trends';

/** What one period counted. */
export interface PeriodCounts {
  relevant: number;
  outlets: number;
  /** Relevant articles with enough text to judge framing. */
  framed: number;
  frames: ReadonlyMap<string, number>;
}

/** A share of fewer articles than this is no share. */
const FEWEST_FRAMED = 10;
/** How often chance alone may be told as a move: once in twenty headlines. */
const CHANCE = 0.05;
/** Feeds may be away for so much of the time before two periods cannot be compared; one of many always is. */
const MOST_MISSING = 0.05;
const NAMED = 2;

/**
 * The frame whose share moved most, where that is more than chance. Looking at many frames finds large moves by
 * chance alone, so each is held to its part of the level (Bonferroni). Null where nothing moved, or too little is known.
 */
export function movedFrame(now: PeriodCounts, before: PeriodCounts): Headline['movedFrame'] {
  if (now.framed < FEWEST_FRAMED || before.framed < FEWEST_FRAMED) return null;
  const frames = [...new Set([...now.frames.keys(), ...before.frames.keys()])];
  const moves = frames.map((frame) => {
    const [hits, hitsBefore] = [now.frames.get(frame) ?? 0, before.frames.get(frame) ?? 0];
    const z = Math.abs(twoProportionZ(hits, now.framed, hitsBefore, before.framed));
    return { frame, shareNow: hits / now.framed, shareBefore: hitsBefore / before.framed, z };
  });
  const most = moves.sort((a, b) => b.z - a.z)[0];
  if (!most || chanceOf(most.z) * frames.length >= CHANCE) return null;
  const { frame, shareBefore, shareNow } = most;
  return { frame, shareBefore, shareNow, n: now.framed, nBefore: before.framed };
}

/** Who was away for so long that counts cannot be compared, as words; null where they can. */
export function whoWasAway(
  gaps: readonly { outlet: string; from: Date; to: Date | null }[],
  feeds: number,
  { from, to }: { from: Date; to: Date },
): string | null {
  const away = (gap: { from: Date; to: Date | null }) =>
    Math.max(
      0,
      Math.min((gap.to ?? to).getTime(), to.getTime()) - Math.max(gap.from.getTime(), from.getTime()),
    );
  const missing = gaps.reduce((sum, gap) => sum + away(gap), 0);
  if (missing <= MOST_MISSING * feeds * (to.getTime() - from.getTime())) return null;
  const outlets = [...new Set([...gaps].sort((a, b) => away(b) - away(a)).map(({ outlet }) => outlet))];
  const rest = outlets.length - NAMED;
  const names = outlets.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return `${names} could not be reached for part of the time`;
}
