import type { AlertRuleConfig } from '@framewatch/contracts';
import type { RuleKind } from './rule-kinds.ts';

/** A rule while it is edited: every field of every kind, so that trying another kind loses nothing. */
export interface Draft {
  id: string;
  on: RuleKind;
  name: string;
  enabled: boolean;
  beat: string;
  topics: string[];
  frames: string[];
  outlets: string[];
  groups: string[];
  languages: string[];
  words: string[];
  /** Null: no minimum. */
  minimumRelevance: number | null;
  minimumScore: number | null;
  spikeWindow: 'hour' | 'day' | 'week';
  shiftWindow: 'day' | 'week';
  spikeArticles: number;
  shiftArticles: number;
  after: string | null;
  knownFor: string;
  troubles: string[];
  channels: string[];
  urgent: boolean;
  coolDown: string | null;
}

export function newDraft(beat: string, on: RuleKind = 'new-article'): Draft {
  return {
    id: '',
    on,
    name: '',
    enabled: true,
    beat,
    topics: [],
    frames: [],
    outlets: [],
    groups: [],
    languages: [],
    words: [],
    minimumRelevance: null,
    minimumScore: null,
    spikeWindow: 'day',
    shiftWindow: 'week',
    spikeArticles: 5,
    shiftArticles: 10,
    after: null,
    knownFor: '14d',
    troubles: ['silent', 'failing', 'gone'],
    channels: ['in-app'],
    urgent: false,
    coolDown: null,
  };
}

/** A rule of alerts.yaml as a draft. */
export function draftOf(rule: AlertRuleConfig): Draft {
  const draft = {
    ...newDraft(rule.beat ?? '', rule.on),
    id: rule.id,
    name: rule.name,
    enabled: rule.enabled,
  };
  const { beat: _beat, ...given } = rule;
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => name in draft));
  const whole: Draft = { ...draft, ...known };
  if (rule.on === 'spike') return { ...whole, spikeWindow: rule.window, spikeArticles: rule.minimumArticles };
  if (rule.on === 'framing-shift')
    return { ...whole, shiftWindow: rule.window, shiftArticles: rule.minimumArticles };
  return whole;
}

/** The rule that a draft stands for: only what its kind knows, and nothing that is left empty. */
export function ruleOf(draft: Draft): AlertRuleConfig {
  const { id, name, enabled, channels, urgent, coolDown, beat } = draft;
  const base = {
    id,
    name: name.trim(),
    enabled,
    channels,
    ...(urgent ? { urgent } : {}),
    ...given({ coolDown }),
  };
  return { ...base, ...conditionsOf(draft), ...(beat === '' ? {} : { beat }) } as AlertRuleConfig;
}

function conditionsOf(draft: Draft): object {
  const { on, topics, frames, outlets, groups, languages, words, minimumRelevance, minimumScore } = draft;
  // A score is that of a topic or frame: without one it has nothing to measure.
  const score = topics.length + frames.length > 0 ? minimumScore : null;
  switch (on) {
    case 'new-article':
    case 'new-story':
      return {
        on,
        ...given({
          topics,
          frames,
          outlets,
          groups,
          languages,
          words,
          minimumRelevance,
          minimumScore: score,
        }),
      };
    case 'spike':
      return {
        on,
        ...given({ topics, frames, groups, languages }),
        window: draft.spikeWindow,
        minimumArticles: draft.spikeArticles,
      };
    case 'framing-shift':
      return {
        on,
        ...given({ topics, frames, groups, languages }),
        window: draft.shiftWindow,
        minimumArticles: draft.shiftArticles,
      };
    case 'first-coverage':
      return {
        on,
        ...given({ topics, outlets, groups, languages, after: draft.after }),
        ...given({ minimumScore: topics.length > 0 ? minimumScore : null }),
        knownFor: draft.knownFor,
      };
    case 'feed-trouble':
      return { on, ...given({ outlets }), troubles: draft.troubles };
  }
}

function given(fields: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** An id from a name, free among those taken: Latin letters as they are, other scripts by the kind of the rule. */
export function freshId(name: string, on: string, taken: readonly string[]): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60);
  const stem = letters.length >= 3 ? letters : on;
  if (!taken.includes(stem)) return stem;
  for (let n = 2; ; n += 1) if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`;
}
