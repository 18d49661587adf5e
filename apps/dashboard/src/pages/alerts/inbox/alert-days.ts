import type { Alert } from '@framewatch/contracts';
import { dayOf } from '../../../api/zone.ts';

/** The alerts of one calendar day in a zone. */
interface AlertDay {
  day: string;
  alerts: Alert[];
}

/** Alerts by the day on which they were raised, in the order in which they come. */
export function alertDays(alerts: readonly Alert[], tz: string): AlertDay[] {
  const days: AlertDay[] = [];
  for (const alert of alerts) {
    const day = dayOf(new Date(alert.raisedAt), tz);
    const last = days.at(-1);
    if (last?.day === day) last.alerts.push(alert);
    else days.push({ day, alerts: [alert] });
  }
  return days;
}

/** How often each rule stands in a list, the most frequent first. */
export function countByRule(alerts: readonly Alert[]): { ruleId: string; ruleName: string; n: number }[] {
  const counts = new Map<string, { ruleId: string; ruleName: string; n: number }>();
  for (const { ruleId, ruleName } of alerts) {
    const count = counts.get(ruleId) ?? { ruleId, ruleName, n: 0 };
    counts.set(ruleId, { ...count, n: count.n + 1 });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n);
}
