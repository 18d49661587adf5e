import { type AlertRuleConfig, alertRuleConfigSchema, type BeatSeeds } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { ruleWords } from './rule-words.ts';

const seeds = {
  labels: [
    { kind: 'frame', id: 'burden_sharing', name: { en: 'Burden sharing' } },
    { kind: 'topic', id: 'us_forces_bases', name: { en: 'US forces and bases' } },
  ],
} as unknown as BeatSeeds;
const words = (rule: Partial<AlertRuleConfig> & { on: string }) =>
  ruleWords(
    alertRuleConfigSchema.parse({ id: 'r', name: 'R', beat: 'b', channels: ['in-app'], ...rule }),
    seeds,
  );

describe('ruleWords', () => {
  it('says a rule without conditions plainly', () => {
    expect(words({ on: 'new-article' })).toBe('A new article is relevant.');
  });
  it('names every condition, labels by their names', () => {
    expect(
      words({
        on: 'new-story',
        topics: ['us_forces_bases', 'unknown_topic'],
        frames: ['burden_sharing'],
        groups: ['state-media'],
        languages: ['ja'],
        words: ['host nation'],
        minimumScore: 0.8,
      }),
    ).toBe(
      'A new story is relevant on US forces and bases or unknown_topic framed as Burden sharing ' +
        'from outlets of the kind state media in Japanese with the words “host nation”, score at least 0.8 for one of them.',
    );
  });
  it('tells windows and least numbers of trend rules', () => {
    expect(words({ on: 'spike' })).toBe('Far more coverage than usual in one day, with at least 5 articles.');
    expect(words({ on: 'framing-shift', window: 'week' })).toContain('from one week to the next');
  });
  it('lists the troubles of feeds', () => {
    expect(words({ on: 'feed-trouble', troubles: ['silent', 'gone'], outlets: ['Harbor Wire'] })).toBe(
      'A feed of Harbor Wire falls silent or is gone for good.',
    );
  });
});
