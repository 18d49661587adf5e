import type { DigestGroup, DigestWords } from './digest-text.ts';
import type { AlertWords } from './message-text.ts';

/** What one message of a channel may hold, in the channel's own unit (characters, bytes). */
export interface DigestLimits {
  readonly alerts: number;
  readonly budget: number;
  readonly sizeOf: (alert: AlertWords) => number;
  /** What a rule's heading takes. */
  readonly sizeOfRule: (rule: string) => number;
}

/**
 * A digest cut to what a message may hold. Rules take turns, so that one with hundreds of alerts hides no other;
 * what is left out is added to `more`.
 */
export function cutDigest(words: DigestWords, limits: DigestLimits): DigestWords {
  const kept = words.groups.map(() => 0);
  let left = limits.budget;
  let room = limits.alerts;
  for (const [rank, index, alert] of inTurns(words.groups)) {
    const rule = words.groups[index]?.rule ?? '';
    left -= limits.sizeOf(alert) + (rank === 0 ? limits.sizeOfRule(rule) : 0);
    if (left < 0 || room === 0) break;
    room -= 1;
    kept[index] = rank + 1;
  }
  const groups = words.groups
    .map(({ rule, alerts }, index) => ({ rule, alerts: alerts.slice(0, kept[index]) }))
    .filter(({ alerts }) => alerts.length > 0);
  return { ...words, groups, more: words.more + alertsIn(words.groups) - alertsIn(groups) };
}

/** Lines joined by line breaks, in order, without those that would pass `limit` UTF-16 units. */
export function linesWithin(lines: readonly string[], limit: number): string {
  let text = '';
  for (const line of lines) {
    const longer = text === '' ? line : `${text}\n${line}`;
    if (longer.length <= limit) text = longer;
  }
  return text;
}

function inTurns(groups: readonly DigestGroup[]): [rank: number, index: number, alert: AlertWords][] {
  return groups
    .flatMap(({ alerts }, index) =>
      alerts.map((alert, rank): [number, number, AlertWords] => [rank, index, alert]),
    )
    .sort(([a, x], [b, y]) => a - b || x - y);
}

const alertsIn = (groups: readonly DigestGroup[]): number =>
  groups.reduce((sum, { alerts }) => sum + alerts.length, 0);
