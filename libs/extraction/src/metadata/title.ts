import { collapse, textOf } from '../dom/element.ts';
import { type LdNode, textIn } from './json-ld.ts';
import type { Survey } from './survey.ts';

/** Between a headline and a site's name in a title. */
const SEPARATOR = /\s+[|–—\-»«·•:/\\]+\s+|\s*[|｜]\s*/g;

/** The article's headline: the heading that agrees with what the page says of itself, else that, without the site's name. */
export function readTitle(survey: Survey, article: LdNode | null, siteName: string | null): string | null {
  const claims = [
    textIn(article?.['headline']),
    first(survey, 'og:title'),
    first(survey, 'twitter:title'),
    first(survey, 'dc.title') ?? first(survey, 'headline') ?? first(survey, 'title'),
    survey.titleTag === '' ? null : survey.titleTag,
  ]
    .filter((claim): claim is string => claim !== null)
    .map((claim) => stripSite(plain(claim), siteName));
  const headings = survey.headings
    .map((h) => ({ text: textOf(h, 600), first: h.name === 'h1' }))
    .filter((h) => h.text !== '');
  return (
    headingThatAgrees(headings, claims) ??
    claims[0] ??
    headings.find((h) => h.first)?.text ??
    headings[0]?.text ??
    null
  );
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
