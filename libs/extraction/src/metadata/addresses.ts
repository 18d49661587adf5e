import { type LdNode, isNode, textIn } from './json-ld.ts';
import type { Survey } from './survey.ts';
import { findTitleHeading, nearestFirst } from './title-place.ts';
import { likeness } from './words.ts';

/** An address made absolute, without credentials and fragment; null unless it is http or https. */
function resolveUrl(href: string | null | undefined, base: string | null): string | null {
  if (href === null || href === undefined || href.trim() === '') return null;
  try {
    const url = base === null ? new URL(href.trim()) : new URL(href.trim(), base);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    url.username = '';
    url.password = '';
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
}

/** What relative addresses of a page resolve against: its `base` element, else its own address. */
function baseOf({ baseHref }: Survey, url: string): string | null {
  const page = resolveUrl(url, null);
  return resolveUrl(baseHref, page) ?? page;
}

/** What the page calls its own address; a claim that points at a front page from a deeper one is not believed. */
export function readCanonicalUrl(survey: Survey, article: LdNode | null, url: string): string | null {
  const page = resolveUrl(url, null);
  const main = article?.['mainEntityOfPage'];
  const claims = [
    survey.canonical,
    survey.meta.get('og:url')?.[0],
    textIn(isNode(main) ? main['@id'] : main),
    textIn(article?.['url']),
  ];
  for (const claim of claims) {
    const resolved = resolveUrl(claim, baseOf(survey, url));
    if (resolved !== null && isPlausible(resolved, page)) return resolved;
  }
  return page;
}

function isPlausible(claim: string, page: string | null): boolean {
  if (page === null) return true;
  return new URL(claim).pathname.length > 1 || new URL(page).pathname.length <= 1;
}

export interface ImageContext {
  readonly survey: Survey;
  readonly article: LdNode | null;
  readonly title: string | null;
  readonly url: string;
}

/** Elements between the title and an image that belongs to it. */
const NEAR = 120;
const DECORATION =
  /logo|icon|avatar|\/users?\/|author|profile|sprite|pixel|spacer|placeholder|gravatar|badge|button|banner|\.svg\b|\.gif\b|^data:/i;

/** The image that the page shows when it is shared, or that its data names. */
export function readLeadImage({ survey, article, title, url }: ImageContext): string | null {
  const base = baseOf(survey, url);
  const claims = [
    ...[
      'og:image',
      'og:image:secure_url',
      'og:image:url',
      'twitter:image',
      'twitter:image:src',
      'thumbnail',
      'image',
    ].map((key) => survey.meta.get(key)?.[0]),
    imageIn(article?.['image']),
    imageIn(article?.['thumbnailUrl']),
    survey.props.get('image')?.[0]?.attributes['src'] ?? survey.props.get('image')?.[0]?.attributes['href'],
  ];
  for (const claim of [...claims, ...shownImages(survey, title)]) {
    const resolved = resolveUrl(claim, base);
    if (resolved !== null) return resolved;
  }
  return null;
}

/** Images beside the title, where a page names none of itself. */
function shownImages(survey: Survey, title: string | null): string[] {
  const heading = findTitleHeading(survey, title);
  if (heading === null) return [];
  const near = nearestFirst(survey.images, heading).filter(({ distance }) => distance <= NEAR);
  const titled = near.filter(({ element }) => likeness(element.attributes['alt'] ?? '', title ?? '') > 0.8);
  return [...titled, ...near]
    .map(
      ({ element: { attributes } }) =>
        attributes['src'] ?? attributes['data-src'] ?? attributes['data-original'] ?? '',
    )
    .filter((src) => src !== '' && !DECORATION.test(src));
}

function imageIn(value: unknown): string | null {
  if (Array.isArray(value)) return Array.isArray(value[0]) ? null : imageIn(value[0]);
  return isNode(value) ? textIn(value['url'] ?? value['@id'] ?? null) : textIn(value);
}
