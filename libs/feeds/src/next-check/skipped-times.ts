import type { FeedWishes } from './next-check.types.ts';

const HOUR = 3_600_000;
const HOURS_OF_A_WEEK = 168;

/**
 * The first moment from `at` on in which the feed does not ask to be left alone (skipHours and skipDays, in UTC).
 * A feed that rules out every hour of the week is not taken at its word.
 */
export function afterSkipped(at: number, wishes: FeedWishes): number {
  let time = at;
  for (let step = 0; step <= HOURS_OF_A_WEEK; step++) {
    if (!isSkipped(new Date(time), wishes)) return time;
    time = (Math.floor(time / HOUR) + 1) * HOUR;
  }
  return at;
}

function isSkipped(date: Date, { skipHours, skipDays }: FeedWishes): boolean {
  return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
}
