import type { FeedRow, SubscriptionRow } from '@framewatch/store';
import { describe, expect, it } from '@jest/globals';
import type { Ending, Found } from './ending.ts';
import { hubOf, reliableHub } from './follow-hub.ts';

const NONE = { hub: null, self: null };
const feed = { hub_url: 'http://old.example/', topic_url: 'http://old.example/topic' } as FeedRow;
const ending = (kind: Ending['kind'], hubLinks: { hub: string | null; self: string | null } = NONE) =>
  ({ kind, hubLinks, finalUrl: 'http://harbor.example/final' }) as Ending;
const found = (hubUrl: string | null, selfUrl: string | null = null) =>
  ({ newIds: [], known: 0, feed: { hubUrl, selfUrl } }) as unknown as Found;
const nothing: Found = { newIds: [], known: 0, feed: null };

describe('hubOf', () => {
  it('takes hub and topic from the header before the document', () => {
    const header = { hub: 'http://header.example/', self: 'http://header.example/topic' };
    expect(
      hubOf(feed, ending('fetched', header), found('http://document.example/', 'http://d.example/')),
    ).toEqual({
      hub_url: 'http://header.example/',
      topic_url: 'http://header.example/topic',
    });
  });
  it('takes both from the document, and the address that answered where it does not name its own', () => {
    expect(hubOf(feed, ending('fetched'), found('http://hub.example/', 'http://self.example/'))).toEqual({
      hub_url: 'http://hub.example/',
      topic_url: 'http://self.example/',
    });
    expect(hubOf(feed, ending('fetched'), found('http://hub.example/'))).toEqual({
      hub_url: 'http://hub.example/',
      topic_url: 'http://harbor.example/final',
    });
  });
  it('forgets the hub of a feed that names none any more, but not over an answer that cannot say so', () => {
    expect(hubOf(feed, ending('fetched'), found(null))).toEqual({ hub_url: null, topic_url: null });
    for (const kind of ['unchanged', 'failed', 'gone', 'rate-limited', 'not-a-feed'] as const)
      expect(hubOf(feed, ending(kind), nothing)).toEqual({});
  });
});

describe('reliableHub', () => {
  const now = new Date('2026-05-12T12:00:00Z');
  const row = (changes: Partial<SubscriptionRow> = {}) =>
    ({
      state: 'verified',
      hub: 'https://hub.example/x',
      lease_ends_at: new Date('2026-05-13T12:00:00Z'),
      last_push_at: new Date('2026-05-11T12:00:00Z'),
      distrusted_at: null,
      ...changes,
    }) as SubscriptionRow;

  it('is one that is verified, has pushed, and is trusted, while its lease runs', () => {
    expect(reliableHub(row(), now)).toBe('hub.example');
  });
  it.each([
    ['there is none', null],
    ['it is not verified', row({ state: 'expired' })],
    ['its lease has ended', row({ lease_ends_at: now })],
    ['it has pushed nothing yet', row({ last_push_at: null })],
    ['it left news out', row({ distrusted_at: now })],
  ])('is nobody where %s', (_why, subscription) => {
    expect(reliableHub(subscription, now)).toBeNull();
  });
});
