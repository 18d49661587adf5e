import { describe, expect, it } from '@jest/globals';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['conceptGroup', 'conceptGroups'],
    ['ques', 'cues'],
    ['Definitions', 'definition'],
    ['weather', null],
  ])('of %s is %s', (word, expected) => {
    expect(nearest(word, ['cues', 'definition', 'conceptGroups'])).toBe(expected);
  });
});
