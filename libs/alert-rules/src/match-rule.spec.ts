import type { AlertRuleConfig } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { type MatchedArticle, matchesRule } from './match-rule.ts';

const article: MatchedArticle = {
  beat: 'us-japan-alliance',
  title: 'Tokyo agrees to pay more',
  text: 'Japan will raise its share of the cost.',
  outlet: 'Harbor Wire',
  group: 'wire',
  language: 'en',
  relevant: true,
  relevanceScore: 0.9,
  topics: ['host_nation_support'],
  frames: ['burden_sharing'],
  labels: [{ kind: 'frame', labelId: 'burden_sharing', score: 0.7 }],
};
const rule = (conditions: object = {}) =>
  ({
    id: 'r',
    name: 'R',
    on: 'new-article',
    enabled: true,
    channels: ['in-app'],
    beat: 'us-japan-alliance',
    ...conditions,
  }) as Extract<AlertRuleConfig, { on: 'new-article' }>;
const fires = (conditions: object, changes: Partial<MatchedArticle> = {}) =>
  matchesRule(rule(conditions), { ...article, ...changes });

describe('matchesRule', () => {
  it('fires on any relevant article of its beat without conditions', () => {
    expect(fires({})).toBe(true);
    expect(fires({}, { relevant: false })).toBe(false);
    expect(fires({ beat: 'other' })).toBe(false);
  });
  it('wants every condition, and one value of each list', () => {
    expect(fires({ frames: ['host_community', 'burden_sharing'], groups: ['wire'] })).toBe(true);
    expect(fires({ frames: ['burden_sharing'], groups: ['newspaper'] })).toBe(false);
    expect(fires({ outlets: ['harbor wire'] })).toBe(true);
  });
  it('finds whole words, not parts of words', () => {
    expect(fires({ words: ['pay'] })).toBe(true);
    expect(fires({ words: ['apan'] })).toBe(false);
    expect(fires({ words: ['PAY MORE'] })).toBe(true);
    expect(fires({ words: ['同盟'] }, { text: '日米同盟を強化' })).toBe(true);
  });
  it('asks for a score of the labels that it names', () => {
    expect(fires({ frames: ['burden_sharing'], minimumScore: 0.6 })).toBe(true);
    expect(fires({ frames: ['burden_sharing'], minimumScore: 0.8 })).toBe(false);
    expect(fires({ minimumRelevance: 0.95 })).toBe(false);
  });
});
