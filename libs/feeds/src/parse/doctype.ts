import { limits } from './limits.ts';

/** A document without its document type, and the entities that this defined. */
export interface WithoutDoctype {
  text: string;
  entities: ReadonlyMap<string, string>;
}

/** How far into a document a document type is looked for. */
const WINDOW = 4_096;
const ENTITY = /<!ENTITY\s{1,20}([\w.:-]{1,64})\s{1,20}(?:"([^"]*)"|'([^']*)')\s{0,20}>/g;

/**
 * Cuts the document type out, since its internal subset holds `>` and would be read as text. Of its entities only short
 * ones are kept; external ones are never followed.
 */
export function cutDoctype(text: string): WithoutDoctype {
  const start = text.slice(0, WINDOW).search(/<!DOCTYPE/i);
  if (start < 0) return { text, entities: new Map() };
  const end = endOf(text, start);
  const subset = text.slice(start, end);
  return { text: text.slice(0, start) + text.slice(end), entities: entitiesIn(subset) };
}

/** Index after the `>` that ends the document type, or after its name where nothing does. */
function endOf(text: string, start: number): number {
  const plain = text.indexOf('>', start);
  const subset = text.indexOf('[', start);
  if (subset < 0 || (plain >= 0 && plain < subset)) return plain < 0 ? start + 9 : plain + 1;
  const close = /\]\s{0,100}>/g;
  close.lastIndex = subset;
  const found = close.exec(text);
  return found ? found.index + found[0].length : plain + 1;
}

function entitiesIn(subset: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of subset.matchAll(ENTITY)) {
    const value = double ?? single ?? '';
    if (entities.size >= limits.entities) break;
    if (value.length <= limits.entityLength && !entities.has(name)) entities.set(name, value);
  }
  return entities;
}
