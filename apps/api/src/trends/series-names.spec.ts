import type { BeatSeeds } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { seriesNames } from './series-names.ts';

const seeds = {
  labels: [
    { kind: 'topic', id: 'bases', name: { en: 'Bases' } },
    { kind: 'frame', id: 'burden', name: { en: 'Burden sharing', ja: '負担' } },
    { kind: 'frame', id: 'threat', name: { ja: '脅威' } },
  ],
} as unknown as BeatSeeds;
const counted = [
  { key: '7', count: 2 },
  { key: '4', count: 9 },
  { key: '5', count: 0 },
];

describe('seriesNames', () => {
  it('draws every label of the kind in the order of the seeds, found or not', () => {
    expect(seriesNames('frame', [], seeds, new Map())).toEqual([
      { key: 'burden', name: 'Burden sharing' },
      { key: 'threat', name: 'threat' },
    ]);
  });
  it('draws outlets by how much they bring, those with nothing too', () => {
    const names = new Map([
      ['4', 'Harbor Wire'],
      ['5', 'Kawa Shimbun'],
    ]);
    expect(seriesNames('outlet', counted, seeds, names).map(({ name }) => name)).toEqual([
      'Harbor Wire',
      'Outlet 7',
      'Kawa Shimbun',
    ]);
  });
  it('says groups, countries and languages in words', () => {
    const one = (by: 'group' | 'country' | 'language', key: string) =>
      seriesNames(by, [{ key, count: 1 }], seeds, new Map())[0]?.name;
    expect([one('group', 'state-media'), one('country', 'JP'), one('language', 'ja')]).toEqual([
      'State media',
      'Japan',
      'Japanese',
    ]);
    expect(one('language', 'not a code')).toBe('not a code');
  });
});
