/** One object of a page's JSON-LD. */
export type LdNode = Readonly<Record<string, unknown>>;

const MAX_NODES = 500;
const MAX_VISITS = 5_000;
const MAX_LENGTH = 2_000_000;
const ARTICLE_TYPE =
  /(?:^|\/)(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Review|AnalysisNewsArticle|Posting|ClaimReview)$/;

/** All objects of the page's JSON-LD scripts, nested ones and graphs included; broken scripts are mended or passed over. */
export function readLd(scripts: readonly string[]): LdNode[] {
  const nodes: LdNode[] = [];
  for (const script of scripts) {
    const pending: unknown[] = [parseLoosely(script)];
    for (let visits = 0; pending.length > 0 && nodes.length < MAX_NODES && visits < MAX_VISITS; visits += 1) {
      const value = pending.shift();
      if (Array.isArray(value)) pending.unshift(...value.slice(0, 100));
      else if (isNode(value)) {
        nodes.push(value);
        for (const key of [
          '@graph',
          'mainEntity',
          'mainEntityOfPage',
          'itemReviewed',
          'hasPart',
          'isPartOf',
        ]) {
          if (typeof value[key] === 'object' && value[key] !== null) pending.push(value[key]);
        }
      }
    }
  }
  return nodes;
}

/** The object that describes the page's article; of several the first that has a headline. Null without one. */
export function findArticle(nodes: readonly LdNode[]): LdNode | null {
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  return articles.find((node) => textIn(node['headline']) !== null) ?? articles[0] ?? null;
}

/** The `@type`s of an object. */
export function typesOf(node: LdNode): string[] {
  const type = node['@type'];
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.filter((t): t is string => typeof t === 'string') : [];
}

/** A value as text: a string, the first of a list, or an object's @value or name. */
export function textIn(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  const inner: unknown = Array.isArray(value)
    ? value[0]
    : isNode(value)
      ? (value['@value'] ?? value['name'])
      : null;
  // One level is what publishers write; a page that nests deeper means no text.
  return typeof inner === 'string' && inner.trim() !== ''
    ? inner.trim()
    : isNode(inner)
      ? stringOrNull(inner['@value'] ?? inner['name'])
      : null;
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Whether a value is a plain object. */
export function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseLoosely(script: string): unknown {
  if (script.length > MAX_LENGTH) return null;
  const text = script
    .replace(/^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/, '')
    .trim()
    .replace(/;$/, '');
  for (const attempt of [text, mend(text)]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The mended text is tried next; after it there is nothing to read here.
    }
  }
  return null;
}

/** Raw control characters inside strings and commas before closing brackets: the two slips that templates make. */
function mend(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed
  return text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1');
}
