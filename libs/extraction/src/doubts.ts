import type { PageElement } from './dom/element.ts';
import { NAMES } from './element-names.ts';

/** Elements that by their meaning stand around the article. */
const ASIDE_TAGS = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'figure',
  'figcaption',
  'menu',
  'video',
  'picture',
]);
const ASIDE_ROLES = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'search',
  'banner',
  'dialog',
  'alertdialog',
  'menu',
  'toolbar',
  'tablist',
]);

/**
 * `hidden`: not shown. `never`: readers' comments, consent. `neighbour`: another article, or its teaser. `tag` and
 * `name`: around the article by tag, role or class.
 */
type DoubtKind = 'hidden' | 'never' | 'neighbour' | 'tag' | 'name';

/** An ancestor that speaks against what is in it. `lifted` when the guards found that it holds the article after all. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly outer: Doubt | null;
  lifted: boolean;
}

/** The doubts within an inline element: being hidden is the only one of its own. */
export function doubtInline(element: PageElement, outer: Doubt | null): Doubt | null {
  return isHidden(element) ? { kind: 'hidden', outer, lifted: false } : outer;
}

/** The doubts within a block-level element, its own before those around it. */
export function doubtBlock(element: PageElement, outer: Doubt | null): Doubt | null {
  const { name, attributes, names } = element;
  if (name === 'body' || name === 'html' || name === '#root') return null;
  if (isQuotedPost(element)) return withoutNames(outer);
  let doubt = outer;
  const { role } = attributes;
  if (ASIDE_TAGS.has(name) || (role !== undefined && ASIDE_ROLES.has(role)))
    doubt = { kind: 'tag', outer: doubt, lifted: false };
  if (names & NAMES.never) doubt = { kind: 'never', outer: doubt, lifted: false };
  else if (names & NAMES.boilerplate) doubt = { kind: 'name', outer: doubt, lifted: false };
  if (isHidden(element)) doubt = { kind: 'hidden', outer: doubt, lifted: false };
  return doubt;
}

/** A post of a social network, quoted within an article: its words are part of the story. */
function isQuotedPost({ name, attributes }: PageElement): boolean {
  return (
    name === 'blockquote' &&
    /\b(?:twitter-tweet|bluesky-embed|mastodon-embed)\b/.test(attributes['class'] ?? '')
  );
}

/** The doubts without those of the one or two wrappers, named `embed` or `social`, that such a post stands in. */
function withoutNames(doubt: Doubt | null): Doubt | null {
  if (doubt?.kind !== 'name') return doubt;
  return doubt.outer?.kind === 'name' ? doubt.outer.outer : doubt.outer;
}

function isHidden({ attributes }: PageElement): boolean {
  const { style, hidden, 'aria-hidden': ariaHidden } = attributes;
  if (hidden !== undefined || ariaHidden === 'true') return true;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** Whether an unlifted doubt stands against a block; the lenient reading minds only the grave ones. */
export function isDoubted(doubt: Doubt | null, strict: boolean): boolean {
  for (let d = doubt; d !== null; d = d.outer) {
    if (!d.lifted && (strict || isGrave(d))) return true;
  }
  return false;
}

/** Doubts that no amount of prose lifts. */
export function isGrave({ kind }: Doubt): boolean {
  return kind === 'hidden' || kind === 'never' || kind === 'neighbour';
}
