import type { OutletGroup, SuggestedEntry } from '@framewatch/contracts';
import type { ReadFeed } from '../parse/types.ts';
import type { SiteFacts } from './site-facts.ts';

/** What feeds.yaml says of an outlet. */
export interface KnownOutlet {
  outlet: string;
  country: string;
  language: string;
  group: OutletGroup;
}

/** The feeds that are watched already. */
export interface KnownFeeds {
  /** Line of feeds.yaml where this address stands; null where it does not, 0 where its line is not known. */
  lineOf(url: string): number | null;
  /** The outlet whose feeds are on the same host; null where there is none, or several. */
  outletAt(host: string): KnownOutlet | null;
}

/** Endings of names that belong to a country and are sold to everybody. */
const FOR_EVERYBODY = new Set([
  'ai',
  'cc',
  'co',
  'eu',
  'fm',
  'gg',
  'io',
  'is',
  'la',
  'ly',
  'me',
  'sh',
  'to',
  'tv',
  'ws',
]);
/** Those that only one country uses, or that differ from its code. */
const COUNTRIES: Readonly<Record<string, string>> = { uk: 'GB', gov: 'US', mil: 'US', edu: 'US' };
const OFFICIAL = /(^|\.)(gov|mil|go\.jp|lg\.jp|gov\.[a-z]{2}|go\.kr|mil\.[a-z]{2}|gouv\.fr)$/;

/** The entry that an editor would write for this feed, as far as it is known; null for what only they can say. */
export function suggestEntry(
  { url, title }: { url: string; title: string | null },
  feed: ReadFeed,
  site: SiteFacts,
  known: KnownFeeds,
): SuggestedEntry {
  const { hostname, host } = new URL(url);
  const outlet = isShared(hostname) ? null : known.outletAt(host);
  const language = languageOf(feed, site);
  if (outlet !== null) return { url, ...outlet, language: language ?? outlet.language };
  return {
    url,
    outlet: site.name ?? (feed.title || title || hostname.replace(/^www\./, '')),
    country: countryOf(hostname),
    language,
    group: OFFICIAL.test(hostname) ? 'official' : null,
  };
}

/** Hosts where many publish side by side: another feed there says nothing about whose this one is. */
const SHARED_HOSTS =
  /(^|\.)(feedburner\.com|feedblitz\.com|medium\.com|note\.com|ameblo\.jp|youtube\.com|rss\.app|rsshub\.app|govdelivery\.com)$/;

function isShared(hostname: string): boolean {
  return SHARED_HOSTS.test(hostname) || hostname === 'localhost' || /^[\d.]+$|^\[/.test(hostname);
}

function countryOf(hostname: string): string | null {
  const ending = hostname.split('.').at(-1)?.toLowerCase() ?? '';
  if (COUNTRIES[ending] !== undefined) return COUNTRIES[ending];
  return /^[a-z]{2}$/.test(ending) && !FOR_EVERYBODY.has(ending) ? ending.toUpperCase() : null;
}

/** What the feed says, else the script of its headlines where only one language writes so, else what the page says. */
export function languageOf(feed: ReadFeed, site: SiteFacts): string | null {
  const stated = feed.language ?? feed.entries.find(({ language }) => language !== null)?.language ?? null;
  return (
    codeOf(stated) ??
    languageOfScript(feed.entries.map(({ title }) => title).join(' ')) ??
    codeOf(site.language)
  );
}

function codeOf(written: string | null): string | null {
  return /^([a-z]{2,3})([-_]|$)/i.exec(written?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
}

function languageOfScript(text: string): string | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  return /\p{Script=Han}/u.test(text) ? 'zh' : null;
}
