import type { AlertMessage, DigestMessage } from './alert-channel.types.ts';
import { type AlertWords, formatTime, oneLine, shorten, webAddress, wordsOf } from './message-text.ts';

/** What every channel says of several alerts, before any channel's own markup. */
export interface DigestWords {
  /** One line that tells: how many, of what, and why together. */
  readonly subject: string;
  readonly heading: string;
  /** What the alerts were gathered over, and how many they are. */
  readonly summary: string;
  /** By rule, in the order in which the rules first appear; the newest alert first. */
  readonly groups: readonly DigestGroup[];
  /** Alerts that the message does not carry. */
  readonly more: number;
  readonly dashboardUrl: string | null;
}

export interface DigestGroup {
  readonly rule: string;
  readonly alerts: readonly AlertWords[];
}

const MAX_HEADING_LENGTH = 80;
const MAX_RULES_IN_SUBJECT = 2;
const MAX_RULE_LENGTH = 60;

/** The words of a digest: alerts grouped by rule, lengths bounded, addresses checked; times in `timeZone`. */
export function digestWordsOf(message: DigestMessage, timeZone: string): DigestWords {
  const groups = groupsOf(message.alerts);
  const heading = shorten(oneLine(message.heading), MAX_HEADING_LENGTH);
  return {
    subject: subjectOf(message, heading, groups),
    heading,
    summary: `${counted(message.alerts.length + message.more)} · ${periodOf(message, timeZone)}`,
    groups: groups.map(({ rule, alerts }) => ({
      rule,
      alerts: alerts.map((alert) => wordsOf(alert, timeZone)),
    })),
    more: message.more,
    dashboardUrl: webAddress(message.dashboardUrl),
  };
}

/** "1 alert", "14 alerts". */
export function counted(alerts: number): string {
  return alerts === 1 ? '1 alert' : `${alerts} alerts`;
}

/** "and 14 more"; empty where nothing is left out. */
export function andMore(left: number): string {
  return left === 0 ? '' : `and ${left} more`;
}

function groupsOf(alerts: readonly AlertMessage[]): { rule: string; alerts: AlertMessage[] }[] {
  const groups = new Map<string, { rule: string; alerts: AlertMessage[] }>();
  for (const alert of alerts) {
    const group = groups.get(alert.ruleId) ?? { rule: shorten(oneLine(alert.ruleName), 100), alerts: [] };
    group.alerts.push(alert);
    groups.set(alert.ruleId, group);
  }
  return [...groups.values()];
}

function subjectOf(
  { alerts, more, synthetic }: DigestMessage,
  heading: string,
  groups: readonly { rule: string; alerts: readonly AlertMessage[] }[],
): string {
  const [first] = alerts;
  const mark = synthetic ? '[synthetic] ' : '';
  const rules = groups
    .slice(0, MAX_RULES_IN_SUBJECT)
    .map(({ rule, alerts: own }) => withCount(shorten(rule, MAX_RULE_LENGTH), own.length, groups.length));
  const others = groups.length - rules.length;
  if (others > 0) rules.push(others === 1 ? 'another rule' : `${others} more rules`);
  if (alerts.length + more === 1 && first) return `${mark}${shorten(oneLine(first.title), 120)} (${heading})`;
  return `${mark}${counted(alerts.length + more)}: ${rules.join(', ')} (${heading})`;
}

const withCount = (rule: string, count: number, rules: number): string =>
  rules === 1 ? rule : `${rule} (${count})`;

function periodOf({ from, until }: DigestMessage, timeZone: string): string {
  const end = formatTime(until, timeZone);
  return from === null ? `until ${end}` : `${formatTime(from, timeZone)} to ${end}`;
}
