import type { AlertRuleConfig } from '@framewatch/contracts';
import type { Words } from './en.ts';
import type { RuleInWords } from './sentence-words.ts';

/** How ids and codes are called in the interface's language. */
export interface RuleNames {
  beat: (id: string) => string;
  label: (kind: 'topic' | 'frame', id: string, beat: string | undefined) => string;
  group: (id: string) => string;
  language: (code: string) => string;
  channel: (id: string) => string;
  score: (value: number) => string;
}

/** The sentence that a rule reads as: what it waits for, and where it tells. Pure. */
export function ruleSentence(
  rule: AlertRuleConfig,
  names: RuleNames,
  words: Words,
): { when: string; tell: string } {
  const told = ruleInWords(rule, names, words);
  return { when: words.sentence[rule.on](told), tell: words.sentence.tell(told) };
}

function ruleInWords(rule: AlertRuleConfig, names: RuleNames, words: Words): RuleInWords {
  const any: Partial<Record<string, unknown>> = rule;
  const list = (name: string, nameOf: (id: string) => string) => ((any[name] as string[]) ?? []).map(nameOf);
  const score = (name: string) => (typeof any[name] === 'number' ? names.score(any[name]) : null);
  const duration = (name: string) => (any[name] ? durationWords(any[name] as string, words) : null);
  return {
    beat: rule.beat === undefined ? null : names.beat(rule.beat),
    topics: list('topics', (id) => names.label('topic', id, rule.beat)),
    frames: list('frames', (id) => names.label('frame', id, rule.beat)),
    outlets: list('outlets', (name) => name),
    groups: list('groups', names.group),
    languages: list('languages', names.language),
    words: list('words', (word) => word),
    minimumRelevance: score('minimumRelevance'),
    minimumScore: score('minimumScore'),
    window: 'window' in rule ? words.editor.windows[rule.window] : '',
    minimumArticles: 'minimumArticles' in rule ? String(rule.minimumArticles) : '',
    after: duration('after'),
    troubles: list('troubles', (id) => words.editor.troubles[id]?.[0] ?? id),
    channels: list('channels', names.channel),
    urgent: rule.urgent ?? false,
    coolDown: duration('coolDown'),
  };
}

/** A length of time such as `6h` as people say it. */
export function durationWords(duration: string, { editor }: Words): string {
  const n = Number.parseInt(duration, 10);
  switch (duration.at(-1)) {
    case 'd':
      return editor.days(n);
    case 'h':
      return editor.hours(n);
    default:
      return editor.minutes(n);
  }
}
