import type { AlertRuleConfig } from '@framewatch/contracts';
import type { ModelRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Rules on trends are looked at every minute: what came so shortly before a change may not have been looked at. */
const GRACE_MS = 120_000;

/**
 * From when on a rule may alert of what it sees: since it has these conditions, and since the model is in force. What it
 * would have seen before is no news: it comes from the edit, or from the re-classification.
 */
export async function sinceWhen(
  { store, now }: StageContext,
  rule: AlertRuleConfig,
  model: Pick<ModelRow, 'activated_at'>,
): Promise<Date> {
  const since = await store.ruleMemory.knownSince(rule.id, conditionsOf(rule), now());
  const latest = Math.max(since.getTime(), model.activated_at?.getTime() ?? 0);
  return new Date(latest - GRACE_MS);
}

/** What a rule asks, without its name and whom it tells. */
function conditionsOf(rule: AlertRuleConfig): string {
  const { name: _name, channels: _channels, urgent: _urgent, coolDown: _coolDown, ...conditions } = rule;
  return JSON.stringify(Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1)));
}
