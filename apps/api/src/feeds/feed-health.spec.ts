import { describe, expect, it } from '@jest/globals';
import { type FeedFacts, feedHealth, lengthOf } from './feed-health.ts';

const now = new Date('2026-05-12T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const feed = (changes: Partial<FeedFacts> = {}): FeedFacts => ({
  paused_reason: null,
  last_check_at: ago(1),
  failing_since: null,
  last_error: null,
  http_status: 200,
  last_success_at: ago(1),
  last_entries: 20,
  recent_entry_times: [6, 5, 4, 3, 2, 1].map((hour) => ago(hour)),
  next_check_at: null,
  truncated: false,
  offline_since: null,
  same_as: null,
  ...changes,
});
const health = (changes: Partial<FeedFacts>) => feedHealth(feed(changes), now);

describe('feedHealth', () => {
  it('says that a feed works, and how old its newest entry is', () => {
    expect(health({})).toEqual({ state: 'well', sentence: 'It works; its newest entry is 1 hour old.' });
  });
  it('tells a feed that was never asked from one that was never reached', () => {
    expect(health({ last_check_at: null, last_success_at: null }).state).toBe('new');
    const never = health({ last_success_at: null, failing_since: ago(2), last_error: 'HTTP 503.' });
    expect(never).toEqual({ state: 'error', sentence: 'Never reached so far: HTTP 503.' });
  });
  it('says since when a feed fails and why', () => {
    expect(health({ failing_since: ago(5), last_error: 'it timed out' }).sentence).toBe(
      'Not reached for 5 hours: it timed out.',
    );
  });
  it('puts a pause above everything, and says whose it is', () => {
    expect(health({ paused_reason: 'config', failing_since: ago(1) })).toEqual({
      state: 'paused',
      sentence: 'Paused in config/feeds.yaml.',
    });
    expect(health({ paused_reason: 'gone' }).sentence).toContain('gone for good');
  });
  it('does not blame a feed for a machine that is offline', () => {
    const offline = health({ failing_since: ago(1), offline_since: ago(1), last_error: 'No name.' });
    expect(offline.state).toBe('error');
    expect(offline.sentence).toMatch(/this machine seems to be offline.*No name\./);
  });
  it('tells a feed that breaks off, and one that leads to another', () => {
    expect(health({ truncated: true }).state).toBe('truncated');
    expect(health({ same_as: 'https://a.example/feed' }).sentence).toMatch(
      /leads to https:\/\/a\.example\/feed/,
    );
  });
  it('sees a feed that answers with nothing in it', () => {
    expect(health({ last_entries: 0 }).state).toBe('empty');
  });
  it('measures silence by the feed’s own rhythm, and never calls a weekend silent', () => {
    const hourly = (newest: number) => [6, 5, 4, 3, 2, 1, 0].map((hour) => ago(newest + hour));
    expect(health({ recent_entry_times: hourly(40) }).state).toBe('well');
    expect(health({ recent_entry_times: hourly(60) })).toEqual({
      state: 'silent',
      sentence: 'Nothing new for 2 days; usually it brings something every 1 hour.',
    });
    const weekly = [5, 4, 3, 2, 1, 0].map((week) => ago(60 + week * 168));
    expect(health({ recent_entry_times: weekly }).state).toBe('well');
    expect(health({ recent_entry_times: [ago(900)] }).state).toBe('well');
  });
});

describe('lengthOf', () => {
  it('speaks in one unit', () => {
    expect([30_000, 60_000, 5_400_000, 90_000_000, 260_000_000].map(lengthOf)).toEqual([
      'less than a minute',
      '1 minute',
      '1 hour',
      '25 hours',
      '3 days',
    ]);
  });
});
