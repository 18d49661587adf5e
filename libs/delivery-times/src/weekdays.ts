import type { Weekday } from '@framewatch/contracts';
import type { Temporal } from 'temporal-polyfill';

/** Monday first, as ISO 8601 counts. */
const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whether a day is among those named; all are where none is. */
export function isAmong(days: readonly Weekday[] | undefined, day: Temporal.PlainDate): boolean {
  const weekday = WEEKDAYS[day.dayOfWeek - 1];
  return days === undefined || (weekday !== undefined && days.includes(weekday));
}
