import { isDeepStrictEqual } from 'node:util';
import type { AlertRuleConfig } from '@framewatch/contracts';
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { asFlow, asYaml, pairAsYaml, type Written, writtenRule } from './written-rule.ts';
import { lastOffset, lineEnd, lineStart, startOf } from './yaml-places.ts';

/**
 * The text of alerts.yaml with one more rule after the last one. Every other character stays: comments, and the examples
 * that are commented out. Throws where the text has no list of rules, or cannot be changed without touching more.
 */
export function addRuleToFile(text: string, rule: AlertRuleConfig): string {
  const list = ruleList(text);
  const written = writtenRule(rule);
  const last = list.items.at(-1);
  const added =
    last === undefined
      ? intoEmpty(text, list, written)
      : list.flow
        ? intoFlow(text, list, written)
        : afterLast(text, list, written);
  return checked(text, added, [...(list.toJSON() as unknown[]), written]);
}

/**
 * The text with the rule of this id put in another's place. Lines of keys that stay the same stay as they are, with the
 * comments on and between them. Returns the text unchanged where nothing differs. Throws where there is no such rule.
 */
export function replaceRuleInFile(text: string, id: string, rule: AlertRuleConfig): string {
  const list = ruleList(text);
  const index = indexOf(list, id);
  const node = list.items[index] as YAMLMap;
  const before = node.toJSON() as Written;
  const written = writtenRule(rule, Object.keys(before));
  if (isDeepStrictEqual(before, written)) return text;
  const expected = (list.toJSON() as unknown[]).with(index, written);
  const gentle = node.flow ? inFlow(text, node, written) : byKeys(text, node, before, written);
  const whole = node.flow ? gentle : inWhole(text, list, node, written);
  return holds(gentle, expected) ? inEolOf(text, gentle) : checked(text, whole, expected);
}

/** The text without the rule of this id; the comments between rules stay, those within it go with it. */
export function removeRuleFromFile(text: string, id: string): string {
  const list = ruleList(text);
  const index = indexOf(list, id);
  const node = list.items[index];
  const expected = (list.toJSON() as unknown[]).toSpliced(index, 1);
  if (list.flow) return checked(text, outOfFlow(text, list, index), expected);
  const cut = `${text.slice(0, lineStart(text, startOf(node)))}${text.slice(lineEnd(text, lastOffset(node)) + 1)}`;
  return checked(text, expected.length > 0 ? cut : withEmptyList(cut), expected);
}

function ruleList(text: string): YAMLSeq {
  const document = parseDocument(text);
  const list = isMap(document.contents) ? document.contents.get('rules', true) : undefined;
  if (document.errors.length > 0 || !isSeq(list))
    throw new Error('alerts.yaml cannot be changed while it has a mistake; mend it first.');
  return list;
}

function indexOf(list: YAMLSeq, id: string): number {
  const index = list.items.findIndex((item) => isMap(item) && item.get('id') === id);
  if (index === -1) throw new Error(`There is no rule ${id} in alerts.yaml any more.`);
  return index;
}

function afterLast(text: string, list: YAMLSeq, written: Written): string {
  const end = lineEnd(text, lastOffset(list.items.at(-1)));
  return `${text.slice(0, end)}\n\n${asYaml(written, indentOf(text, list))}${text.slice(end)}`;
}

/** `rules: []`, whatever follows on its line. */
function intoEmpty(text: string, list: YAMLSeq, written: Written): string {
  const [start, end] = list.range ?? [0, 0];
  const eol = lineEnd(text, end);
  const rest = text.slice(end, eol).trim();
  return `${text.slice(0, start).trimEnd()}${rest === '' ? '' : ` ${rest}`}\n${asYaml(written, '  ')}${text.slice(eol)}`;
}

function intoFlow(text: string, list: YAMLSeq, written: Written): string {
  const at = lastOffset(list.items.at(-1)) + 1;
  return `${text.slice(0, at)}, ${asFlow(written)}${text.slice(at)}`;
}

function outOfFlow(text: string, list: YAMLSeq, index: number): string {
  const [before, node, after] = [list.items[index - 1], list.items[index], list.items[index + 1]];
  if (after !== undefined) return `${text.slice(0, startOf(node))}${text.slice(startOf(after))}`;
  const from = before === undefined ? startOf(node) : lastOffset(before) + 1;
  return `${text.slice(0, from)}${text.slice(lastOffset(node) + 1)}`;
}

function inFlow(text: string, node: YAMLMap, written: Written): string {
  return `${text.slice(0, startOf(node))}${asFlow(written)}${text.slice(lastOffset(node) + 1)}`;
}

/** Only the lines of keys that differ are touched, from the last to the first so that offsets stay right. */
function byKeys(text: string, node: YAMLMap, before: Written, written: Written): string {
  const pairs = node.items.map((pair) => ({
    key: String(isScalar(pair.key) ? pair.key.value : pair.key),
    pair,
  }));
  const added = Object.keys(written).filter((key) => !(key in before));
  const indent = ' '.repeat(startOf(node) - lineStart(text, startOf(node)));
  const end = lineEnd(text, lastOffset(node));
  let edited = `${text.slice(0, end)}${added.map((key) => `\n${pairAsYaml(key, written[key], indent)}`).join('')}${text.slice(end)}`;
  for (const { key, pair } of pairs.toReversed()) {
    if (isDeepStrictEqual(before[key], written[key])) continue;
    const [start, stop] = [startOf(pair.key), lastOffset(pair) + 1];
    if (key in written)
      edited = `${edited.slice(0, start)}${pairAsYaml(key, written[key], indent).trimStart()}${edited.slice(stop)}`;
    else
      edited = `${edited.slice(0, lineStart(edited, start))}${edited.slice(lineEnd(edited, stop - 1) + 1)}`;
  }
  return edited;
}

function inWhole(text: string, list: YAMLSeq, node: YAMLMap, written: Written): string {
  const [start, end] = [lineStart(text, startOf(node)), lineEnd(text, lastOffset(node))];
  const comments = text
    .slice(start, end)
    .split('\n')
    .filter((line) => /^\s*#/.test(line));
  return `${text.slice(0, start)}${[...comments, asYaml(written, indentOf(text, list))].join('\n')}${text.slice(end)}`;
}

/** `rules:` without an entry would be no list at all. */
function withEmptyList(text: string): string {
  return text
    .replace(/^rules:[ \t]*/m, (found) => `rules: []${found.length > 6 ? ' ' : ''}`)
    .replace(/^rules: \[\][ \t]+$/m, 'rules: []');
}

const indentOf = (text: string, list: YAMLSeq): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, startOf(list.items[0]))))?.[0] ?? '';

/** The check on our own cutting and pasting: only the wanted rule may have changed. */
function checked(before: string, after: string, expected: unknown[]): string {
  if (!holds(after, expected))
    throw new Error(
      'alerts.yaml is written in a way that cannot be changed from here: edit the file by hand.',
    );
  return inEolOf(before, after);
}

function holds(text: string, expected: unknown[]): boolean {
  const document = parseDocument(text);
  return (
    document.errors.length === 0 &&
    isDeepStrictEqual((document.toJS() as { rules?: unknown }).rules, expected)
  );
}

const inEolOf = (before: string, after: string): string =>
  before.includes('\r\n') ? after.replace(/\r?\n/g, '\r\n') : after;
