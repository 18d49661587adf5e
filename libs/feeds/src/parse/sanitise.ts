import { attributeName, ruleFor, type TagRule, urlAttributes } from './html-vocabulary.ts';
import { limits } from './limits.ts';
import { decodeReferences } from './references.ts';
import { escapeHtml } from './text.ts';
import { absoluteUrl } from './urls.ts';

export interface SanitiseOptions {
  /** Where relative links start. */
  base: string;
  /** `xml`: `<div/>` is empty and CDATA is text. `html`: the slash means nothing, CDATA is more HTML. */
  syntax: 'html' | 'xml';
}

/**
 * HTML that is safe to show: written anew from an allow-list, so nothing of the input's markup passes through as it is.
 * Scripts, styles, frames, event handlers and unknown elements go; links become absolute, and only http, https, mailto
 * and tel stay; what is left open is closed. One pass, linear, without backtracking.
 */
export function sanitise(html: string, options: SanitiseOptions): string {
  if (!html.includes('<')) return html.trim();
  const writer = new Writer(html, options);
  return writer.run().trim();
}

interface Tag {
  selfClosing: boolean;
  /** Index after the tag; -1 where another tag begins inside it, so that its `<` was text. */
  end: number;
}

const EXCLAMATION = 33;
const SLASH = 47;
const GREATER = 62;
const QUESTION = 63;
const SAFE_SCHEME = /^(?:https?|mailto|tel):/i;

/** The state of one pass; not shared, not reused. */
class Writer {
  private out = '';
  /** Up to where the input is written or dropped. */
  private written = 0;
  private readonly open: string[] = [];
  /** Base addresses set by xml:base, each with the depth at which it ends. */
  private readonly bases: { depth: number; base: string }[] = [];
  private kept = '';
  private retried = 0;
  private readonly exhausted = new Set<number>();

  constructor(
    private readonly html: string,
    private readonly options: SanitiseOptions,
  ) {}

  run(): string {
    const { html } = this;
    let at = html.indexOf('<');
    while (at >= 0) {
      const end = this.markup(at);
      at = end < html.length ? html.indexOf('<', end) : -1;
    }
    this.write(html.length, '', html.length);
    while (this.open.length > 0) this.out += `</${this.open.pop()}>`;
    return this.out;
  }

  /** Writes what stands before `from` as it is, then `text` in place of what reaches up to `to`. */
  private write(from: number, text: string, to: number): void {
    if (from > this.written) this.out += this.html.slice(this.written, from);
    this.out += text;
    this.written = to;
  }

  /** Deals with what begins at `lt`; gives the index where reading goes on. */
  private markup(lt: number): number {
    const next = this.html.charCodeAt(lt + 1);
    if (isLetter(next)) return this.startTag(lt);
    if (next === SLASH && isLetter(this.html.charCodeAt(lt + 2))) return this.endTag(lt);
    if (next === EXCLAMATION) return this.declaration(lt);
    if (next === QUESTION || next === SLASH) return this.drop(lt, this.after('>', lt));
    return this.escapeSign(lt);
  }

  /** A sign that begins no markup is text. */
  private escapeSign(lt: number): number {
    this.write(lt, '&lt;', lt + 1);
    return lt + 1;
  }

  private drop(from: number, to: number): number {
    this.write(from, '', to);
    return to;
  }

  private after(mark: string, from: number): number {
    const found = this.html.indexOf(mark, from);
    return found < 0 ? this.html.length : found + mark.length;
  }

  private declaration(lt: number): number {
    if (this.html.startsWith('<!--', lt)) return this.drop(lt, this.after('-->', lt + 4));
    if (!this.html.startsWith('<![CDATA[', lt)) return this.drop(lt, this.after('>', lt));
    const end = this.html.indexOf(']]>', lt);
    if (this.options.syntax === 'html' || end < 0) return this.drop(lt, lt + 9);
    this.write(lt, escapeHtml(this.html.slice(lt + 9, end)), end + 3);
    return end + 3;
  }

  private endTag(lt: number): number {
    const start = lt + 2;
    const top = this.open[this.open.length - 1];
    if (top !== undefined && this.isWritten(top, start)) {
      this.open.pop();
      this.endBases();
      return start + top.length + 1;
    }
    const name = ruleFor(this.nameAt(start))?.name;
    const end = this.after('>', start);
    const index = name === undefined ? -1 : this.open.lastIndexOf(name);
    this.write(lt, index < 0 ? '' : this.closeTo(index), end);
    return end;
  }

  /** Whether a name stands at `start` exactly so, and the tag ends after it. */
  private isWritten(name: string, start: number): boolean {
    return this.html.charCodeAt(start + name.length) === GREATER && this.html.startsWith(name, start);
  }

  /** The end tags that close everything down to `index`. */
  private closeTo(index: number): string {
    let tags = '';
    while (this.open.length > index) tags += `</${this.open.pop()}>`;
    this.endBases();
    return tags;
  }

  private endBases(): void {
    const { bases } = this;
    while (bases.length > 0 && (bases[bases.length - 1]?.depth ?? 0) > this.open.length) bases.pop();
  }

  private startTag(lt: number): number {
    const name = this.nameAt(lt + 1);
    const afterName = lt + 1 + name.length;
    const rule = ruleFor(name);
    const bare = this.html.charCodeAt(afterName) === GREATER;
    const tag = bare ? { selfClosing: false, end: afterName + 1 } : this.readTag(afterName, rule);
    if (tag.end < 0 || name === '<') return this.escapeSign(lt);
    if (rule === undefined || tag.end > this.html.length) return this.drop(lt, tag.end);
    if (rule.hidden) return this.drop(lt, tag.selfClosing ? tag.end : this.hiddenEnd(rule.name, tag.end));
    if (bare) this.kept = '';
    const written = this.startOf(rule, tag.selfClosing);
    if (!bare || written !== rule.tag || name !== rule.name) this.write(lt, written, tag.end);
    return tag.end;
  }

