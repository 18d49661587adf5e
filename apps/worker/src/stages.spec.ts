import { stageNameSchema } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { stageModules } from './stages.ts';

describe('stageModules', () => {
  it('gives a module of its own for every stage', () => {
    expect(new Set(stageModules(undefined)).size).toBe(stageNameSchema.options.length);
    expect(stageModules(stageNameSchema.options)).toEqual(expect.arrayContaining(stageModules(undefined)));
  });
  it('gives the chosen ones alone', () => {
    expect(stageModules(['poll-feed', 'read-article'])).toHaveLength(2);
  });
  it('refuses a stage that there is not, naming those that there are', () => {
    expect(() => stageModules(['poll-feed', 'read-articles'])).toThrow(
      /no stage "read-articles".*poll-feed, read-article/,
    );
    expect(() => stageModules(['toString'])).toThrow(/no stage "toString"/);
  });
});
