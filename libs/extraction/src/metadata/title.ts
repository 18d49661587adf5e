import type { BlockList } from '../blocks.ts';
import { collapse, type PageElement, textOf } from '../dom/element.ts';
import { type LdNode, textIn } from './json-ld.ts';
import type { Survey } from './survey.ts';

/** Between a headline and a site's name in a title. */
const SEPARATOR = /\s+[|–—\-»«·•:/\\]+\s+|\s*[|｜]\s*/g;

/** What a site may be called in a title: by its own name or by its host's. */
export interface SiteNames {
  readonly siteName: string | null;
  readonly url: string;
}

/** The article's headline: the heading that agrees with what the page says of itself, else that, without the site's name. */
export function readTitle(
  survey: Survey,
  article: LdNode | null,
  { siteName, url }: SiteNames,
): string | null {
  const claims = [
    textIn(article?.['headline']),
    first(survey, 'og:title'),
    first(survey, 'twitter:title'),
    first(survey, 'dc.title') ?? first(survey, 'headline') ?? first(survey, 'title'),
    survey.titleTag === '' ? null : survey.titleTag,
  ]
    .filter((claim): claim is string => claim !== null)
    .map((claim) => stripHost(stripSite(plain(claim), siteName), hostLabels(url)));
  const headings = survey.headings
    .map((h) => ({ text: textOf(h, 600), first: h.name === 'h1' }))
    .filter((h) => h.text !== '');
  const agreed = headingThatAgrees(headings, claims);
  return (
    (agreed === null ? null : withoutKicker(agreed, claims)) ??
    claims[0] ??
    headings.find((h) => h.first)?.text ??
    headings[0]?.text ??
    null
  );
}

/** A heading that holds the topic's label before the headline: the claim that is its end, if it is most of it. */
function withoutKicker(heading: string, claims: readonly string[]): string {
  const end = claims.find(
    (claim) => claim.length < heading.length && claim.split(' ').length >= 3 && heading.endsWith(claim),
  );
  return end !== undefined && end.length > heading.length * 0.4 ? end : heading;
}

/** The heading that shows the title, from which bylines and dates are near; null where no heading does. */
export function findTitleHeading(survey: Survey, title: string | null): PageElement | null {
  if (title === null) return null;
  return (
    survey.headings.find((heading) => likeness(textOf(heading, 600), title) > 0.75) ??
    survey.headings.find((heading) => heading.name === 'h1') ??
    null
  );
}

/** Index of the block that shows the title; -1 where none does. */
export function findTitleBlock(list: BlockList, title: string | null): number {
  if (title === null || title === '') return -1;
  const near = (length: number) => length < 1.6 * title.length && title.length < 1.6 * length;
  return list.blocks.findIndex(
    ({ text, tag }) => near(text.length) && tag !== 'li' && likeness(text, title) > 0.8,
  );
}

/** An element and how many elements lie between it and the title. */
export interface Placed {
  readonly element: PageElement;
  readonly distance: number;
}

/** Elements by their distance from a heading, nearest first; what comes before it counts as three times as far. */
export function nearestFirst(elements: readonly PageElement[], heading: PageElement | null): Placed[] {
  if (heading === null) return elements.map((element) => ({ element, distance: 0 }));
  return elements
    .map((element) => ({
      element,
      distance:
        element.order >= heading.order ? element.order - heading.order : 3 * (heading.order - element.order),
    }))
    .sort((a, b) => a.distance - b.distance);
}

function first(survey: Survey, key: string): string | null {
  return survey.meta.get(key)?.[0] ?? null;
}

/** Text that was escaped twice or carries mark-up, as plain text. */
export function plain(text: string): string {
  return collapse(
    text
      .replace(/<[^<>]{1,200}>/g, ' ')
      .replace(/&(?:amp|quot|#0?39|apos|lt|gt|nbsp|#8217|#8216|#8220|#8221);/g, (e) => ENTITIES[e] ?? ' '),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&#8217;': '’',
  '&#8216;': '‘',
  '&#8220;': '“',
  '&#8221;': '”',
};

function headingThatAgrees(
  headings: readonly { text: string; first: boolean }[],
  claims: readonly string[],
): string | null {
  let best: string | null = null;
  let bestScore = 0.5;
  for (const heading of headings) {
    const score =
      Math.max(0, ...claims.map((claim) => likeness(heading.text, claim))) * (heading.first ? 1 : 0.8);
    if (score > bestScore) {
      best = heading.text;
      bestScore = score;
    }
  }
  return best;
}

/** Shared words over all words of two texts, 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  // Texts of very different length share too few words to matter; most comparisons end here.
  if (a.length > 3 * b.length + 20 || b.length > 3 * a.length + 20) return 0;
  const x = wordsOf(a);
  const y = wordsOf(b);
  if (x.size === 0 || y.size === 0) return 0;
  let shared = 0;
  for (const word of x) if (y.has(word)) shared += 1;
  return (2 * shared) / (x.size + y.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ??
      [],
  );
}

/** Cuts the site's name off either end; of an unknown name only a short tail goes. */
export function stripSite(title: string, siteName: string | null): string {
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
