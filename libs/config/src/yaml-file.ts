import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { FileProblem } from '@framewatch/contracts';

/** A YAML text that could be read, with the way from a value back to its line. */
export interface YamlFile {
  value: unknown;
  /** Mistakes that spoil one entry only, such as a key written twice. */
  entryErrors: { offset: number; message: string }[];
  /** 1-based line of the value or key at this path; of its nearest known parent where it is missing. */
  lineOf: (path: readonly PropertyKey[]) => number;
  lineAt: (offset: number) => number;
  /** Start and end offset of the node at this path, where it exists. */
  rangeOf: (path: readonly PropertyKey[]) => [number, number] | undefined;
}

/** Reads YAML. A text that is no YAML at all, or is empty, gives a problem instead, as nothing in it can be trusted. */
export function readYaml(text: string, file: string): YamlFile | FileProblem {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const fatal = document.errors.find((error) => error.code !== 'DUPLICATE_KEY');
  if (fatal) return notYaml(fatal, lineAt(fatal.pos[0]), file);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return emptyFile(file);
  const read = tryToJs(() => document.toJS({ maxAliasCount: 100 }));
  if (!read.ok)
    return {
      file,
      line: 0,
      message: read.message,
      remedy: 'Write the values out instead of using YAML aliases.',
    };
  return {
    value: read.value,
    entryErrors: document.errors.map((error) => ({ offset: error.pos[0], message: error.message })),
    lineOf: (path) => lineAt(offsetOf(root, path)),
    lineAt,
    rangeOf: (path) => {
      const range = nodeAt(root, path)?.range;
      return range ? [range[0], range[2]] : undefined;
    },
  };
}

function notYaml(error: YAMLError, line: number, file: string): FileProblem {
  const tab = error.code === 'TAB_AS_INDENT';
  return {
    file,
    line,
    message: `This is not valid YAML: ${error.message.split('\n')[0] ?? ''}`,
    remedy: tab
      ? 'Indent with spaces, not with tabs.'
      : 'Check indentation, quotes and brackets on this line and the line before it. Until then nothing of this file is used.',
  };
}

function emptyFile(file: string): FileProblem {
  return {
    file,
    line: 0,
    message: 'The file is empty.',
    remedy: 'Restore its content. Until then the last good version stays in force.',
  };
}

function tryToJs(read: () => unknown): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Follows the path as far as it leads; for a key of a mapping the key's own place counts. */
function offsetOf(root: Node, path: readonly PropertyKey[]): number {
  let node: Node = root;
  let offset = root.range?.[0] ?? 0;
  for (const step of path) {
    const next = childOf(node, step);
    if (!next) break;
    offset = next.offset;
    if (!next.node) break;
    node = next.node;
  }
  return offset;
}

function nodeAt(root: Node, path: readonly PropertyKey[]): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) node = node && childOf(node, step)?.node;
  return node;
}

function childOf(node: Node, step: PropertyKey): { node: Node | undefined; offset: number } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) && item.range ? { node: item, offset: item.range[0] } : undefined;
  }
  if (!isMap(node)) return undefined;
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key) || String(pair.key.value) !== String(step)) continue;
    return { node: isNode(pair.value) ? pair.value : undefined, offset: pair.key.range?.[0] ?? 0 };
  }
  return undefined;
}
