import { collapse } from './dom/element.ts';
import { parseHtml } from './dom/parse.ts';
import { listBlocks } from './blocks.ts';
import { type LdNode, isNode } from './metadata/json-ld.ts';

const KEYS = new Set([
  'body',
  'articlebody',
  'content',
  'text',
  'html',
  'bodyhtml',
  'contenthtml',
  'paragraphs',
  'value',
  'rawhtml',
  'storybody',
  'fulltext',
  'children',
  'markdown',
]);
const MAX_VISITS = 50_000;
const LONG = 200;

/** The body as the page's JSON-LD gives it, as paragraphs; empty when it has none. */
export function textFromLd(article: LdNode | null): string[] {
  const body = article?.['articleBody'];
  return typeof body === 'string' ? paragraphsOf(body) : [];
}

/** The longest run of prose among the values that an application page is hydrated from; empty when it has none. */
export function textFromNextData(json: string | null): string[] {
  if (json === null || json.length > 3_000_000) return [];
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  let best = '';
  const pending: [unknown, boolean][] = [[data, false]];
  for (let visits = 0; pending.length > 0 && visits < MAX_VISITS; visits += 1) {
    const [value, named] = pending.pop()!;
    if (typeof value === 'string') {
      if (named && value.length > best.length && value.includes(' ')) best = value;
    } else if (Array.isArray(value)) {
      if (named && value.every((item) => typeof item === 'string')) pending.push([value.join('\n\n'), true]);
      else for (const item of value) pending.push([item, named]);
    } else if (isNode(value)) {
      for (const [key, inner] of Object.entries(value)) pending.push([inner, KEYS.has(key.toLowerCase())]);
    }
  }
  return best.length >= LONG ? paragraphsOf(best) : [];
}

function paragraphsOf(body: string): string[] {
  if (/<(?:p|div|br|h\d|li)\b/i.test(body))
    return listBlocks(parseHtml(body)).blocks.map((block) => block.text);
  return body
    .split(/\n+/)
    .map((line) => collapse(line.replace(/<[^<>]{1,300}>/g, ' ')))
    .filter((line) => line !== '');
}
