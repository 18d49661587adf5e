import type { ChannelConfig, Weekday } from '@framewatch/contracts';
import { limitOf } from '@framewatch/delivery-times';

/** What keeps a channel calm, in words: one sentence each for its digest, its quiet hours and its cap. */
export function calmWords(channel: ChannelConfig, timeZone: string): string[] {
  if (channel.kind === 'in-app') return [];
  const { digest, quietHours } = channel;
  const limit = limitOf(channel);
  const words: string[] = [];
  if (digest?.every === 'hour') words.push('A digest every hour.');
  if (digest?.every === 'day')
    words.push(`A digest ${daysOf(digest.days)} at ${digest.at} (${digest.timezone ?? timeZone}).`);
  if (digest?.every === 'week')
    words.push(`A digest on ${DAYS[digest.on]} at ${digest.at} (${digest.timezone ?? timeZone}).`);
  if (quietHours)
    words.push(
      `Quiet ${daysOf(quietHours.days)} from ${quietHours.from} to ${quietHours.to} (${quietHours.timezone ?? timeZone}).`,
    );
  // What goes in digests is few already.
  if (limit && !digest)
    words.push(`At most ${limit.alerts} messages ${limit.per === 'hour' ? 'an hour' : 'a day'}.`);
  return words;
}

const daysOf = (days: readonly Weekday[] | undefined): string =>
  days === undefined
    ? 'every day'
    : `on ${new Intl.ListFormat('en', { type: 'conjunction' }).format(days.map((day) => DAYS[day]))}`;

const DAYS: Record<Weekday, string> = {
  mon: 'Mondays',
  tue: 'Tuesdays',
  wed: 'Wednesdays',
  thu: 'Thursdays',
  fri: 'Fridays',
  sat: 'Saturdays',
  sun: 'Sundays',
};
