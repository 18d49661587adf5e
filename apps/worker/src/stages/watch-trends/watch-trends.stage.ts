import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { watchFeeds } from './watch-feeds.ts';
import { watchShifts } from './watch-shifts.ts';
import { watchSpikes } from './watch-spikes.ts';

/** Runs the rules that go by the clock: spikes in share, shifts in framing, troubles of feeds; one alert per rule and occurrence. */
export async function watchTrends(context: StageContext): Promise<Outcome> {
  const rules = (await context.config.alerts()).rules.filter((rule) => rule.enabled);
  const deliveryIds: string[] = [];
  for (const rule of rules) {
    if (rule.on === 'spike') deliveryIds.push(...(await watchSpikes(context, rule)));
    if (rule.on === 'framing-shift') deliveryIds.push(...(await watchShifts(context, rule)));
    if (rule.on === 'feed-trouble') deliveryIds.push(...(await watchFeeds(context, rule)));
  }
  return done({ stage: 'deliver-alert', payloads: deliveryIds.map((deliveryId) => ({ deliveryId })) });
}
