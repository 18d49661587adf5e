import { contentText } from './content.ts';
import { alternateUrl, relatedUrl } from './links.ts';
import { attribute, childrenOf, type FeedElement, firstChild } from './tree.ts';
import type { FeedFacts } from './types.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** Minutes of the periods that the syndication module names. */
const PERIODS: Record<string, number> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** What a feed says about itself, from its outermost element. */
export function readFacts(root: FeedElement): FeedFacts {
  const channel = root.children.find((child) => child.key === 'channel') ?? root;
  const title = firstChild(channel, ['title', 'atom:title', 'dc:title']) ?? firstChild(root, ['title']);
  return {
    title: title === undefined ? '' : contentText(title),
    homeUrl: alternateUrl(channel),
    selfUrl: relatedUrl(channel, 'self'),
    hubUrl: relatedUrl(channel, 'hub'),
    language: firstChild(channel, ['language', 'dc:language'])?.text.trim() || channel.scope.language,
    ttlMinutes: positive(firstChild(channel, ['ttl'])?.text),
    skipHours: readSkipHours(channel),
    skipDays: readSkipDays(channel),
    updatePeriodMinutes: readUpdatePeriod(channel),
  };
}

function positive(written: string | undefined): number | null {
  const number = Number(written?.trim() || Number.NaN);
  return Number.isFinite(number) && number > 0 ? Math.round(number) : null;
}

function readSkipHours(channel: FeedElement): number[] {
  const written = skipped(channel, 'skiphours', new Set(['hour'])).map((hour) => Number(hour || Number.NaN));
  const hours = written
    .filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24)
    .map((hour) => hour % 24);
  return [...new Set(hours)].sort((a, b) => a - b);
}

function readSkipDays(channel: FeedElement): number[] {
  const days = skipped(channel, 'skipdays', new Set(['day'])).map((day) => DAYS.indexOf(day.toLowerCase()));
  return [...new Set(days.filter((day) => day >= 0))].sort((a, b) => a - b);
}

function skipped(channel: FeedElement, key: string, inside: ReadonlySet<string>): string[] {
  const list = channel.children.find((child) => child.key === key);
  return list === undefined ? [] : childrenOf(list, inside).map((child) => child.text.trim());
}

/** `sy:updatePeriod` over `sy:updateFrequency`; CDF's schedule is read the same way. */
function readUpdatePeriod(channel: FeedElement): number | null {
  const period = PERIODS[firstChild(channel, ['sy:updateperiod'])?.text.trim().toLowerCase() ?? ''];
  if (period === undefined) return null;
  return Math.max(1, Math.round(period / (positive(firstChild(channel, ['sy:updatefrequency'])?.text) ?? 1)));
}

/** Whether a feed's outermost element says so: `version` of RSS and Atom 0.3, else the vocabulary. */
export function formatOf(root: FeedElement): 'rss2.0' | 'rss1.0' | 'rss0.9' | 'atom1.0' | 'atom0.3' | 'cdf' {
  const version = attribute(root, 'version')?.trim() ?? '';
  if (root.key === 'feed' || root.key === 'atom:feed' || root.key === 'entry')
    return version === '0.3' ? 'atom0.3' : 'atom1.0';
  if (root.key === 'channel') return 'cdf';
  if (root.key !== 'rss')
    return root.attributes.some((value) => value.includes('purl.org/rss/1.0')) ? 'rss1.0' : 'rss0.9';
  return version.startsWith('0.9') ? 'rss0.9' : 'rss2.0';
}
