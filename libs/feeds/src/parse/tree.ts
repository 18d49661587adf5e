import type { NameScope } from './namespaces.ts';

/** What an element inherits: its base address, its language, and what prefixes mean. */
export interface Scope {
  base: string;
  language: string | null;
  names: NameScope;
}

/** An element of a feed, as far as feeds need it. */
export interface FeedElement {
  /** Name with the prefix of `namespaces.ts`: `title`, `dc:creator`. */
  key: string;
  /** Flat pairs of lower-case name as written and decoded value. */
  attributes: readonly string[];
  scope: Scope;
  /** Character data directly inside, decoded. */
  text: string;
  /** The source between the tags, where an element that may hold HTML has elements inside; null otherwise. */
  markup: string | null;
  children: FeedElement[];
}

/** The first attribute of this name, without its prefix where `name` has none; undefined where there is none. */
export function attribute(element: FeedElement, name: string): string | undefined {
  const { attributes } = element;
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1];
  return undefined;
}

/** The first child by one of the keys, in the order of the keys, that is not blank. */
export function firstChild(element: FeedElement, keys: readonly string[]): FeedElement | undefined {
  let found: FeedElement | undefined;
  let rank = keys.length;
  for (const child of element.children) {
    const place = keys.indexOf(child.key);
    if (place < 0 || place >= rank || isBlank(child)) continue;
    found = child;
    rank = place;
  }
  return found;
}

/** All children by one of the keys, in document order. */
export function childrenOf(element: FeedElement, keys: ReadonlySet<string>): FeedElement[] {
  return element.children.filter((child) => keys.has(child.key));
}

/** An element that says nothing: no text, no attributes, nothing inside. */
function isBlank(element: FeedElement): boolean {
  return (
    element.markup === null &&
    element.attributes.length === 0 &&
    element.children.length === 0 &&
    element.text.trim() === ''
  );
}
