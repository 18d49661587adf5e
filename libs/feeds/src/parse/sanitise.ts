import { attributesOf, endsOpen, hidden, kept, urlAttributes, voids } from './html-vocabulary.ts';
import { limits } from './limits.ts';
import { decodeReferences } from './text.ts';
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
  name: string;
  selfClosing: boolean;
  /** Index after the tag; -1 where another tag begins inside it, so that its `<` was text. */
  end: number;
}

const LOCAL_NAME = /[^:]*$/;
const SAFE_SCHEME = /^(?:https?|mailto|tel):/i;

/** The state of one pass; not shared, not reused. */
class Writer {
  private out = '';
  private at = 0;
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
    while (this.at < html.length) {
      const lt = html.indexOf('<', this.at);
      if (lt < 0) {
        this.out += html.slice(this.at);
        break;
      }
      if (lt > this.at) this.out += html.slice(this.at, lt);
      this.at = this.markup(lt);
    }
    while (this.open.length > 0) this.out += `</${this.open.pop()}>`;
    return this.out;
  }

  /** Deals with what begins at `lt`; gives the index where reading goes on. */
  private markup(lt: number): number {
    const next = this.html.charCodeAt(lt + 1);
    if (isLetter(next)) return this.startTag(lt + 1);
    if (next === 47 /* / */ && isLetter(this.html.charCodeAt(lt + 2))) return this.endTag(lt + 2);
    if (next === 33 /* ! */) return this.declaration(lt);
    if (next === 63 /* ? */ || next === 47) return this.after('>', lt);
    this.out += '&lt;';
    return lt + 1;
  }

  private after(mark: string, from: number): number {
    const found = this.html.indexOf(mark, from);
    return found < 0 ? this.html.length : found + mark.length;
  }

  private declaration(lt: number): number {
    if (this.html.startsWith('<!--', lt)) return this.after('-->', lt + 4);
    if (!this.html.startsWith('<![CDATA[', lt)) return this.after('>', lt);
    const end = this.html.indexOf(']]>', lt);
    if (this.options.syntax === 'html' || end < 0) return lt + 9;
    this.out += this.html
      .slice(lt + 9, end)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;');
    return end + 3;
  }

  private endTag(start: number): number {
    const name = this.nameAt(start);
    const end = this.after('>', start);
    const local = localName(name);
    const index = this.open.lastIndexOf(local);
    if (index >= 0) this.closeTo(index);
    return end;
  }

  private closeTo(index: number): void {
    while (this.open.length > index) this.out += `</${this.open.pop()}>`;
    while ((this.bases[this.bases.length - 1]?.depth ?? -1) > this.open.length) this.bases.pop();
  }

  private startTag(start: number): number {
    const name = this.nameAt(start);
    const local = localName(name);
    const tag = name.includes('<') ? null : this.readTag(start + name.length, local);
    if (tag === null || tag.end < 0) {
      this.out += '&lt;';
      return start;
    }
    if (!tag.selfClosing && hidden.has(local)) return this.skipHidden(local, tag.end);
    if (kept.has(local) && tag.end <= this.html.length) this.writeStart(local, tag.selfClosing);
    return tag.end;
  }

  private writeStart(name: string, selfClosing: boolean): void {
    const ends = endsOpen.get(name);
    const top = this.open[this.open.length - 1];
    if (ends !== undefined && top !== undefined && ends.has(top)) this.closeTo(this.open.length - 1);
    if (voids.has(name)) {
      this.out += `<${name}${this.kept}>`;
    } else if (selfClosing && this.options.syntax === 'xml') {
      this.out += `<${name}${this.kept}></${name}>`;
    } else if (this.open.length < limits.htmlDepth) {
      this.out += `<${name}${this.kept}>`;
      this.open.push(name);
    }
  }

  /** After the end tag of an element whose content is dropped; at the end of input where there is none. */
  private skipHidden(name: string, from: number): number {
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
  private readTag(from: number, name: string): Tag {
    const { html } = this;
    const allowed = attributesOf.get(name);
    this.kept = '';
    let at = from;
    let slash = false;
    while (at < html.length) {
      const code = html.charCodeAt(at);
      if (code === 62) return { name, selfClosing: slash, end: at + 1 };
      if (code === 60 && this.mayRetry(at - from)) return { name, selfClosing: false, end: -1 };
      if (code <= 32 || code === 47) {
        slash = code === 47;
        at++;
        continue;
      }
      slash = false;
      at = this.readAttribute(at, name, allowed);
    }
    return { name, selfClosing: false, end: html.length + 1 };
  }

  private readAttribute(start: number, element: string, allowed: ReadonlySet<string> | undefined): number {
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
    if (allowed !== undefined) {
      const name = html.slice(start, nameEnd).toLowerCase();
      if (allowed.has(name)) this.keep(name, html.slice(valueStart, valueEnd), element);
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

  private keep(name: string, raw: string, element: string): void {
    const value = urlAttributes.has(name) ? this.url(raw) : name === 'srcset' ? this.sourceSet(raw) : raw;
    if (value === null || (element === 'img' && value === '' && name === 'src')) return;
    this.kept += ` ${name}="${value.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}"`;
  }

  /** A link made absolute, still with references; null for a scheme that is not safe. */
  private url(raw: string): string | null {
    if (/^https?:\/\/[^\s"'<>\\&]+$/i.test(raw)) return raw;
    const absolute = absoluteUrl(decodeReferences(raw).replace(/[\0-\x1f]/g, ''), this.base());
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

function localName(name: string): string {
  return (name.includes(':') ? (LOCAL_NAME.exec(name)?.[0] ?? name) : name).toLowerCase();
}
