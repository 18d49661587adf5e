import { oneLine } from './text.ts';
import { attribute, childrenOf, type FeedElement } from './tree.ts';
import type { Enclosure } from './types.ts';
import { webUrl } from './urls.ts';

const LINKS = new Set(['link', 'atom:link', 'a']);
const ENCLOSURES = new Set(['enclosure', 'media:content', 'link', 'atom:link']);

/** Where an entry is to be read: its link, else an id that is an address. */
export function entryUrl(element: FeedElement): string | null {
  return alternateUrl(element) ?? addressFromId(element);
}

/** The link of a feed or entry to its page: written as text (RSS), as `rel="alternate"` (Atom) or as `href` (CDF). */
export function alternateUrl(element: FeedElement): string | null {
  const links = childrenOf(element, LINKS).filter(isAlternate);
  const plain = links.filter((link) => link.attributes.length === 0);
  const html = links.filter((link) => /html/i.test(attribute(link, 'type') ?? 'html'));
  return firstUrl(plain) ?? firstUrl(html) ?? firstUrl(links) ?? attributeUrl(element, 'href');
}

/** A link without a relation is one to the page (RFC 4287, 4.2.7.2). */
function isAlternate(link: FeedElement): boolean {
  const rel = attribute(link, 'rel')?.trim().toLowerCase() ?? 'alternate';
  return /(?:^|[/#])alternate$/.test(rel);
}

function firstUrl(links: readonly FeedElement[]): string | null {
  for (const link of links) {
    const url = targetOf(link);
    if (url !== null) return url;
  }
  return null;
}

/** Where a link leads: its `href`, or its text, as RSS writes it and some Atom feeds do. */
function targetOf(link: FeedElement): string | null {
  return webUrl(attribute(link, 'href') ?? oneLine(link.text), link.scope.base);
}

function attributeUrl(element: FeedElement, name: string): string | null {
  const written = attribute(element, name);
  return written === undefined ? null : webUrl(written, element.scope.base);
}

function addressFromId(element: FeedElement): string | null {
  for (const child of element.children) {
    if (child.key === 'guid' && attribute(child, 'ispermalink')?.trim().toLowerCase() !== 'false') {
      const url = webUrl(oneLine(child.text), child.scope.base);
      if (url !== null) return url;
    }
    if ((child.key === 'id' || child.key === 'guid') && /^\s*https?:\/\//i.test(child.text)) {
      return webUrl(oneLine(child.text), child.scope.base);
    }
  }
  const about = attribute(element, 'rdf:about') ?? '';
  return /^https?:\/\//i.test(about) ? webUrl(about, element.scope.base) : null;
}

/** The address that a feed's link of this relation holds. */
export function relatedUrl(element: FeedElement, relation: string): string | null {
  const link = childrenOf(element, LINKS).find(
    (one) => attribute(one, 'rel')?.trim().toLowerCase() === relation,
  );
  return link === undefined ? null : targetOf(link);
}

/** Files that an entry offers: enclosures, Atom's links of that relation, media content. */
export function entryEnclosures(element: FeedElement): Enclosure[] {
  const group = element.children
    .filter((child) => child.key === 'media:group')
    .flatMap((child) => child.children);
  const found = [
    ...childrenOf(element, ENCLOSURES),
    ...group.filter((child) => child.key === 'media:content'),
  ];
  const byUrl = new Map<string, Enclosure>();
  for (const one of found) {
    if (one.key.endsWith('link') && attribute(one, 'rel')?.trim().toLowerCase() !== 'enclosure') continue;
    const url = webUrl(attribute(one, 'url') ?? attribute(one, 'href') ?? '', one.scope.base);
    if (url === null || byUrl.has(url)) continue;
    byUrl.set(url, { url, type: attribute(one, 'type')?.trim() || null, bytes: bytesOf(one) });
  }
  return [...byUrl.values()];
}

function bytesOf(element: FeedElement): number | null {
  const bytes = Number(attribute(element, 'length') ?? attribute(element, 'filesize'));
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null;
}
