import { feedTrouble, isAmong, sayWhy, titleOfTrouble, whyTrouble } from '@framewatch/alert-rules';
import type { AlertRuleConfig } from '@framewatch/contracts';
import type { FeedWithOutlet } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import { raise } from '../raise-alerts/raise.ts';

type TroubleRule = Extract<AlertRuleConfig, { on: 'feed-trouble' }>;

/** Raises one alert per rule and incident of a feed; gives the deliveries that wait. */
export async function watchFeeds(context: StageContext, rule: TroubleRule): Promise<string[]> {
  const deliveryIds: string[] = [];
  for (const feed of await context.store.health.findFeeds())
    if (isAmong(rule.outlets, [feed.outlet_name]))
      deliveryIds.push(...(await watchFeed(context, rule, feed)));
  return deliveryIds;
}

async function watchFeed(context: StageContext, rule: TroubleRule, feed: FeedWithOutlet): Promise<string[]> {
  const found = feedTrouble(feed, context.now());
  if (!found || !rule.troubles.includes(found.trouble)) return [];
  const whyParts = [whyTrouble(found)];
  return raise(context, {
    ruleId: rule.id,
    ruleName: rule.name,
    occurrenceKey: `feed-${feed.id}-${found.trouble}@${found.since.toISOString()}`,
    on: rule.on,
    beatId: rule.beat ?? null,
    title: titleOfTrouble(feed.title ?? feed.outlet_name, found.trouble),
    articleId: null,
    url: feed.current_url,
    outlet: feed.outlet_name,
    labels: [],
    why: sayWhy(whyParts, (_, id) => id),
    whyParts,
    quotes: [],
    synthetic: (await context.config.settings()).synthetic,
    channels: rule.channels,
  });
}
