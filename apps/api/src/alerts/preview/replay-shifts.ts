import {
  framesOf,
  gatherShiftCounts,
  replayShifts as replay,
  shiftWindows,
  titleOfShift,
  watchedSubjects,
  whyShift,
} from '@framewatch/alert-rules';
import { BIN_MS, firstLive, WINDOW_CAVEAT } from './live-windows.ts';
import { type BeatPast, ofWindow, type Replay, type RuleOn } from './past.ts';

/** Replays each whole window against those before it: one alert per frame, subject and window. */
export async function replayShifts(past: BeatPast, rule: RuleOn<'framing-shift'>): Promise<Replay> {
  const { context, from, now, model } = past;
  const windows = shiftWindows(rule, from, now, past.alertZone);
  // A window is looked at once it has ended, so the one before the first day may be told on that day.
  const live = Math.max(0, firstLive(windows, from) - 1);
  const frames = framesOf(rule, model.seeds);
  const found = await Promise.all(
    watchedSubjects({ ...rule, frames: undefined }).map(async (subject) => {
      const counts = await gatherShiftCounts(context.store, { ...subject, modelId: model.id }, windows, {
        live,
        binMs: BIN_MS,
        frames,
      });
      return frames.flatMap((frame) =>
        replay(counts, frame, { live, binMs: BIN_MS, minimum: rule.minimumArticles, now }).map(
          ({ slot, at, shift }) =>
            ofWindow(
              at,
              titleOfShift(frame, subject, model.seeds),
              whyShift(frame, windows[slot] ?? { label: '' }, shift),
            ),
        ),
      );
    }),
  );
  return { alerts: found.flat(), caveats: [WINDOW_CAVEAT] };
}
