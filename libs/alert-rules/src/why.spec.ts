import { type AlertRuleConfig, alertRuleConfigSchema } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { judgeArticle } from './judge-article.ts';
import { type ArticleRule, matchesRule } from './match-rule.ts';
import { sayWhy, whyArticle } from './why.ts';

const rule = (changes: object = {}) =>
  alertRuleConfigSchema.parse({
    id: 'r',
    name: 'R',
    on: 'new-article',
    beat: 'b',
    channels: ['in-app'],
    ...changes,
  }) as AlertRuleConfig & ArticleRule;
type Corrections = Parameters<typeof judgeArticle>[0]['corrections'];
const article = (corrections: Corrections = []) =>
  judgeArticle(
    {
      beat: 'b',
      title: 'Talks',
      text: 'The bloc met. It left.',
      outlet: 'Harbor Wire',
      group: 'wire',
      language: 'en',
      relevanceScore: 0.8,
      labels: [
        { kind: 'topic', labelId: 'bases', score: 0.9, decision: 'yes' },
        { kind: 'topic', labelId: 'budget', score: 0.3, decision: 'no' },
        { kind: 'frame', labelId: 'threat', score: 0.7, decision: 'yes' },
      ],
      corrections,
    },
    'yes',
    'page',
  );
const say = (changes: object, corrections?: Corrections) =>
  sayWhy(whyArticle(rule(changes), article(corrections), { edited: false }), (_kind, id) => id);

describe('why an article met a rule', () => {
  it('names the conditions that were asked, and the sentence of the word', () => {
    expect(say({})).toBe('Relevant (0.80); on bases (0.90); framed as threat (0.70).');
    expect(
      say({
        topics: ['bases', 'budget'],
        outlets: ['harbor wire'],
        groups: ['wire'],
        languages: ['en'],
        words: ['bloc', 'x'],
      }),
    ).toBe(
      'Relevant (0.80); on bases (0.90); from Harbor Wire; an outlet of the kind wire; in English; with “bloc” in “The bloc met.”.',
    );
  });
  it('says where an editor said so', () => {
    const corrections: Corrections = [
      { kind: 'relevance', labelId: 'relevance', decision: 'yes' },
      { kind: 'topic', labelId: 'budget', decision: 'yes' },
      { kind: 'topic', labelId: 'bases', decision: 'no' },
    ];
    expect(say({}, corrections)).toBe(
      'Relevant, as an editor says; on budget (1.00); framed as threat (0.70).',
    );
  });
});

describe('corrections', () => {
  const fires = (changes: object, corrections: Corrections) =>
    matchesRule(rule(changes), article(corrections));
  it('are certain, and what they deny has no score any more', () => {
    const yes: Corrections = [{ kind: 'topic', labelId: 'budget', decision: 'yes' }];
    const no: Corrections = [{ kind: 'topic', labelId: 'bases', decision: 'no' }];
    expect(fires({ topics: ['budget'], minimumScore: 0.99 }, yes)).toBe(true);
    expect(fires({ topics: ['budget'], minimumScore: 0.2 }, [])).toBe(false);
    expect(fires({ minimumScore: 0.8 }, no)).toBe(false);
    expect(fires({ topics: ['bases', 'budget'], minimumScore: 0.8 }, [...yes, ...no])).toBe(true);
    expect(fires({}, [{ kind: 'relevance', labelId: 'relevance', decision: 'no' }])).toBe(false);
    expect(
      fires({ minimumRelevance: 0.95 }, [{ kind: 'relevance', labelId: 'relevance', decision: 'yes' }]),
    ).toBe(true);
  });
});
