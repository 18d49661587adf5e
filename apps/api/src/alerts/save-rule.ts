import type { AlertRuleConfig, SaveRuleAnswer } from '@framewatch/contracts';
import { invalid } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';

/** Adds a rule to the file. An audit row says so. */
export async function addRule(
  { alertsFile, store }: ApiContext,
  rule: AlertRuleConfig,
  version?: string,
): Promise<SaveRuleAnswer> {
  const answer = await alertsFile.add(rule, version ?? null);
  if (answer.saved) await store.upkeep.audit('alert rule added in the dashboard', { rule });
  return answer;
}

/** Puts a rule in the place of the one with this id. */
export async function replaceRule(
  { alertsFile, store }: ApiContext,
  id: string,
  rule: AlertRuleConfig,
  version?: string,
): Promise<SaveRuleAnswer> {
  if (rule.id !== id)
    throw invalid([
      {
        field: 'rule.id',
        message: `The id of a rule never changes, because its alerts are remembered under it. Leave it ${id}, or add a new rule and remove this one.`,
      },
    ]);
  const answer = await alertsFile.replace(rule, version ?? null);
  if (answer.saved) await store.upkeep.audit('alert rule changed in the dashboard', { rule });
  return answer;
}

/** Takes a rule out of the file. */
export async function removeRule(
  { alertsFile, store }: ApiContext,
  id: string,
  version?: string,
): Promise<SaveRuleAnswer> {
  const answer = await alertsFile.remove(id, version ?? null);
  if (answer.saved) await store.upkeep.audit('alert rule removed in the dashboard', { id });
  return answer;
}
