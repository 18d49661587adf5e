import { alertRuleConfigSchema, type RulePreview } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { rules } from '../../../../dev/synthetic-alerts.ts';
import { draftOf, freshId, newDraft, ruleOf } from './draft.ts';
import { ruleKinds } from './rule-kinds.ts';
import { tooMany } from './too-many.ts';

describe('a draft', () => {
  it('gives every rule of the file back as it was', () => {
    for (const rule of rules) expect(alertRuleConfigSchema.parse(ruleOf(draftOf(rule)))).toEqual(rule);
  });

  it('is a rule that the file takes, whatever kind is chosen last', () => {
    const filled = {
      ...newDraft('us-japan-alliance'),
      id: 'one',
      name: ' One ',
      topics: ['china_taiwan'],
      frames: ['burden_sharing'],
      outlets: ['Example Wire'],
      words: ['bloc'],
      minimumRelevance: 0.7,
      minimumScore: 0.8,
      after: '30d',
      coolDown: '1h',
      urgent: true,
    };
    for (const on of ruleKinds)
      expect(alertRuleConfigSchema.safeParse(ruleOf({ ...filled, on }))).toMatchObject({
        success: true,
        data: { on, name: 'One', urgent: true, coolDown: '1h' },
      });
  });

  it('asks no score of a topic or frame where none is named', () => {
    const rule = ruleOf({ ...newDraft('b'), minimumScore: 0.8, minimumRelevance: 0.7 });
    expect(rule).toMatchObject({ minimumRelevance: 0.7 });
    expect(rule).not.toHaveProperty('minimumScore');
  });
});

describe('the id of a new rule', () => {
  it('comes from its name, and is never one that is taken', () => {
    expect(freshId('Who pays, again?', 'spike', [])).toBe('who-pays-again');
    expect(freshId('Éclairs 2026', 'spike', ['eclairs-2026'])).toBe('eclairs-2026-2');
    expect(freshId('駐留経費', 'new-story', ['new-story'])).toBe('new-story-2');
    expect(freshId('2026: a year', 'spike', [])).toBe('a-year');
  });
});

describe('the warning of too many alerts', () => {
  const preview = (counts: (number | null)[]): RulePreview => ({
    periods: [
      {
        days: counts.length,
        wouldHaveFired: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
        perDay: counts.map((count, day) => ({ day: `2026-05-0${day + 1}`, count })),
      },
    ],
    shown: [],
    caveats: [],
  });

  it('is silent up to twenty a day', () => {
    expect(tooMany(preview([20, 20, 20]), newDraft('b'))).toBeNull();
  });

  it('reckons with the days that were watched, not with gaps', () => {
    expect(tooMany(preview([null, null, 30, 40]), newDraft('b'))?.perDay).toBe(35);
  });

  it('proposes the next stricter score, of what the rule is about', () => {
    const busy = preview([90]);
    const draft = newDraft('b');
    expect(tooMany(busy, draft)).toMatchObject({
      raise: { field: 'minimumRelevance', to: 0.6 },
      onePerStory: true,
    });
    expect(tooMany(busy, { ...draft, frames: ['f'], minimumScore: 0.7, on: 'new-story' })).toMatchObject({
      raise: { field: 'minimumScore', to: 0.8 },
      onePerStory: false,
    });
    expect(tooMany(busy, { ...draft, minimumRelevance: 0.95 })?.raise).toBeNull();
    expect(tooMany(busy, { ...draft, on: 'spike' })).toMatchObject({ raise: null, onePerStory: false });
  });
});
