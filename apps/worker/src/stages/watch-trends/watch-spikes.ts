import {
  gatherSpikeCounts,
  nameOfSubject,
  spikeIn,
  type SpikeRule,
  spikeWindows,
  titleOfSpike,
  watchedSubjects,
  whySpike,
} from '@framewatch/alert-rules';
import type { StageContext } from '../../runtime/stage-context.ts';
import { raise } from '../raise-alerts/raise.ts';
import { sinceWhen } from './since-when.ts';
import { trendAlert } from './trend-alert.ts';

const SECOND_MS = 1_000;

/** Raises one alert per subject and window in which far more is covered than usual; gives the deliveries that wait. */
export async function watchSpikes(context: StageContext, rule: SpikeRule): Promise<string[]> {
  const { store, config, now } = context;
  const model = await store.models.findActive(rule.beat);
  if (!model) return [];
  const at = now();
  const since = await sinceWhen(context, rule, model);
  const timeZone = (await config.settings()).timezone;
  const windows = spikeWindows(rule, at, at, timeZone);
  const slot = windows.length - 1;
  const window = windows[slot];
  if (!window) return [];
  const deliveryIds: string[] = [];
  for (const subject of watchedSubjects(rule)) {
    const counts = await gatherSpikeCounts(store, { ...subject, modelId: model.id }, windows, {
      live: slot,
      binMs: SECOND_MS,
      timeZone,
    });
    const spike = spikeIn(counts, slot, new Date(at.getTime() + 1), rule.minimumArticles);
    if (!spike || spikeIn(counts, slot, since, rule.minimumArticles)) continue;
    const alert = await trendAlert(context, rule, model.seeds, {
      occurrenceKey: `${nameOfSubject(subject)}@${window.start.toISOString()}`,
      title: titleOfSpike(subject, model.seeds),
      labels: [subject.topic ?? subject.frame ?? []].flat(),
      why: whySpike(subject, window, spike),
    });
    deliveryIds.push(...(await raise(context, alert)));
  }
  return deliveryIds;
}
