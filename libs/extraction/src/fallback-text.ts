import { collapse } from './dom/element.ts';
import { parseHtml } from './dom/parse.ts';
import { listBlocks } from './blocks.ts';
import { type LdNode, isNode } from './metadata/json-ld.ts';
import { STATE } from './metadata/survey.ts';

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
/** Of all data together, in UTF-16 units. */
const MAX_LENGTH = 3_000_000;

/** The body as the page's JSON-LD gives it, as paragraphs; empty when it has none. */
export function textFromLd(article: LdNode | null): string[] {
  const body = article?.['articleBody'];
  return typeof body === 'string' ? paragraphsOf(body) : [];
}

/** The longest run of prose among the values of the states that the page is drawn from; empty when there is none. */
export function textFromState(scripts: readonly string[]): string[] {
  let best = '';
  let budget = MAX_LENGTH;
  for (const script of scripts) {
    budget -= script.length;
    if (budget < 0) break;
    const found = longestProse(readState(script));
    if (found.length > best.length) best = found;
  }
  return best.length >= LONG ? paragraphsOf(best) : [];
}

/** A script's JSON, whether it is all of it or what it sets a variable to; null where it is neither. */
function readState(script: string): unknown {
  const json = script.replace(STATE, '').trim().replace(/;$/, '');
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

function longestProse(data: unknown): string {
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
  return best;
}

function paragraphsOf(body: string): string[] {
  if (/<(?:p|div|br|h\d|li)\b/i.test(body))
    return listBlocks(parseHtml(body)).blocks.map((block) => block.text);
  return body
    .split(/\n+/)
    .map((line) => collapse(line.replace(/<[^<>]{1,300}>/g, ' ')))
    .filter((line) => line !== '');
}
