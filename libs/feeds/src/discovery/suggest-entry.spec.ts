import { describe, expect, it } from '@jest/globals';
import type { ReadFeed } from '../parse/types.ts';
import { NO_SITE_FACTS } from './site-facts.ts';
import { suggestEntry } from './suggest-entry.ts';

const nothing = { lineOf: () => null, outletAt: () => null };
const feed = (changes: { title?: string; language?: string; titles?: string[] } = {}) =>
  ({
    title: changes.title ?? '',
    language: changes.language ?? null,
    entries: (changes.titles ?? []).map((title) => ({ title, language: null })),
  }) as unknown as ReadFeed;
const suggested = (url: string, read = feed()) =>
  suggestEntry({ url, title: null }, read, NO_SITE_FACTS, nothing);

describe('suggestEntry', () => {
  it.each([
    ['https://www.yokosuka.example.jp/feed', 'JP', null],
    ['https://www.mod.go.jp/rss', 'JP', 'official'],
    ['https://www.state.gov/feed', 'US', 'official'],
    ['https://www.defence.gov.au/feed', 'AU', 'official'],
    ['https://www.press.co.uk/rss', 'GB', null],
    ['https://press.io/rss', null, null],
    ['https://press.com/rss', null, null],
    ['http://127.0.0.1/rss', null, null],
  ])('knows %s by its name: %s, %s', (url, country, group) => {
    expect(suggested(url)).toMatchObject({ country, group });
  });

  it('says the language as the feed does, or by a script that one language has', () => {
    expect(suggested('https://a.example/', feed({ language: 'en-US' })).language).toBe('en');
    expect(suggested('https://a.example/', feed({ language: 'JA_jp' })).language).toBe('ja');
    expect(suggested('https://a.example/', feed({ titles: ['日米の計画、実行は手つかず'] })).language).toBe(
      'ja',
    );
    expect(suggested('https://a.example/', feed({ titles: ['한미 동맹'] })).language).toBe('ko');
    expect(suggested('https://a.example/', feed({ titles: ['中美关系'] })).language).toBe('zh');
    expect(suggested('https://a.example/', feed({ titles: ['Talks'] })).language).toBeNull();
  });

  it('takes over the outlet whose feeds are on the same host, but not where many publish side by side', () => {
    const known = {
      lineOf: () => null,
      outletAt: () => ({ outlet: 'Port Press', country: 'JP', language: 'en', group: 'newspaper' as const }),
    };
    const at = (url: string) =>
      suggestEntry({ url, title: null }, feed({ title: 'T', titles: ['東京の予算'] }), NO_SITE_FACTS, known);
    expect(at('https://port.example/b')).toEqual({
      url: 'https://port.example/b',
      outlet: 'Port Press',
      country: 'JP',
      language: 'ja',
      group: 'newspaper',
    });
    for (const url of ['https://feeds.feedburner.com/b', 'http://192.0.2.7:8080/b', 'http://[::1]/b'])
      expect(at(url)).toMatchObject({ outlet: 'T', group: null });
  });

  it('calls the outlet as its feed does, or as its host is called', () => {
    expect(suggested('https://www.a.example/', feed({ title: 'The A' })).outlet).toBe('The A');
    expect(suggested('https://www.a.example/').outlet).toBe('a.example');
  });
});
