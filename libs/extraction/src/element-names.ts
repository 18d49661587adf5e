import {
  BODY_PAIRS,
  BODY_WORDS,
  BOILERPLATE_PAIRS,
  BOILERPLATE_WORDS,
  BYLINE_WORDS,
  DATE_WORDS,
  NEVER_ARTICLE_WORDS,
  WRAPPER_WORDS,
} from './data/class-words.ts';

/** What the names that an author gave an element (class, id, test id) say about it; bits, for one may say several things. */
export const NAMES = { body: 1, boilerplate: 2, never: 4, byline: 8, date: 16 } as const;

/** Names repeat within a page and across a site's pages; the memories are emptied when full. */
const byElement = new Map<string, number>();
const byToken = new Map<string, number>();
const MEMORY = 20_000;
const MAX_NAME = 400;

/** Judges an element by its class, id and test names. The bits are those of `NAMES`. */
export function judgeNames(attributes: Readonly<Record<string, string>>): number {
  const { class: classes, id, 'data-component': component, 'data-testid': testId } = attributes;
  if (classes === undefined && id === undefined && component === undefined && testId === undefined) return 0;
  const name = joinNames(classes, id, component, testId);
  const known = byElement.get(name);
  if (known !== undefined) return known;
  let bits = 0;
  for (const token of name.split(/\s+/)) bits |= judgeToken(token);
  // Whatever else is said of it, what is named the body holds it.
  if (bits & NAMES.body) bits &= ~(NAMES.boilerplate | NAMES.never);
  remember(byElement, name, bits);
  return bits;
}

function joinNames(...names: readonly (string | undefined)[]): string {
  let joined = '';
  for (const name of names) if (name !== undefined) joined = joined === '' ? name : `${joined} ${name}`;
  return joined.length > MAX_NAME ? joined.slice(0, MAX_NAME) : joined;
}

function remember(memory: Map<string, number>, key: string, bits: number): void {
  if (memory.size > MEMORY) memory.clear();
  memory.set(key, bits);
}

function judgeToken(token: string): number {
  const known = byToken.get(token);
  if (known !== undefined) return known;
  const bits = judgeWords(splitName(token));
  remember(byToken, token, bits);
  return bits;
}

/** `articleBody--withAds` → article, body, with, ads. */
export function splitName(token: string): string[] {
  return token
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function judgeWords(words: readonly string[]): number {
  let bits = 0;
  words.forEach((word, i) => {
    const pair = `${word} ${words[i + 1] ?? ''}`;
    if (BODY_WORDS.has(word) || BODY_PAIRS.has(pair)) bits |= NAMES.body;
    if (BYLINE_WORDS.has(word)) bits |= NAMES.byline;
    if (DATE_WORDS.has(word)) bits |= NAMES.date;
    // `has-sidebar` and `no-ads` describe the page, not the element.
    if (WRAPPER_WORDS.has(words[i - 1] ?? '')) return;
    if (NEVER_ARTICLE_WORDS.has(word)) bits |= NAMES.never | NAMES.boilerplate;
    else if (BOILERPLATE_WORDS.has(word) || BOILERPLATE_PAIRS.has(pair)) bits |= NAMES.boilerplate;
  });
  return bits;
}