  /** The start tag as it is to be written, with the end tags that it implies; nothing beyond the depth limit. */
  private startOf(rule: TagRule, selfClosing: boolean): string {
    const top = this.open[this.open.length - 1];
    const before = top !== undefined && rule.ends.has(top) ? this.closeTo(this.open.length - 1) : '';
    const tag = this.kept === '' && before === '' ? rule.tag : `${before}<${rule.name}${this.kept}>`;
    if (rule.isVoid) return tag;
    if (selfClosing && this.options.syntax === 'xml') return `${tag}</${rule.name}>`;
    if (this.open.length >= limits.htmlDepth) return before;
    this.open.push(rule.name);
    return tag;
  }

  /** After the end tag of an element whose content is dropped; at the end of input where there is none. */
  private hiddenEnd(name: string, from: number): number {
    const end = new RegExp(`</${name}`, 'gi');
    end.lastIndex = from;
    const found = end.exec(this.html);
    return found === null ? this.html.length : this.after('>', found.index);
  }

  private nameAt(start: number): string {
    let end = start;
    for (; end < this.html.length; end++) {
      const code = this.html.charCodeAt(end);
      if (code <= 32 || code === 62 || code === 47) break;
      if (code === 60) return '<';
    }
    return this.html.slice(start, end);
  }

  /** Reads attributes up to the tag's end; those that stay are left in `kept`, ready to be written. */
  private readTag(from: number, rule: TagRule | undefined): Tag {
    const { html } = this;
    this.kept = '';
    let at = from;
    let slash = false;
    while (at < html.length) {
      const code = html.charCodeAt(at);
      if (code === 62) return { selfClosing: slash, end: at + 1 };
      if (code === 60 && this.mayRetry(at - from)) return { selfClosing: false, end: -1 };
      if (code <= 32 || code === 47) {
        slash = code === 47;
        at++;
        continue;
      }
      slash = false;
      at = this.readAttribute(at, rule);
    }
    return { selfClosing: false, end: html.length + 1 };
  }

  private readAttribute(start: number, rule: TagRule | undefined): number {
    const { html } = this;
    let at = start;
    for (; at < html.length; at++) {
      const code = html.charCodeAt(at);
      if (code <= 32 || code === 62 || code === 47 || ((code === 61 || code === 60) && at > start)) break;
    }
    const nameEnd = at;
    while (html.charCodeAt(at) <= 32) at++;
    if (html.charCodeAt(at) !== 61) {
      return nameEnd;
    }
    do at++;
    while (html.charCodeAt(at) <= 32);
    const quote = html.charCodeAt(at);
    const closing = quote === 34 || quote === 39 ? this.closingQuote(quote, at + 1) : -1;
    const quoted = closing >= 0;
    const valueStart = quoted ? at + 1 : at;
    const valueEnd = quoted ? closing : this.unquotedEnd(valueStart);
    if (rule !== undefined) {
      const name = attributeName(html.slice(start, nameEnd));
      if (name !== '' && rule.attributes.has(name)) this.keep(name, html.slice(valueStart, valueEnd));
      else if (name === 'xml:base') this.rebase(html.slice(valueStart, valueEnd));
    }
    return quoted ? valueEnd + 1 : valueEnd;
  }

  /** Whether a broken tag's characters may be read once more, as text. Together they are bounded: time stays linear. */
  private mayRetry(length: number): boolean {
    this.retried += length;
    return this.retried <= this.html.length * 2;
  }

  /** Index of the closing quote, or -1. Once there is none it is not searched for again: that would be quadratic. */
  private closingQuote(quote: number, from: number): number {
    if (this.exhausted.has(quote)) return -1;
    const found = this.html.indexOf(quote === 34 ? '"' : "'", from);
    if (found < 0) this.exhausted.add(quote);
    return found;
  }

  private unquotedEnd(from: number): number {
    let at = from;
    for (; at < this.html.length; at++) {
      const code = this.html.charCodeAt(at);
      if (code <= 32 || code === 62) break;
    }
    return at;
  }

  private rebase(value: string): void {
    const base = absoluteUrl(decodeReferences(value), this.base());
    if (base !== null) this.bases.push({ depth: this.open.length + 1, base });
  }

  private base(): string {
    return this.bases[this.bases.length - 1]?.base ?? this.options.base;
  }

  private keep(name: string, raw: string): void {
    const value = urlAttributes.has(name) ? this.url(raw) : name === 'srcset' ? this.sourceSet(raw) : raw;
    if (value === null) return;
    this.kept += ` ${name}="${UNQUOTABLE.test(value) ? quotable(value) : value}"`;
  }

  /** A link made absolute, still with references; null for a scheme that is not safe. */
  private url(raw: string): string | null {
    if (/^https?:\/\/[^\s"'<>\\&]+$/i.test(raw)) return raw;
    const absolute = absoluteUrl(decodeReferences(raw), this.base());
    return absolute !== null && SAFE_SCHEME.test(absolute) ? absolute.replace(/&/g, '&amp;') : null;
  }

  private sourceSet(raw: string): string | null {
    const sources = raw.split(/,\s/, 40).flatMap((source) => {
      const [url = '', size = ''] = source.trim().split(/\s+/, 2);
      const absolute = url === '' ? null : this.url(url);
      return absolute === null ? [] : [`${absolute} ${size}`.trim()];
    });
    return sources.length === 0 ? null : sources.join(', ');
  }
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

const UNQUOTABLE = /["<>]/;

function quotable(value: string): string {
  return value.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
