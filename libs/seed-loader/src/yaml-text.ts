import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { describeSyntax } from './describe-syntax.ts';
import type { Report, SeedFile } from './seed-file.ts';

/** A YAML text as plain values, and the line on which each of them stands. */
export interface YamlText {
  file: string;
  value: unknown;
  /** The 1-based line of the value at a path, or of the nearest value around it that is there. */
  lineOf(path: readonly PropertyKey[]): number;
  /** The line of a key of the mapping at a path; where it is missing, that of the mapping's own key. */
  lineOfKey(path: readonly PropertyKey[], key: string): number;
}

/** Reads one YAML document; null where its grammar is broken, with each mistake reported. */
export function readYaml(file: SeedFile, report: Report): YamlText | null {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const wrong = [...document.errors, ...document.warnings];
  for (const error of withoutFollowers(wrong)) {
    const { line } = lines.linePos(error.pos[0]);
    report({ file: file.path, line, ...describeSyntax(error.code, error.message) });
  }
  if (wrong.length > 0) return null;
  const value = plainValue(document, file.path, report);
  return value === undefined ? null : { file: file.path, value, ...lineFinder(document, lines) };
}

/** A broken line makes the parser stumble over those below it: of such mistakes only the first is told. */
function withoutFollowers(errors: readonly YAMLError[]): YAMLError[] {
  return errors.filter((error, index) => index === 0 || STANDS_ALONE.has(error.code));
}

const STANDS_ALONE: ReadonlySet<string> = new Set(['TAB_AS_INDENT', 'DUPLICATE_KEY']);

/** Resolving aliases can fail: an alias of an alias of an alias that would fill the memory. */
function plainValue(document: Document, file: string, report: Report): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The file cannot be resolved.';
    report({ file, line: 1, message, remedy: 'Write the text out instead of using & and * references.' });
    return undefined;
  }
}

function lineFinder(document: Document, lines: LineCounter): Pick<YamlText, 'lineOf' | 'lineOfKey'> {
  const lineAt = (node: unknown) => {
    const offset = isNode(node) ? node.range?.[0] : undefined;
    return offset === undefined ? 1 : lines.linePos(offset).line;
  };
  const nodeAt = (path: readonly PropertyKey[]): unknown => {
    let node: unknown = document.contents;
    for (const key of path) {
      const next: unknown = isCollection(node) ? node.get(key, true) : undefined;
      if (next === undefined) break;
      node = next;
    }
    return node;
  };
  const keyLine = (path: readonly PropertyKey[], key: string): number => {
    const node = nodeAt(path);
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    if (pair !== undefined) return lineAt(pair.key);
    const holder = path.at(-1);
    return typeof holder === 'string' ? keyLine(path.slice(0, -1), holder) : lineAt(node);
  };
  return { lineOf: (path) => lineAt(nodeAt(path)), lineOfKey: keyLine };
}
