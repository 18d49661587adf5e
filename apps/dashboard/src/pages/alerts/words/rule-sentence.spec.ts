import type { AlertRuleConfig } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { rules } from '../../../../dev/synthetic-alerts.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { type RuleNames, ruleSentence } from './rule-sentence.ts';

const names: RuleNames = {
  beat: () => 'the alliance',
  label: (_, id) => id.replaceAll('_', ' '),
  group: (id) => id.replaceAll('-', ' '),
  language: (code) => (code === 'en' ? 'English' : code),
  channel: (id) => (id === 'in-app' ? 'Inbox' : id),
  score: (value) => value.toFixed(2),
};
const ruleOf = (id: string) => rules.find((rule) => rule.id === id) as AlertRuleConfig;
const told = (rule: AlertRuleConfig, words = en) => ruleSentence(rule, names, words);

describe('the sentence of a rule', () => {
  it('says every condition with names in place of ids', () => {
    expect(told(ruleOf('state-media')).when).toBe(
      'Tell me of every new article on the alliance framed as provocation encirclement from outlets of the kind state media or official, written in English, with the words “Cold War mentality” or “bloc”, with a relevance of at least 0.70.',
    );
  });

  it('says where it is told, how eagerly and how seldom', () => {
    expect(told(ruleOf('who-pays')).tell).toBe(
      'Send it to Inbox, newsroom, and desk at once, even in quiet hours.',
    );
    expect(told(ruleOf('state-media')).tell).toBe(
      'Send it to archive. After one, keep further ones together for 6 hours.',
    );
  });

  it('has words for every kind in both languages, with no id left', () => {
    for (const rule of [
      ...rules,
      {
        ...ruleOf('spikes'),
        on: 'first-coverage',
        knownFor: '14d',
        after: '30d',
      } as unknown as AlertRuleConfig,
    ])
      for (const words of [en, ja]) {
        const { when } = told(rule, words);
        expect(when.length).toBeGreaterThan(15);
        expect(when).not.toMatch(/undefined|null|china_taiwan|30d/);
      }
  });
});
