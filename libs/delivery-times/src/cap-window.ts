import type { Cap, ChannelConfig } from '@framewatch/contracts';
import { localDay, nextFullHour, startOfDay } from './wall-clock.ts';

export type Limit = Exclude<Cap, 'none'>;

/** More than this an hour nobody reads; programs do. */
const USUAL: Limit = { alerts: 30, per: 'hour' };
const TWO_HOURS_MS = 2 * 3_600_000;

/** How many messages a channel may carry, or null where there is no limit: what it says, or else what is usual for its kind. */
export function limitOf(channel: ChannelConfig): Limit | null {
  if (channel.kind === 'in-app' || channel.cap === 'none') return null;
  return channel.cap ?? (channel.kind === 'webhook' ? null : USUAL);
}

/** The hour or day of the zone that `at` falls into: half-open. */
export function capWindow({ per }: Limit, at: Date, timeZone: string): { from: Date; until: Date } {
  if (per === 'day') {
    const day = localDay(at, timeZone);
    return { from: startOfDay(day, timeZone), until: startOfDay(day.add({ days: 1 }), timeZone) };
  }
  const until = nextFullHour(at, timeZone);
  let from = new Date(until.getTime() - TWO_HOURS_MS);
  for (let next = nextFullHour(from, timeZone); next < until; next = nextFullHour(next, timeZone))
    from = next;
  return { from, until };
}
