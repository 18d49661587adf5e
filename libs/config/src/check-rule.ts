import { type AlertRuleConfig, alertRuleConfigSchema } from '@framewatch/contracts';
import { checkValue } from './zod-problems.ts';

/** One mistake in a rule: the path of its field, such as topics.0, what is wrong, and how to mend it. */
export interface RuleMistake {
  field: string;
  message: string;
  remedy: string;
}

/** Checks a rule that comes from elsewhere than the file, in the same words. */
export function checkRule(
  value: unknown,
): { ok: true; rule: AlertRuleConfig } | { ok: false; mistakes: RuleMistake[] } {
  const checked = checkValue(alertRuleConfigSchema, value);
  if (checked.ok) return { ok: true, rule: checked.value };
  return {
    ok: false,
    mistakes: checked.findings.map(({ path, message, remedy }) => ({
      field: path.map(String).join('.'),
      message,
      remedy,
    })),
  };
}
