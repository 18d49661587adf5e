import { type Check, isAmong, replayTrouble, titleOfTrouble, whyTrouble } from '@framewatch/alert-rules';
import type { PastCheck } from '@framewatch/store';
import { ofWindow, type Past, type Replay, type RuleOn } from './past.ts';

/** So long before the period a feed's rhythm is learnt. */
const RHYTHM_MS = 30 * 86_400_000;
const SUCCESSES = new Set(['fetched', 'unchanged', 'pushed']);

/** Replays the troubles of feeds from their checks: one alert per feed and incident. */
export async function replayFeeds(
  { context, from, now }: Past,
  rule: RuleOn<'feed-trouble'>,
): Promise<Replay> {
  const { health, ruleHistory } = context.store;
  const [feeds, checks] = await Promise.all([
    health.findFeeds(),
    ruleHistory.findTellingChecks(new Date(from.getTime() - RHYTHM_MS)),
  ]);
  const alerts = feeds
    .filter(({ outlet_name }) => isAmong(rule.outlets, [outlet_name]))
    .flatMap((feed) =>
      replayTrouble(checks.filter(({ feed_id }) => feed_id === feed.id).map(checkOf), feed, now)
        .filter(({ trouble }) => rule.troubles.includes(trouble))
        .map((found) => ({
          ...ofWindow(
            found.at,
            titleOfTrouble(feed.title ?? feed.outlet_name, found.trouble),
            whyTrouble(found),
          ),
          outlet: feed.outlet_name,
        })),
    );
  const caveats = rule.troubles.includes('silent')
    ? ['Past silences are told from when entries came, which can be a little after they were published.']
    : [];
  return { alerts, caveats };
}

const checkOf = ({ at, outcome, new_entries, failing, error }: PastCheck): Check => ({
  at,
  isSuccess: SUCCESSES.has(outcome),
  isGone: outcome === 'gone',
  newEntries: new_entries,
  failing,
  error,
});
