import { nameOfLabel, sayWhy, type ShiftRule, type SpikeRule } from '@framewatch/alert-rules';
import type { BeatSeeds, WhyPart } from '@framewatch/contracts';
import type { NewAlert } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';

/** An alert of a window, which has no article of its own. */
export async function trendAlert(
  { config }: StageContext,
  rule: SpikeRule | ShiftRule,
  seeds: BeatSeeds,
  {
    occurrenceKey,
    title,
    labels,
    why,
  }: { occurrenceKey: string; title: string; labels: string[]; why: WhyPart },
): Promise<NewAlert> {
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    occurrenceKey,
    on: rule.on,
    beatId: rule.beat,
    title,
    articleId: null,
    url: null,
    outlet: null,
    labels,
    why: sayWhy([why], nameOfLabel(seeds)),
    whyParts: [why],
    quotes: [],
    synthetic: (await config.settings()).synthetic,
    channels: rule.channels,
  };
}
