import type { FeedEntry, ReadFeed } from '@framewatch/feeds';
import { describe, expect, it } from '@jest/globals';
import { foundEntries, statedTime } from './found-entries.ts';

const SEEN = new Date('2026-05-12T12:00:00.000Z');
const entry = (changes: Partial<FeedEntry> = {}): FeedEntry =>
  ({
    id: 'one',
    url: 'https://harbor.example/one',
    title: 'Tokyo pays more',
    authors: [],
    html: '',
    summaryText: 'A summary.',
    published: { instant: '2026-05-12T09:00:00.000Z', offsetMinutes: 540 },
    ...changes,
  }) as unknown as FeedEntry;
const found = (...entries: FeedEntry[]) => foundEntries({ entries } as unknown as ReadFeed, SEEN);

describe('foundEntries', () => {
  it('takes the longer of content and summary, and calls only a long content whole', () => {
    const long = `<p>${'A sentence of the whole text. '.repeat(60)}</p>`;
    expect(found(entry())[0]).toMatchObject({ feedText: 'A summary.', feedTextIsWhole: false });
    expect(found(entry({ html: long }))[0]).toMatchObject({ feedTextIsWhole: true });
    expect(found(entry({ summaryText: '' }))[0]?.feedText).toBeNull();
  });

  it('leaves out what has no address, or neither headline nor words', () => {
    expect(found(entry({ url: null }), entry({ title: ' ', summaryText: '' }))).toEqual([]);
    expect(found(entry({ title: '' }))[0]?.title).toBe('A summary.');
  });

  it('takes an address alone from a sitemap: counted at its last change at the latest, and no change makes it another', () => {
    const listed = (updated: string) =>
      foundEntries(
        {
          format: 'sitemap',
          entries: [
            entry({
              title: '',
              summaryText: '',
              published: null,
              updated: { instant: updated, offsetMinutes: null, precision: 'second', zone: 'stated' },
            }),
          ],
        } as unknown as ReadFeed,
        SEEN,
      )[0];
    expect(listed('2026-05-11T09:00:00.000Z')).toMatchObject({
      title: 'https://harbor.example/one',
      feedText: null,
      statedAt: null,
      countedAt: '2026-05-11T09:00:00.000Z',
      dateIsStated: false,
    });
    expect(listed('2026-05-11T09:00:00.000Z')?.entryHash).toBe(listed('2026-05-12T09:00:00.000Z')?.entryHash);
    expect(listed('2027-05-11T09:00:00.000Z')?.countedAt).toBe(SEEN.toISOString());
  });

  it('takes one article once, though its link is tracked and its id another', () => {
    const tracked = entry({ id: 'again', url: 'https://harbor.example/one?utm_source=rss' });
    expect(found(entry(), tracked).map(({ guid }) => guid)).toEqual(['one']);
  });

  it('does not believe an id that several articles carry', () => {
    const all = found(entry({ id: 'home' }), entry({ id: 'home', url: 'https://harbor.example/two' }));
    expect(new Set(all.map(({ guid }) => guid)).size).toBe(2);
    expect(all.map(({ guid }) => guid)).not.toContain('home');
    expect(found(entry({ id: 'home' }))[0]?.guid).toBe('home');
  });

  it('has another hash where title or words changed, and only then', () => {
    const hash = (changes: Partial<FeedEntry>) => found(entry(changes))[0]?.entryHash;
    expect(hash({ authors: ['Somebody'] })).toBe(hash({}));
    expect(hash({ title: 'Tokyo pays less' })).not.toBe(hash({}));
    expect(hash({ summaryText: 'Another.' })).not.toBe(hash({}));
  });
});

describe('statedTime', () => {
  const at = (instant: string) => statedTime({ instant, offsetMinutes: 0 }, SEEN);

  it('counts an article when it was published, where that can be', () => {
    expect(at('2026-05-12T09:00:00.000Z')).toMatchObject({
      countedAt: '2026-05-12T09:00:00.000Z',
      dateIsStated: true,
    });
  });
  it('counts it when it was seen, and says so, where the date is missing or cannot be', () => {
    for (const time of [
      statedTime(null, SEEN),
      at('1970-01-01T00:00:00.000Z'),
      at('2029-01-01T00:00:00.000Z'),
    ])
      expect(time).toMatchObject({ countedAt: SEEN.toISOString(), dateIsStated: false });
  });
  it('counts nothing in the future: a date that is a little ahead counts as now', () => {
    expect(at('2026-05-12T12:30:00.000Z')).toMatchObject({
      countedAt: SEEN.toISOString(),
      statedAt: '2026-05-12T12:30:00.000Z',
    });
  });
});
