import { feedTrouble, sayWhy } from '@framewatch/alert-rules';
import type { AlertRuleConfig } from '@framewatch/contracts';
import type { FeedWithOutlet } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import { raise } from '../raise-alerts/raise.ts';

type TroubleRule = Extract<AlertRuleConfig, { on: 'feed-trouble' }>;

/** Raises one alert per rule and incident of a feed; gives the deliveries that wait. */
export async function watchFeeds(context: StageContext, rule: TroubleRule): Promise<string[]> {
  const deliveryIds: string[] = [];
  for (const feed of await context.store.health.findFeeds())
    if (isNamed(rule, feed)) deliveryIds.push(...(await watchFeed(context, rule, feed)));
  return deliveryIds;
}

const isNamed = ({ outlets }: TroubleRule, { outlet_name }: FeedWithOutlet): boolean =>
  outlets === undefined || outlets.some((name) => name.toLowerCase() === outlet_name.toLowerCase());

async function watchFeed(context: StageContext, rule: TroubleRule, feed: FeedWithOutlet): Promise<string[]> {
  const found = feedTrouble(feed, context.now());
  if (!found || !rule.troubles.includes(found.trouble)) return [];
  return raise(context, {
    ruleId: rule.id,
    ruleName: rule.name,
    occurrenceKey: `feed-${feed.id}-${found.trouble}@${found.since.toISOString()}`,
    on: rule.on,
    beatId: rule.beat ?? null,
    title: `${feed.title ?? feed.outlet_name}: ${WORDS[found.trouble]}`,
    articleId: null,
    url: feed.current_url,
    outlet: feed.outlet_name,
    labels: [],
    why: sayWhy([{ code: 'feed-trouble', ...found, since: found.since.toISOString() }], (_, id) => id),
    quotes: [],
    synthetic: (await context.config.settings()).synthetic,
    channels: rule.channels,
  });
}

const WORDS = { failing: 'feed not reached', silent: 'feed silent', gone: 'feed gone' } as const;
