import { describe, expect, it } from '@jest/globals';
import { nameOfSubject, watchedSubjects } from './watched-subjects.ts';

const base = { modelId: '1', from: new Date(0), to: new Date(1) };
const names = (rule: Parameters<typeof watchedSubjects>[0]) => watchedSubjects(rule, base).map(nameOfSubject);

describe('watchedSubjects', () => {
  it('is the whole beat where a rule names nothing', () => {
    expect(watchedSubjects({}, base)).toEqual([base]);
    expect(names({})).toEqual(['the beat']);
  });
  it('watches each topic and frame by itself, in each group and language', () => {
    expect(
      names({ topics: ['bases'], frames: ['threat'], groups: ['wire', 'official'], languages: ['ja'] }),
    ).toEqual(['bases, wire, ja', 'bases, official, ja', 'threat, wire, ja', 'threat, official, ja']);
  });
});
