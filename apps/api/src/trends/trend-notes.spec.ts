import { describe, expect, it } from '@jest/globals';
import { trendNotes } from './trend-notes.ts';

const day = (n: number, hour = 0) => new Date(Date.UTC(2026, 4, n, hour));
const buckets = [1, 2, 3].map((n) => ({ start: day(n), end: day(n + 1) }));
const notes = (parts: Partial<Parameters<typeof trendNotes>[0]>) =>
  trendNotes({ buckets, models: [], watched: [], loads: [], ...parts });

describe('trendNotes', () => {
  it('keeps silent on feeds that were there when the range began', () => {
    expect(notes({ watched: [{ outlet: 'Harbor Wire', from: day(1), to: null }] })).toEqual([]);
  });
  it('gives one note for all feeds that were added within a bucket', () => {
    const watched = ['A', 'B', 'C', 'D', 'D'].map((outlet, i) => ({ outlet, from: day(2, i), to: null }));
    expect(notes({ watched })).toEqual([
      { at: day(2).toISOString(), kind: 'feed-added', text: '5 feeds added: A, B, C and 1 more outlets.' },
    ]);
  });
  it('notes a removal and a change of models, in the order of time', () => {
    const found = notes({
      watched: [{ outlet: 'Harbor Wire', from: day(1), to: day(3, 5) }],
      models: [{ at: day(2, 4), version: 'abcdef0123456789' }],
    });
    expect(found.map(({ kind }) => kind)).toEqual(['model-change', 'feed-removed']);
    expect(found[0]?.text).toContain('abcdef01');
  });
  it('names only the last of several models of one bucket', () => {
    const models = [1, 2].map((hour) => ({ at: day(3, hour), version: `version-${hour}` }));
    expect(notes({ models }).map(({ text }) => text)).toEqual([
      '2 models came into force, the last one version-.',
    ]);
  });
  it('says of imports what they brought, of which days, and that nobody watched', () => {
    const load = {
      kind: 'import' as const,
      name: 'x.jsonl',
      at: day(3),
      articles: 1_204,
      from: day(-40),
      to: day(2),
    };
    expect(notes({ loads: [load] })).toEqual([
      {
        at: day(1).toISOString(),
        kind: 'import',
        text: '1204 articles of 2026-03-21 to 2026-05-02 imported on 2026-05-03 from x.jsonl. They came by no feed: what is missing among them is not known.',
      },
    ]);
  });
});
