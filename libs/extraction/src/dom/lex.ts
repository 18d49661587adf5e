import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { KEPT_ATTRIBUTES } from '../data/kept-attributes.ts';
import { KNOWN_TAGS } from './tags.ts';
import { createVocabulary } from './vocabulary.ts';

/** What the lexer reports, in page order. */
export interface TokenSink {
  /** A run of text, character references decoded. */
  text(text: string): void;
  /** A start tag with those of its attributes that some step reads; null where it has none. */
  openTag(name: string, attributes: Record<string, string> | null, selfClosing: boolean): void;
  closeTag(name: string): void;
}

/** What is reported at most, in UTF-16 units of text and tags; programs, comments and drawings do not count. */
const MAX_REPORTED = 5_000_000;
const MAX_ATTRIBUTES = 256;
const MAX_ATTRIBUTE_LENGTH = 20_000;
/** A title that is longer is not one: its end tag is missing and the page would drown in it. */
const MAX_TITLE = 5_000;

const knownTag = createVocabulary(KNOWN_TAGS);
const keptAttribute = createVocabulary(KEPT_ATTRIBUTES);

/** Elements whose content is text up to their end tag, whatever it looks like. */
const RAW = new Set(['script', 'style', 'xmp', 'textarea']);
/** Of these, the ones whose content some step reads. */
const WITH_CONTENT = new Set(['script', 'xmp']);

/**
 * Reads HTML as a flat run of text and tags, as the HTML standard cuts it. Comments, style sheets, programs that hold
 * no data and drawings are passed over unread, which on most pages is the bulk. Never throws; linear: each search
 * either moves on past what it looked through or, where it finds nothing, is not repeated.
 */
export function lexHtml(html: string, sink: TokenSink): void {
  new Lexer(html, sink).run();
}

class Lexer {
  private readonly html: string;
  private readonly sink: TokenSink;
  private at = 0;
  private budget = MAX_REPORTED;
  private attributes: Record<string, string> | null = null;
  private attributeCount = 0;
  private selfClosing = false;
  private titled = false;
  /** Elements that nothing closes from here on. */
  private readonly unclosed = new Set<string>();

  constructor(html: string, sink: TokenSink) {
    this.html = html;
    this.sink = sink;
  }

  run(): void {
    const { html } = this;
    let textStart = 0;
    let from = 0;
    while (this.budget > 0) {
      const open = html.indexOf('<', from);
      if (open < 0) break;
      const next = html.charCodeAt(open + 1);
      if (isLetter(next)) {
        this.report(textStart, open);
        this.readStartTag(open + 1);
      } else if (next === SLASH) {
        this.report(textStart, open);
        this.readEndTag(open + 2);
      } else if (next === BANG || next === QUESTION) {
        this.report(textStart, open);
        this.readMarkup(open + 1);
      } else {
        from = open + 1;
        continue;
      }
      textStart = this.at;
      from = this.at;
    }
    if (this.budget > 0) this.report(textStart, html.length);
  }

  private report(start: number, end: number): void {
    if (start >= end) return;
    const text = this.html.slice(start, Math.min(end, start + this.budget));
    this.budget -= text.length;
    this.sink.text(text.includes('&') ? decodeHTML(text) : text);
  }

  private readStartTag(start: number): void {
    const { html } = this;
    let end = start + 1;
    while (!endsName(html.charCodeAt(end))) end += 1;
    const name = knownTag(html, start, end) ?? html.slice(start, end).toLowerCase();
    this.attributes = null;
    this.attributeCount = 0;
    this.selfClosing = false;
    const after = this.readAttributes(end);
    this.at = after < 0 ? html.length : after;
    if (after < 0) return;
    this.budget -= Math.min(after - start, MAX_ATTRIBUTE_LENGTH);
    this.sink.openTag(name, this.attributes, this.selfClosing);
    if (!this.selfClosing) this.passContent(name);
  }

  /** From behind the tag's name to behind its `>`; -1 where the page ends first. */
  private readAttributes(from: number): number {
    const { html } = this;
    const { length } = html;
    let at = from;
    for (;;) {
      let code = html.charCodeAt(at);
      while (isSpace(code) || code === SLASH) {
        this.selfClosing = code === SLASH;
        at += 1;
        code = html.charCodeAt(at);
      }
      if (at >= length) return -1;
      if (code === GREATER) return at + 1;
      this.selfClosing = false;
      at = this.readAttribute(at);
      if (at < 0) return -1;
    }
  }

