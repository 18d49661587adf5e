import { type TokenizerCallbacks, Tokenizer } from 'htmlparser2';
import { limits } from './limits.ts';
import { NameScope } from './namespaces.ts';
import type { Decode } from './references.ts';
import type { FeedElement, Scope } from './tree.ts';
import { absoluteUrl } from './urls.ts';
import {
  entryKeys,
  fieldNames,
  foreignToHtml,
  leafKeys,
  markupKeys,
  rootKeys,
  sitemapEntryKeys,
} from './vocabulary.ts';

/** What one pass over an XML document found. */
export interface TreeOutcome {
  /** The feed's outermost element, without entries; null where the document holds no feed. */
  root: FeedElement | null;
  /** The document's outermost element as written, for a document that is no feed. */
  firstName: string | null;
  /** Why reading ended before the feed did; null where it did not. */
  stopped: 'end' | 'entries' | 'time' | null;
}

interface Open {
  name: string;
  element: FeedElement;
  /** Index after the start tag. */
  contentStart: number;
}

/**
 * Reads a document into elements, handing out each entry when it is whole and keeping none. Tolerates what feeds get
 * wrong: tags left open, ended twice or misspelt, entries within entries. Cost is linear in the document.
 */
export function buildTree(
  source: string,
  base: string,
  decode: Decode,
  onEntry: (entry: FeedElement) => void,
): TreeOutcome {
  const builder = new TreeBuilder(source, base, decode, onEntry);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, builder);
  builder.pause = () => tokenizer.pause();
  tokenizer.write(source);
  tokenizer.end();
  return builder.outcome();
}

/** Names that begin an entry where one of the same name was left open. */
const ENTRY_NAMES: ReadonlySet<string> = new Set(['item', 'entry', ...sitemapEntryKeys.values()]);

/** Most elements have none; this one is never added to. */
const NO_ATTRIBUTES: string[] = [];

/** Follows the tokens of htmlparser2; a class because its tokenizer calls one object back. */
class TreeBuilder implements TokenizerCallbacks {
  pause: () => void = () => {};
  private readonly open: Open[] = [];
  private readonly scope: Scope;
  private readonly deadline = performance.now() + limits.time;
  private root: FeedElement | null = null;
  private firstName: string | null = null;
  private stopped: TreeOutcome['stopped'] = null;
  private finished = false;
  private entryCount = 0;
  /** Stack index of the open entry, or -1. */
  private entryAt = -1;
  private elements = 0;
  private tokens = 0;
  /** Elements open beyond the depth limit: they are counted, not kept. */
  private overflow = 0;
  private name = '';
  private attributes: string[] = NO_ATTRIBUTES;
  private attributeName = '';
  private attributeValue = '';
  /** In the markup of the topmost element: its own name may occur again inside. */
  private inMarkup = false;
  private nestedSame = 0;
  private hasElements = false;

  constructor(
    private readonly source: string,
    base: string,
    private readonly decode: Decode,
    private readonly onEntry: (entry: FeedElement) => void,
  ) {
    this.scope = { base, language: null, names: new NameScope() };
  }

  outcome(): TreeOutcome {
    const cut = this.root !== null && !this.finished ? 'end' : null;
    return { root: this.root, firstName: this.firstName, stopped: this.stopped ?? cut };
  }

  onopentagname(start: number, end: number): void {
    this.name = this.source.slice(start, end).toLowerCase();
    this.watchTime();
    if (this.inMarkup && this.endsMarkup()) this.closeTop(start - 1);
    this.attributes = NO_ATTRIBUTES;
  }

  onattribname(start: number, end: number): void {
    if (this.inMarkup) return;
    this.attributeName = this.source.slice(start, end).toLowerCase();
    this.attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    if (!this.inMarkup) this.attributeValue = this.decode(this.source.slice(start, end));
  }

  onattribend(): void {
    if (this.inMarkup || this.attributes.length >= limits.attributes * 2) return;
    if (this.attributes === NO_ATTRIBUTES) this.attributes = [];
    this.attributes.push(this.attributeName, this.attributeValue);
  }

  onopentagend(end: number): void {
    if (this.inMarkup) {
      this.hasElements = true;
      if (this.name === this.top()?.name) this.nestedSame++;
      return;
    }
    this.push(end + 1);
  }

  onselfclosingtag(end: number): void {
    if (this.inMarkup) {
      this.hasElements = true;
      return;
    }
    const depth = this.open.length;
    this.push(end + 1);
    if (this.open.length > depth) this.closeTop(end + 1);
    else if (this.overflow > 0) this.overflow--;
  }

  onclosetag(start: number, end: number): void {
    const name = this.source.slice(start, end).toLowerCase();
    const tagStart =
      this.source.charCodeAt(start - 2) === 60 ? start - 2 : this.source.lastIndexOf('<', start);
    this.watchTime();
    if (this.inMarkup) {
      if (name === this.top()?.name) {
        if (this.nestedSame-- > 0) return;
      } else if (!this.isEnclosing(name)) return;
    } else if (this.overflow > 0 && !this.isEnclosing(name)) {
      this.overflow--;
      return;
    }
    this.closeTo(name, tagStart);
  }

