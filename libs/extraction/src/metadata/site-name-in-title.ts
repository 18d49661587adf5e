import { likeness } from './words.ts';

/** What a site may be called in a title: by its own name or by its host's. */
export interface SiteNames {
  readonly siteName: string | null;
  readonly url: string;
}

/** A title as the page gives it, without the site's name at either end. */
export function withoutSiteName(title: string, { siteName, url }: SiteNames): string {
  return stripHost(stripSite(title, siteName), hostLabels(url));
}

/** Whether a title says no more than what the site is called. */
export function isSiteName(title: string, { siteName, url }: SiteNames): boolean {
  if (siteName !== null && likeness(title, siteName) > 0.9) return true;
  const squashed = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1] ?? '';
  return squashed === host.replace(/[^a-z\d]+/gi, '').toLowerCase() || hostLabels(url).includes(squashed);
}

/** A title's parts between the signs that stand before and after names of sites and sections. */
export function partsOfTitle(title: string): string[] {
  return title.split(SEPARATOR).map((part) => part.trim());
}

/** Between a headline and a site's name in a title. */
const SEPARATOR = /\s+[|–—\-»«·•:/\\]+\s+|\s*[|｜]\s*/g;

/** Cuts the site's name off either end; of an unknown name only a short tail goes. */
function stripSite(title: string, siteName: string | null): string {
  const separators = [...title.matchAll(SEPARATOR)];
  const last = separators.at(-1);
  const lead = separators[0];
  if (last === undefined || lead === undefined) return title;
  const head = title.slice(0, last.index).trim();
  const tail = title.slice(last.index + last[0].length).trim();
  if (siteName !== null && likeness(tail, siteName) > 0.5) return stripSite(head, siteName);
  const start = title.slice(0, lead.index).trim();
  if (siteName !== null && likeness(start, siteName) > 0.6)
    return title.slice(lead.index + lead[0].length).trim();
  const barred = /[|｜»]/.test(last[0]);
  if (barred && head.length > tail.length) return head;
  return title;
}

/** The host's own words: `www.pointofsail-kiel.de` has pointofsail and kiel. */
function hostLabels(url: string): string[] {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? '';
  return host
    .toLowerCase()
    .split('.')
    .slice(0, -1)
    .flatMap((label) => [label.replace(/-/g, ''), ...label.split('-')])
    .filter((label) => label.length >= 4 && !GENERIC_LABELS.has(label));
}

const GENERIC_LABELS = new Set(['news', 'blog', 'web', 'archive', 'sites', 'press', 'online']);
/** Here a colon counts only because the host's name follows it. */
const LOOSE_SEPARATOR = /\s+[|–—\-»«·•:/\\]+\s+|\s*[|｜:：]\s*/g;

/** Cuts a title where a tail begins that holds the host's name. */
function stripHost(title: string, labels: readonly string[]): string {
  for (const separator of title.matchAll(LOOSE_SEPARATOR)) {
    const head = title.slice(0, separator.index).trim();
    const tail = title
      .slice(separator.index)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
    if (
      head.length >= 8 &&
      labels.some(
        (label) => tail.startsWith(label) || (tail.length < label.length * 3 && tail.includes(label)),
      )
    )
      return head;
  }
  return title;
}
