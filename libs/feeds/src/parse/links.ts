import { oneLine } from './text.ts';
import { attribute, childrenOf, type FeedElement } from './tree.ts';
import type { Enclosure } from './types.ts';
import { webUrl } from './urls.ts';

const LINKS = new Set(['link', 'atom:link', 'a']);
const ENCLOSURES = new Set(['enclosure', 'media:content']);

/** Where an entry is to be read: its link, else an id that is an address. */
export function entryUrl(element: FeedElement): string | null {
  return alternateUrl(element) ?? addressFromId(element);
}

/**
 * The link of a feed or entry to its page: written as text (RSS), as `rel="alternate"` (Atom) or as `href` (CDF). Of
 * several the plain one, then one to HTML, then any.
 */
export function alternateUrl(element: FeedElement): string | null {
  let best: string | null = null;
  let bestRank = 3;
  for (const link of element.children) {
    const rank = LINKS.has(link.key) ? rankOf(link) : 3;
    const url = rank < bestRank ? targetOf(link) : null;
    if (url === null) continue;
    best = url;
    bestRank = rank;
  }
  return best ?? attributeUrl(element, 'href');
}

/** 0 to 2 for a link to the page, 3 for another. One without a relation is to the page (RFC 4287, 4.2.7.2). */
function rankOf(link: FeedElement): number {
  if (link.attributes.length === 0) return 0;
  const relation = attribute(link, 'rel');
  if (relation !== undefined && !/(?:^|[/#])alternate$/i.test(relation.trim())) return 3;
  return /html/i.test(attribute(link, 'type') ?? 'html') ? 1 : 2;
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
  const found: Enclosure[] = [];
  for (const child of element.children) {
    if (child.key === 'media:group') found.push(...entryEnclosures(child));
    else if (ENCLOSURES.has(child.key) || (LINKS.has(child.key) && isEnclosure(child)))
      found.push(...fileOf(child));
  }
  return found.length < 2
    ? found
    : found.filter((file, at) => found.findIndex((one) => one.url === file.url) === at);
}

function isEnclosure(link: FeedElement): boolean {
  return attribute(link, 'rel')?.trim().toLowerCase() === 'enclosure';
}

function fileOf(element: FeedElement): Enclosure[] {
  const url = webUrl(attribute(element, 'url') ?? attribute(element, 'href') ?? '', element.scope.base);
  return url === null
    ? []
    : [{ url, type: attribute(element, 'type')?.trim() || null, bytes: bytesOf(element) }];
}

function bytesOf(element: FeedElement): number | null {
  const bytes = Number(attribute(element, 'length') ?? attribute(element, 'filesize'));
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null;
}
