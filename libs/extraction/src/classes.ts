import {
  BODY_PAIRS,
  BODY_WORDS,
  BOILERPLATE_PAIRS,
  BOILERPLATE_WORDS,
  WRAPPER_WORDS,
} from './data/class-words.ts';
import type { PageElement } from './dom/element.ts';

/** What the names that an author gave an element (class, id, test id) say about it. */
export type NameVerdict = 'body' | 'boilerplate' | 'neutral';

/** Class names repeat within and across pages of a site; the memory is emptied when it is full. */
const seen = new Map<string, NameVerdict>();
const MEMORY = 20_000;
const MAX_NAME = 400;

/** Judges an element by its class, id and data-component names. */
export function judgeName(element: PageElement): NameVerdict {
  const { class: classes, id, 'data-component': component, 'data-testid': testId } = element.attributes;
  if (classes === undefined && id === undefined && component === undefined && testId === undefined)
    return 'neutral';
  const name = `${classes ?? ''} ${id ?? ''} ${component ?? ''} ${testId ?? ''}`.slice(0, MAX_NAME);
  const known = seen.get(name);
  if (known !== undefined) return known;
  if (seen.size > MEMORY) seen.clear();
  const verdict = judge(name);
  seen.set(name, verdict);
  return verdict;
}

function judge(name: string): NameVerdict {
  let boilerplate = false;
  for (const token of name.split(/\s+/)) {
    const words = splitName(token);
    if (isBody(words)) return 'body';
    boilerplate ||= isBoilerplate(words);
  }
  return boilerplate ? 'boilerplate' : 'neutral';
}

/** `articleBody--withAds` → article, body, with, ads. */
export function splitName(token: string): string[] {
  return token
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function isBody(words: readonly string[]): boolean {
  return words.some((word, i) => BODY_WORDS.has(word) || BODY_PAIRS.has(`${word} ${words[i + 1] ?? ''}`));
}

function isBoilerplate(words: readonly string[]): boolean {
  return words.some((word, i) => {
    if (BOILERPLATE_PAIRS.has(`${word} ${words[i + 1] ?? ''}`)) return true;
    // `has-sidebar` and `no-ads` describe the page, not the element.
    return BOILERPLATE_WORDS.has(word) && !WRAPPER_WORDS.has(words[i - 1] ?? '');
  });
}
