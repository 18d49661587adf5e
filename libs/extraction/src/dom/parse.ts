import { judgeNames, type NameMemory } from '../element-names.ts';
import { createElement, type PageElement } from './element.ts';
import { lexHtml, type TokenSink } from './lex.ts';
import { CLOSED_BY, INLINE_TAGS, SCOPE_TAGS, VOID_TAGS } from './tags.ts';

/** Elements nested deeper than this are flattened into the one at the limit: no page that people read needs more. */
const MAX_DEPTH = 512;

/**
 * HTML text to a tree, in one pass. Never throws, never recurses; depth is capped here, size, attributes and their
 * lengths by the lexer. Own tree building, because htmlparser2's takes quadratic time on deep nesting.
 */
export function parseHtml(html: string): PageElement {
  const builder = new TreeBuilder();
  lexHtml(html, builder);
  return builder.root;
}

class TreeBuilder implements TokenSink {
  readonly root = createElement('#root', null, null, 0, 0);
  private readonly open: PageElement[] = [this.root];
  private current = this.root;
  /** Start tags that the depth cap swallowed, by name, so that their end tags close nothing else. */
  private readonly swallowed = new Map<string, number>();
  private count = 0;
  private readonly names: NameMemory = new Map();

  text(text: string): void {
    this.current.children.push(text);
  }

  openTag(name: string, attributes: Record<string, string> | null, selfClosing: boolean): void {
    this.start(name, attributes);
    // As in browsers, `<div/>` opens a div; only foreign elements close themselves.
    if (selfClosing && this.current.name === name && FOREIGN.has(name)) this.pop();
  }

  closeTag(name: string): void {
    if (name === 'br' || name === 'p') this.closeOrBreak(name);
    else if (name !== 'body' && name !== 'html') this.close(name);
  }

  private start(name: string, attributes: Record<string, string> | null): void {
    const closes = CLOSED_BY.get(name);
    while (closes?.has(this.current.name)) this.pop();
    this.count += 1;
    if (this.open.length >= MAX_DEPTH && !VOID_TAGS.has(name)) {
      this.swallowed.set(name, (this.swallowed.get(name) ?? 0) + 1);
      // Of a block that is not nested any more the boundary at least stays.
      if (!INLINE_TAGS.has(name)) this.addEmpty('hr');
      return;
    }
    const names = attributes === null ? 0 : judgeNames(attributes, this.names);
    const element = createElement(name, attributes, this.current, this.count, names);
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
