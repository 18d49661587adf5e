import { describe, expect, it } from '@jest/globals';
import { shouldIgnoreValidators, validatorHeaders } from './validators.ts';

const now = new Date('2026-11-22T12:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const ordinary = { notModifiedInARow: 3, lastWholeAt: hoursAgo(0.5), usualGapSeconds: 1_800, now };

describe('shouldIgnoreValidators', () => {
  it.each([
    ['in the ordinary run of things', {}, false],
    ['after a whole answer', { notModifiedInARow: 0, lastWholeAt: hoursAgo(100) }, false],
    ['at the twelfth 304 in a row', { notModifiedInARow: 12 }, true],
    ['between twelfths', { notModifiedInARow: 13 }, false],
    ['after three usual gaps of silence', { lastWholeAt: hoursAgo(1.5) }, true],
    ['not within an hour, however busy the feed', { usualGapSeconds: 10, lastWholeAt: hoursAgo(0.9) }, false],
    ['after a day, however quiet the feed', { usualGapSeconds: 10 ** 7, lastWholeAt: hoursAgo(24) }, true],
    [
      'not within a day where the rhythm is unknown',
      { usualGapSeconds: null, lastWholeAt: hoursAgo(23) },
      false,
    ],
    ['after a day where the rhythm is unknown', { usualGapSeconds: null, lastWholeAt: hoursAgo(24) }, true],
    ['where no whole answer is known', { lastWholeAt: null }, true],
  ])('%s', (_when, change, expected) => {
    expect(shouldIgnoreValidators({ ...ordinary, ...change })).toBe(expected);
  });
});

describe('validatorHeaders', () => {
  it('sends what is known', () => {
    expect(validatorHeaders('W/"x"', 'yesterday')).toEqual({
      'if-none-match': 'W/"x"',
      'if-modified-since': 'yesterday',
    });
    expect(validatorHeaders(null, null)).toEqual({});
  });

  it('leaves out what would break the request', () => {
    expect(validatorHeaders('"a\r\nX-Evil: 1"', '\u65e5\u672c')).toEqual({});
  });
});
