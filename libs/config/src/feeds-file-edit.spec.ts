import { describe, expect, it } from '@jest/globals';
import type { FeedConfig } from '@framewatch/contracts';
import { readFeedsFile } from './feeds-file.ts';
import { addFeedToFile, removeFeedFromFile } from './feeds-file-edit.ts';

const text = `# yaml-language-server: $schema=./schema/feeds.schema.json
# Feeds of our desk

feeds:
  # --- Japan ---
  - url: https://a.example/feed   # seen in a list
    outlet: "A"
    country: JP
    language:   ja
    group: newspaper

  # --- United States ---
  - url: https://b.example/feed
    outlet: B
    country: US
    language: en
    group: wire # trailing
  # the end
`;

const feed: FeedConfig = {
  url: 'https://c.example/feed?a=1&b=2',
  outlet: 'C: the third # one',
  country: 'CN',
  language: 'en',
  group: 'state-media',
  note: 'Line one\nline two',
};

const outletsOf = (yaml: string) => {
  const { feeds, problems } = readFeedsFile(yaml, 'f');
  expect(problems).toEqual([]);
  return feeds.map(({ outlet }) => outlet);
};

describe('addFeedToFile', () => {
  it('adds the entry at the end and leaves every other character alone', () => {
    const added = addFeedToFile(text, feed);
    expect(outletsOf(added)).toEqual(['A', 'B', 'C: the third # one']);
    const start = added.indexOf('\n  - url: https://c.example');
    const end = added.indexOf('\n  # the end');
    expect(added.slice(0, start) + added.slice(end)).toBe(text);
    expect(readFeedsFile(added, 'f').feeds[2]).toMatchObject(feed);
  });

  it.each([
    ['feeds: []\n'],
    ['# first\nfeeds: [] # none yet\n'],
    ['feeds:\n- url: https://a.example/feed\n  outlet: A\n  country: JP\n  language: ja\n  group: wire'],
    ['feeds: [{ url: https://a.example/feed, outlet: A, country: JP, language: ja, group: wire }]\n'],
    ['feeds:\n  - { url: https://a.example/feed, outlet: A, country: JP, language: ja, group: wire }\n'],
  ])('adds to %j', (before) => {
    const added = addFeedToFile(before, feed);
    expect(outletsOf(added)).toEqual([...outletsOf(before), feed.outlet]);
    for (const comment of before.match(/# .*/g) ?? []) expect(added).toContain(comment);
  });

  it('keeps the line ends of Windows', () => {
    const added = addFeedToFile(text.replaceAll('\n', '\r\n'), { ...feed, note: 'short' });
    expect(added.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(outletsOf(added)).toHaveLength(3);
  });

  it('refuses a file with a mistake', () => {
    expect(() => addFeedToFile('feeds: [', feed)).toThrow('mend it first');
    expect(() => addFeedToFile('feeds:\n', feed)).toThrow('mend it first');
  });
});

describe('removeFeedFromFile', () => {
  it('cuts the lines of the entry and nothing else', () => {
    const removed = removeFeedFromFile(text, 'https://a.example/feed');
    expect(outletsOf(removed)).toEqual(['B']);
    expect(removed).toBe(text.replace(/ {2}- url: https:\/\/a[\s\S]*?group: newspaper\n/, ''));
  });

  it('gives the text back as it was before an entry was added', () => {
    expect(removeFeedFromFile(addFeedToFile(text, feed), feed.url)).toBe(text);
  });

  it('removes the last remaining entry and keeps the comments', () => {
    const removed = removeFeedFromFile(
      removeFeedFromFile(text, 'https://a.example/feed'),
      'https://b.example/feed',
    );
    expect(outletsOf(removed)).toEqual([]);
    expect(removed).toContain('# Feeds of our desk');
  });

  it('finds the feed whatever its scheme and closing slash, and leaves the text alone where it is not there', () => {
    expect(outletsOf(removeFeedFromFile(text, 'http://b.example/feed/'))).toEqual(['A']);
    expect(removeFeedFromFile(text, 'https://nowhere.example/')).toBe(text);
  });
});
