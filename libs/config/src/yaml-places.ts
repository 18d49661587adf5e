import { isCollection, isPair, isScalar } from 'yaml';

/** Where a node of a YAML text begins. */
export function startOf(node: unknown): number {
  return isScalar(node) || isCollection(node) ? (node.range?.[0] ?? 0) : 0;
}

/** The last character of the node's last value; a collection's own range would take in the comments that follow it. */
export function lastOffset(node: unknown): number {
  if (isPair(node)) return lastOffset(node.value ?? node.key);
  if (isCollection(node) && !node.flow && node.items.length > 0) return lastOffset(node.items.at(-1));
  const end = isScalar(node) || isCollection(node) ? (node.range?.[1] ?? 0) : 0;
  return Math.max(0, end - 1);
}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends: at its line break, or at the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** The line of an offset, without its break. */
export function lineOf(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), lineEnd(text, offset));
}
