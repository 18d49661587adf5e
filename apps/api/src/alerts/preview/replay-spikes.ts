import {
  gatherSpikeCounts,
  replaySpikes as replay,
  spikeWindows,
  titleOfSpike,
  watchedSubjects,
  whySpike,
} from '@framewatch/alert-rules';
import { BIN_MS, firstLive, WINDOW_CAVEAT } from './live-windows.ts';
import { type BeatPast, ofWindow, type Replay, type RuleOn } from './past.ts';

/** Replays each subject's windows as their articles came in: one alert per subject and window. */
export async function replaySpikes(past: BeatPast, rule: RuleOn<'spike'>): Promise<Replay> {
  const { context, from, now, model } = past;
  const windows = spikeWindows(rule, from, now, past.alertZone);
  const live = firstLive(windows, from);
  const found = await Promise.all(
    watchedSubjects(rule).map(async (subject) => {
      const counts = await gatherSpikeCounts(context.store, { ...subject, modelId: model.id }, windows, {
        live,
        binMs: BIN_MS,
        timeZone: past.alertZone,
      });
      return replay(counts, { live, binMs: BIN_MS, minimum: rule.minimumArticles, now }).map(
        ({ slot, at, spike }) =>
          ofWindow(
            at,
            titleOfSpike(subject, model.seeds),
            whySpike(subject, windows[slot] ?? { label: '' }, spike),
          ),
      );
    }),
  );
  return { alerts: found.flat(), caveats: [WINDOW_CAVEAT] };
}
