import { Tokenizer } from 'htmlparser2';
import { KEPT_ATTRIBUTES } from '../data/kept-attributes.ts';
import { judgeNames, type NameMemory } from '../element-names.ts';
import { createElement, type PageElement } from './element.ts';
import { CLOSED_BY, INLINE_TAGS, SCOPE_TAGS, VOID_TAGS } from './tags.ts';

/** Elements nested deeper than this are flattened into the one at the limit: no page that people read needs more. */
const MAX_DEPTH = 512;
const MAX_ATTRIBUTES = 256;
const MAX_ATTRIBUTE_LENGTH = 20_000;

/**
 * HTML text to a tree, in one pass of htmlparser2's tokenizer. Never throws, never recurses; depth, attributes and
 * attribute lengths are capped. Own tree building, because htmlparser2's parser takes quadratic time on deep nesting.
 */
export function parseHtml(html: string): PageElement {
  const builder = new TreeBuilder(html);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder);
  tokenizer.write(html);
  tokenizer.end();
  return builder.root;
}

class TreeBuilder {
  readonly root = createElement('#root', null, null, 0, 0);
  private readonly html: string;
  private readonly open: PageElement[] = [this.root];
  private current = this.root;
  /** Start tags that the depth cap swallowed, by name, so that their end tags close nothing else. */
  private readonly swallowed = new Map<string, number>();
  private tagName = '';
  private attributes: Record<string, string> | null = null;
  private attributeCount = 0;
  private count = 0;
  private readonly names: NameMemory = new Map();
  private attributeName = '';
  private attributeValue = '';

  constructor(html: string) {
    this.html = html;
  }

  ontext(start: number, end: number): void {
    this.current.children.push(this.html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    const children = this.current.children;
    const last = children.length - 1;
    const text = String.fromCodePoint(codepoint);
    if (last >= 0 && typeof children[last] === 'string') children[last] += text;
    else children.push(text);
  }

  onopentagname(start: number, end: number): void {
    this.tagName = this.html.slice(start, end).toLowerCase();
    this.attributes = null;
    this.attributeCount = 0;
  }

  onattribname(start: number, end: number): void {
    this.attributeName = '';
    if (end - start > 30 || this.attributeCount >= MAX_ATTRIBUTES) return;
    this.attributeCount += 1;
    const written = this.html.slice(start, end);
    const name = KEPT_ATTRIBUTES.has(written) ? written : written.toLowerCase();
    if (KEPT_ATTRIBUTES.has(name)) this.attributeName = name;
    this.attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attributeName === '' || this.attributeValue.length > MAX_ATTRIBUTE_LENGTH) return;
    this.attributeValue += this.html.slice(start, Math.min(end, start + MAX_ATTRIBUTE_LENGTH));
  }

  onattribentity(codepoint: number): void {
    if (this.attributeName !== '') this.attributeValue += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (this.attributeName === '') return;
    this.attributes ??= {};
    this.attributes[this.attributeName] ??= this.attributeValue;
    this.attributeName = '';
  }

  onopentagend(): void {
    this.start(this.tagName);
  }

  onselfclosingtag(): void {
    this.start(this.tagName);
    // As in browsers, `<div/>` opens a div; only foreign elements close themselves.
    if (this.current.name === this.tagName && FOREIGN.has(this.tagName)) this.pop();
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    if (name === 'br' || name === 'p') this.closeOrBreak(name);
    else if (name !== 'body' && name !== 'html') this.close(name);
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.current.children.push(this.html.slice(start, end - endOffset));
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private start(name: string): void {
    const closes = CLOSED_BY.get(name);
    while (closes?.has(this.current.name)) this.pop();
    this.count += 1;
    if (this.open.length >= MAX_DEPTH && !VOID_TAGS.has(name)) {
      this.swallowed.set(name, (this.swallowed.get(name) ?? 0) + 1);
      // Of a block that is not nested any more the boundary at least stays.
      if (!INLINE_TAGS.has(name)) this.addEmpty('hr');
      return;
    }
    const names = this.attributes === null ? 0 : judgeNames(this.attributes, this.names);
    const element = createElement(name, this.attributes, this.current, this.count, names);
    this.current.children.push(element);
    if (VOID_TAGS.has(name)) return;
    this.open.push(element);
    this.current = element;
  }

  private addEmpty(name: string): void {
    this.current.children.push(createElement(name, null, this.current, this.count, 0));
  }

  private pop(): void {
    this.open.pop();
    this.current = this.open[this.open.length - 1]!;
  }

  private closeOrBreak(name: string): void {
    if (this.close(name)) return;
    this.addEmpty('br');
  }

  private close(name: string): boolean {
    const swallowed = this.swallowed.get(name) ?? 0;
    if (swallowed > 0) {
      this.swallowed.set(name, swallowed - 1);
      return true;
    }
    const position = this.findOpen(name);
    if (position < 0) return false;
    this.open.length = position;
    this.current = this.open[position - 1]!;
    return true;
  }

  private findOpen(name: string): number {
    const inline = INLINE_TAGS.has(name);
    for (let i = this.open.length - 1; i > 0; i -= 1) {
      const candidate = this.open[i]!.name;
      if (candidate === name) return i;
      if (inline && !INLINE_TAGS.has(candidate)) return -1;
      if (SCOPE_TAGS.has(candidate) && !SCOPE_TAGS.has(name) && !TABLE_PARTS.has(name)) return -1;
    }
    return -1;
  }
}

const FOREIGN = new Set(['path', 'use', 'svg', 'g', 'circle', 'rect', 'line', 'polygon', 'amp-img', 'o:p']);
const TABLE_PARTS = new Set(['tr', 'tbody', 'thead', 'tfoot']);