  ontext(start: number, end: number): void {
    const top = this.top();
    if (top === undefined || (this.inMarkup && this.hasElements) || this.open.length - 1 === this.entryAt)
      return;
    const text = this.decode(this.source.slice(start, end));
    top.element.text = top.element.text === '' ? text : top.element.text + text;
  }

  oncdata(start: number, end: number, endOffset: number): void {
    const top = this.top();
    if (top === undefined || (this.inMarkup && this.hasElements)) return;
    const text = this.source.slice(start, end - endOffset);
    top.element.text = top.element.text === '' ? text : top.element.text + text;
  }

  onend(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribentity(): void {}
  ontextentity(): void {}

  private top(): Open | undefined {
    return this.open[this.open.length - 1];
  }

  private watchTime(): void {
    if ((++this.tokens & 255) === 0 && performance.now() > this.deadline) this.stop('time');
  }

  private stop(reason: 'entries' | 'time'): void {
    this.stopped ??= reason;
    this.pause();
  }

  /** The element just begun cannot stand in the markup that is open: that lacks its end tag. */
  private endsMarkup(): boolean {
    const top = this.top();
    if (top === undefined) return false;
    return leafKeys.has(top.element.key) ? fieldNames.has(this.name) : foreignToHtml.has(this.name);
  }

  /** Whether a name belongs to the entry, or to what is around it. */
  private isEnclosing(name: string): boolean {
    const last = this.entryAt < 0 ? Math.min(2, this.open.length - 1) : this.entryAt;
    for (let i = last; i >= 0; i--) if (this.open[i]?.name === name) return true;
    return false;
  }

  private push(contentStart: number): void {
    if (this.stopped !== null) return;
    this.closeForgotten(contentStart);
    if (this.open.length >= limits.depth) {
      this.overflow++;
      return;
    }
    const element = this.makeElement();
    this.firstName ??= this.name;
    if (this.root === null && rootKeys.has(element.key)) this.root = element;
    if (this.entryAt < 0 && this.isEntry(element.key)) this.beginEntry(element);
    else this.attach(element);
    this.open.push({ name: this.name, element, contentStart });
    this.inMarkup = markupKeys.has(element.key) && this.root !== null;
    this.nestedSame = 0;
    this.hasElements = false;
  }

  private isEntry(key: string): boolean {
    return this.root !== null && sitemapEntryKeys.has(this.root.key)
      ? sitemapEntryKeys.get(this.root.key) === key
      : entryKeys.has(key);
  }

  /** Ends a leaf whose end tag is missing, and an entry in which another begins. */
  private closeForgotten(at: number): void {
    if (this.entryAt >= 0 && ENTRY_NAMES.has(this.name)) {
      const key = this.open[this.entryAt]?.element.key;
      if (key === this.name) this.closeUntil(this.entryAt, at);
      return;
    }
    const top = this.top();
    if (top !== undefined && fieldNames.has(this.name) && leafKeys.has(top.element.key)) this.closeTop(at);
  }

  private makeElement(): FeedElement {
    const { attributes } = this;
    const scope = this.scopeFor(this.top()?.element.scope ?? this.scope, attributes);
    return { key: scope.names.key(this.name), attributes, scope, text: '', markup: null, children: [] };
  }

  private scopeFor(outer: Scope, attributes: readonly string[]): Scope {
    let scope = outer;
    let declares = false;
    for (let i = 0; i < attributes.length; i += 2) {
      const name = attributes[i] as string;
      const value = attributes[i + 1] as string;
      if (name === 'xml:base') scope = { ...scope, base: absoluteUrl(value, scope.base) ?? scope.base };
      else if (name === 'xml:lang') scope = { ...scope, language: value.trim() };
      else if (name.startsWith('xmlns')) declares = true;
    }
    return declares ? { ...scope, names: scope.names.with(attributes) } : scope;
  }

  private beginEntry(element: FeedElement): void {
    this.root ??= element;
    const most = sitemapEntryKeys.has(this.root.key) ? limits.sitemapEntries : limits.entries;
    if (this.entryCount >= most) this.stop('entries');
    this.entryAt = this.open.length;
    this.elements = 0;
  }

  private attach(element: FeedElement): void {
    const parent = this.top();
    if (parent !== undefined && ++this.elements <= limits.elements) parent.element.children.push(element);
  }

  private closeTo(name: string, at: number): void {
    let index = this.open.length - 1;
    while (index >= 0 && this.open[index]?.name !== name) index--;
    if (index >= 0) this.closeUntil(index, at);
  }

  /** Closes the elements from the top down to `index`, this one included. */
  private closeUntil(index: number, at: number): void {
    this.overflow = 0;
    while (this.open.length > index) this.closeTop(at);
  }

  private closeTop(at: number): void {
    const closed = this.open.pop();
    if (closed === undefined) return;
    if (this.inMarkup && this.hasElements) closed.element.markup = this.source.slice(closed.contentStart, at);
    this.inMarkup = false;
    this.nestedSame = 0;
    if (closed.element === this.root) this.finished = true;
    if (this.open.length === this.entryAt) this.endEntry(closed.element);
  }

  private endEntry(entry: FeedElement): void {
    this.entryAt = -1;
    this.elements = 0;
    if (this.stopped !== null) return;
    this.entryCount++;
    this.onEntry(entry);
  }
}
