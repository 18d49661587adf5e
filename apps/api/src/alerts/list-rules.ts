import type { AlertRuleView } from '@framewatch/contracts';
import type { ApiContext } from '../runtime/api-context.ts';
import { readAlerts } from '../runtime/settings.ts';
import { ruleWords } from './rule-words.ts';

const WEEK_MS = 7 * 86_400_000;

/** The rules in force, in words, with how often each fired in the last seven days. */
export async function listRules({ store, beats, now }: ApiContext): Promise<AlertRuleView[]> {
  const [{ rules }, live, fired] = await Promise.all([
    readAlerts(store),
    beats.all(),
    store.health.countFired(new Date(now().getTime() - WEEK_MS)),
  ]);
  return rules.map((rule) => {
    const beat = live.find(({ id }) => id === rule.beat);
    return {
      id: rule.id,
      name: rule.name,
      on: rule.on,
      beat: rule.beat ?? null,
      enabled: rule.enabled,
      channels: rule.channels,
      when: ruleWords(rule, (beat?.active ?? beat?.preparing)?.seeds),
      fired7Days: fired[rule.id] ?? 0,
      rule,
      snoozedUntil: null,
    };
  });
}
