import {
  framesOf,
  gatherShiftCounts,
  nameOfSubject,
  shiftIn,
  type ShiftRule,
  shiftWindows,
  titleOfShift,
  watchedSubjects,
  whyShift,
} from '@framewatch/alert-rules';
import type { StageContext } from '../../runtime/stage-context.ts';
import { raise } from '../raise-alerts/raise.ts';
import { sinceWhen } from './since-when.ts';
import { trendAlert } from './trend-alert.ts';

const SECOND_MS = 1_000;

/** Compares each frame's share in the last whole window with the eight before; gives the deliveries that wait. */
export async function watchShifts(context: StageContext, rule: ShiftRule): Promise<string[]> {
  const { store, config, now } = context;
  const model = await store.models.findActive(rule.beat);
  if (!model) return [];
  const at = now();
  const since = await sinceWhen(context, rule, model);
  const windows = shiftWindows(rule, at, at, (await config.settings()).timezone);
  const slot = windows.length - 2;
  const window = windows[slot];
  if (!window) return [];
  const deliveryIds: string[] = [];
  const frames = framesOf(rule, model.seeds);
  for (const subject of watchedSubjects({ ...rule, frames: undefined })) {
    const counts = await gatherShiftCounts(store, { ...subject, modelId: model.id }, windows, {
      live: slot,
      binMs: SECOND_MS,
      frames,
    });
    for (const frame of frames) {
      const shift = shiftIn(counts, slot, frame, new Date(at.getTime() + 1), rule.minimumArticles);
      const isOld = since >= window.end && shiftIn(counts, slot, frame, since, rule.minimumArticles) !== null;
      if (!shift || isOld) continue;
      const alert = await trendAlert(context, rule, model.seeds, {
        occurrenceKey: `${frame}-${nameOfSubject(subject)}@${window.start.toISOString()}`,
        title: titleOfShift(frame, subject, model.seeds),
        labels: [frame],
        why: whyShift(frame, window, shift),
      });
      deliveryIds.push(...(await raise(context, alert)));
    }
  }
  return deliveryIds;
}
