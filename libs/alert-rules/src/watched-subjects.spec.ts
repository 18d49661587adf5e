import { describe, expect, it } from '@jest/globals';
import { nameOfSubject, watchedSubjects } from './watched-subjects.ts';

const names = (rule: Parameters<typeof watchedSubjects>[0]) => watchedSubjects(rule).map(nameOfSubject);

describe('watchedSubjects', () => {
  it('is the whole beat where a rule names nothing', () => {
    expect(watchedSubjects({})).toEqual([{}]);
    expect(names({})).toEqual(['the beat']);
  });
  it('watches each topic and frame by itself, in each group and language', () => {
    expect(
      names({ topics: ['bases'], frames: ['threat'], groups: ['wire', 'official'], languages: ['ja'] }),
    ).toEqual(['bases, wire, ja', 'bases, official, ja', 'threat, wire, ja', 'threat, official, ja']);
  });
});