  private readAttribute(start: number): number {
    const { html } = this;
    let end = start + 1;
    let code = html.charCodeAt(end);
    while (code !== EQUALS && !endsName(code)) {
      end += 1;
      code = html.charCodeAt(end);
    }
    let at = end;
    while (isSpace(code)) {
      at += 1;
      code = html.charCodeAt(at);
    }
    if (code !== EQUALS) {
      this.keep(start, end, at, at);
      return at;
    }
    do {
      at += 1;
      code = html.charCodeAt(at);
    } while (isSpace(code));
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      const close = html.indexOf(code === DOUBLE_QUOTE ? '"' : "'", at + 1);
      if (close < 0) return -1;
      this.keep(start, end, at + 1, close);
      return close + 1;
    }
    const valueStart = at;
    while (!isSpace(code) && code !== GREATER && at < html.length) {
      at += 1;
      code = html.charCodeAt(at);
    }
    this.keep(start, end, valueStart, at);
    return at;
  }

  private keep(start: number, end: number, valueStart: number, valueEnd: number): void {
    const name = keptAttribute(this.html, start, end);
    if (name === undefined || this.attributeCount >= MAX_ATTRIBUTES) return;
    this.attributeCount += 1;
    const value = this.html.slice(valueStart, Math.min(valueEnd, valueStart + MAX_ATTRIBUTE_LENGTH));
    this.attributes ??= {};
    this.attributes[name] ??= value.includes('&') ? decodeHTMLAttribute(value) : value;
  }

  /** Passes over or reports at once what stands in an element that holds no other elements for us. */
  private passContent(name: string): void {
    if (RAW.has(name)) this.passRaw(name);
    else if (name === 'svg') this.at = this.findEndTag(name, this.at) ?? this.at;
    else if (name === 'title' && !this.titled) this.readTitle();
  }

  private passRaw(name: string): void {
    const end = this.findEndTag(name, this.at) ?? this.html.length;
    if (WITH_CONTENT.has(name) && this.at < end) this.sink.text(this.html.slice(this.at, end));
    this.at = end;
  }

  /** The first title; what follows a later one is read as any text is, so that a flood of them is not searched anew each time. */
  private readTitle(): void {
    this.titled = true;
    const near = this.html.slice(this.at, this.at + MAX_TITLE);
    const end = /<\/title[\s/>]/i.exec(near)?.index ?? near.indexOf('<');
    if (end < 0) return;
    this.report(this.at, this.at + end);
    this.at += end;
    this.sink.closeTag('title');
  }

  /** Where `</name` begins, from here on; null when nothing closes it, which is remembered. */
  private findEndTag(name: string, from: number): number | null {
    if (this.unclosed.has(name)) return null;
    const { html } = this;
    for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
      const end = at + 2 + name.length;
      if (endsName(html.charCodeAt(end)) && knownTag(html, at + 2, end) === name) return at;
    }
    this.unclosed.add(name);
    return null;
  }

  private readEndTag(start: number): void {
    const { html } = this;
    const close = html.indexOf('>', start);
    this.at = close < 0 ? html.length : close + 1;
    if (close < 0 || !isLetter(html.charCodeAt(start))) return;
    let end = start + 1;
    while (!endsName(html.charCodeAt(end))) end += 1;
    this.sink.closeTag(knownTag(html, start, end) ?? html.slice(start, end).toLowerCase());
  }

  /** What begins with `<!` or `<?`: a comment, CDATA, whose text counts, or a declaration. */
  private readMarkup(start: number): void {
    const { html } = this;
    if (html.startsWith('!--', start)) {
      // `<!-->` and `<!--->` are whole comments.
      this.passTo('-->', start + 1);
    } else if (html.startsWith('![CDATA[', start)) {
      const end = html.indexOf(']]>', start);
      const text = html.slice(start + 8, Math.min(end < 0 ? html.length : end, start + 8 + this.budget));
      this.budget -= text.length;
      if (text !== '') this.sink.text(text);
      this.at = end < 0 ? html.length : end + 3;
    } else this.passTo('>', start);
  }

  private passTo(mark: string, from: number): void {
    const end = this.html.indexOf(mark, from);
    this.at = end < 0 ? this.html.length : end + mark.length;
  }
}

const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const EQUALS = 61;
const GREATER = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

function isLetter(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}

/** White space, `/`, `>` or the end of the page (where the code is NaN). */
function endsName(code: number): boolean {
  return isSpace(code) || code === SLASH || code === GREATER || Number.isNaN(code);
}
