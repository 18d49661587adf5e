import type { OutletRow, Question } from './compile-question.ts';
import { cutDays } from './cut-days.ts';
import type { KnownDays } from './day-keeper.ts';

/** An outlet's articles that can be framed, and how many of them carry each frame. */
export interface HeatRow {
  outletId: string;
  outlet: string;
  group: string;
  relevant: number;
  frames: Record<string, number>;
}

/** Counts outlet by frame, over what stands in the denominator of a framing chart by outlet; the largest outlet first. */
export function countHeatmap(
  { days, classes }: KnownDays,
  limits: readonly number[],
  question: Question,
  outlets: readonly (OutletRow & { name: string })[],
): HeatRow[] {
  const seen = new Set<string>();
  for (const known of classes) for (const frame of known.frames) seen.add(frame);
  const frames = [...seen];
  const placeOf = new Map(frames.map((frame, place) => [frame, place]));
  const places = classes.map((known) => known.frames.map((frame) => placeOf.get(frame) ?? 0));
  const width = frames.length + 1;
  const counts = new Int32Array(width * question.keys.length);
  cutDays(days, limits, (sheet, _slot, from, to) => {
    for (let at = from; at < to; at += 1) {
      const known = sheet.classes[at] as number;
      const outlet = question.outletSeries[sheet.outlets[at] as number] as number;
      if ((question.classSeries[known] as number) < 0 || !(outlet >= 0)) continue;
      const first = outlet * width;
      (counts[first] as number)++;
      for (const frame of places[known] as number[]) (counts[first + 1 + frame] as number)++;
    }
  });
  const countOf = (place: number, column: number): number => counts[place * width + column] ?? 0;
  const byId = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  return question.keys
    .map(
      (outletId, place): HeatRow => ({
        outletId,
        outlet: byId.get(outletId)?.name ?? '',
        group: byId.get(outletId)?.outlet_group ?? '',
        relevant: countOf(place, 0),
        frames: Object.fromEntries(
          frames.flatMap((frame, column) => {
            const count = countOf(place, column + 1);
            return count > 0 ? [[frame, count]] : [];
          }),
        ),
      }),
    )
    .filter(({ relevant }) => relevant > 0)
    .sort((a, b) => b.relevant - a.relevant || (a.outlet < b.outlet ? -1 : 1));
}
