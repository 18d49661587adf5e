import { addDays, dayOf, firstDayOf, instantAt } from '../../../api/zone.ts';

/** The hour at which people are taken to be back. */
const morning = '08:00';
const hourMs = 3_600_000;

/** Ends of a snooze that are offered, in a zone whose clocks may change in between. */
export function snoozeTargets(now: Date, tz: string): Record<'hour' | 'tomorrow' | 'monday', Date> {
  const today = dayOf(now, tz);
  return {
    hour: new Date(now.getTime() + hourMs),
    tomorrow: instantAt(addDays(today, 1), morning, tz),
    monday: instantAt(addDays(firstDayOf('week', today), 7), morning, tz),
  };
}
