import { describe, expect, it } from '@jest/globals';
import { createVocabulary } from '../lexicon/vocabulary.ts';
import { createAnalyser } from '../text/analyse.ts';
import { readVoices } from './voice.ts';

const voices = (text: string, language = 'en') =>
  readVoices(createAnalyser(createVocabulary(), language)('', text), language);

describe('readVoices', () => {
  it('tells the outlet’s own words from reported ones and names the speaker', () => {
    expect(voices('The talks ended. “We agree,” said Kenji Mori, a lawmaker.')).toEqual([
      { kind: 'outlet' },
      { kind: 'reported', speaker: 'Kenji Mori' },
    ]);
  });

  it('finds the speaker before the verb and after "according to"', () => {
    expect(voices('Antony Blinken said the deal was near.')[0]).toEqual({
      kind: 'reported',
      speaker: 'Antony Blinken',
    });
    expect(voices('According to Yuki Sato, it rained.')[0]).toEqual({
      kind: 'reported',
      speaker: 'Yuki Sato',
    });
  });

  it('gives a running quotation and a pronoun to whoever spoke before', () => {
    const [, second, third] = voices(
      'Kenji Mori said no. “It would be a very grave mistake for all.” He added nothing more.',
    );
    expect(second).toEqual({ kind: 'reported', speaker: 'Kenji Mori' });
    expect(third).toEqual({ kind: 'reported', speaker: 'Kenji Mori' });
  });

  it('reads Japanese attribution', () => {
    expect(voices('防衛省によると、訓練は終わった。', 'ja')[0]).toEqual({
      kind: 'reported',
      speaker: '防衛省',
    });
    expect(voices('森首相は「続ける」と述べた。', 'ja')[0]).toEqual({ kind: 'reported', speaker: '森首相' });
    expect(voices('会談は一時間で終わった。', 'ja')[0]).toEqual({ kind: 'outlet' });
  });
});
