import { stageNameSchema } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { JOBS, PIPELINE, RECURRING } from './pipeline.ts';

const names = stageNameSchema.options;

describe('pipeline', () => {
  it('has a contract for every stage, filed under its own name', () => {
    expect(Object.keys(JOBS).sort()).toEqual([...names].sort());
    for (const name of names) expect(JOBS[name].name).toBe(name);
  });

  it('reaches every stage from the recurring ones, but for the one that people ask for', () => {
    const reached = new Set(['preview-feed', ...RECURRING.map((job) => job.name as string)]);
    for (let grew = true; grew; ) {
      const before = reached.size;
      for (const name of names) if (reached.has(name)) for (const next of PIPELINE[name]) reached.add(next);
      grew = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...names].sort());
  });

  it('gives ids that BullMQ accepts: no colon, not only digits, the same for the same payload', () => {
    const ids = [
      JOBS['poll-feed'].id({ feedId: '7' }),
      JOBS['read-article'].id({ articleId: '7' }),
      JOBS['deliver-alert'].id({ deliveryId: '7' }),
    ];
    for (const id of ids) expect(id).toMatch(/^(?!\d+$)[^:]+$/);
    expect(JOBS['read-article'].id({ articleId: '7' })).toBe(ids[1]);
    expect(JOBS['read-article'].id({ articleId: '8' })).not.toBe(ids[1]);
  });

  it('says for every job why it is tried so often', () => {
    for (const name of names) expect(JOBS[name].why.length).toBeGreaterThan(10);
  });

  it('refuses a payload that carries more than an id', () => {
    expect(() => JOBS['read-article'].payload.parse({ articleId: '7', title: 'x' })).toThrow();
    expect(() => JOBS['read-article'].payload.parse({ articleId: 'seven' })).toThrow();
  });
});
