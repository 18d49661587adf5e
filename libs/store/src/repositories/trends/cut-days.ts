import { DAY_MS, type DaySheet, firstFrom } from './day-sheet.ts';

/** Facts of one day that fall into one bucket, by their places in the day's columns; `to` is not included. */
export type Visit = (sheet: DaySheet, slot: number, from: number, to: number) => void;

/** Visits the facts of every bucket, bucket after bucket. Days and limits are in order; limits are milliseconds since 1970. */
export function cutDays(days: readonly DaySheet[], limits: readonly number[], visit: Visit): void {
  let slot = 0;
  for (const sheet of days) {
    const start = sheet.day * DAY_MS;
    while (slot < limits.length - 1 && (limits[slot + 1] ?? 0) <= start) slot += 1;
    for (let at = slot; at < limits.length - 1 && (limits[at] ?? 0) < start + DAY_MS; at += 1) {
      const from = firstFrom(sheet.ats, (limits[at] ?? 0) - start);
      const to = firstFrom(sheet.ats, (limits[at + 1] ?? 0) - start);
      if (to > from) visit(sheet, at, from, to);
    }
  }
}
