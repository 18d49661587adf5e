import { describe, expect, it } from '@jest/globals';
import { countsAs } from './counts-as.ts';

const labels = [
  { kind: 'topic', labelId: 'north_korea', decision: 'yes' as const },
  { kind: 'frame', labelId: 'burden_sharing', decision: 'yes' as const },
  { kind: 'frame', labelId: 'host_community', decision: 'unclear' as const },
];

describe('countsAs', () => {
  it('counts only what is decided yes', () => {
    expect(countsAs({ relevance: 'yes', labels }, [], 'page')).toEqual({
      relevant: true,
      unclear: false,
      inFraming: true,
      topics: ['north_korea'],
      frames: ['burden_sharing'],
    });
  });

  it('lets an editor overrule the model, in both directions', () => {
    const corrected = countsAs(
      { relevance: 'no', labels },
      [
        { kind: 'relevance', labelId: 'relevance', decision: 'yes' },
        { kind: 'frame', labelId: 'burden_sharing', decision: 'no' },
        { kind: 'frame', labelId: 'host_community', decision: 'yes' },
      ],
      'page',
    );
    expect(corrected).toMatchObject({ relevant: true, frames: ['host_community'], topics: ['north_korea'] });
  });

  it('keeps a summary out of framing, but in coverage', () => {
    expect(countsAs({ relevance: 'yes', labels }, [], 'feed-summary')).toMatchObject({
      relevant: true,
      inFraming: false,
      frames: [],
      topics: ['north_korea'],
    });
  });

  it('gives an irrelevant article no labels', () => {
    expect(countsAs({ relevance: 'unclear', labels }, [], 'page')).toMatchObject({
      relevant: false,
      unclear: true,
      topics: [],
      frames: [],
    });
  });
});
