import { Buffer } from 'node:buffer';
import { encodingOf, wideEncodings } from './labels.ts';

/** What the bytes' first part is searched for a declaration: browsers look at 1,024 bytes, real pages need more. */
const DECLARATION_WINDOW = 8_192;
/** Escape sequences of ISO-2022-JP that switch to two-byte Japanese: ESC $ @ and ESC $ B. */
const ESCAPE = 0x1b;

/** The encoding that a byte-order mark names. UTF-32 goes first: its little-endian mark starts like UTF-16's. */
export function fromByteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/**
 * The encoding that the bytes' own pattern gives away: where NULs stand among markup (XML 1.0, appendix F), or the
 * escape sequences of ISO-2022-JP, which are control characters in any other encoding.
 */
export function fromBytePattern(bytes: Uint8Array): string | null {
  return fromNulPattern(bytes) ?? (hasJapaneseEscape(bytes) ? 'iso-2022-jp' : null);
}

function fromNulPattern(bytes: Uint8Array): string | null {
  const end = Math.min(bytes.length, 1_024) & ~3;
  if (end < 4) return null;
  const nuls = [0, 0, 0, 0];
  for (let i = 0; i < end; i++) if (bytes[i] === 0) nuls[i & 3] = (nuls[i & 3] as number) + 1;
  const [a, b, c, d] = nuls.map((count) => count / (end / 4)) as [number, number, number, number];
  if (a > 0.9 && b > 0.9 && c > 0.5 && d < 0.1) return 'utf-32be';
  if (d > 0.9 && c > 0.9 && b > 0.5 && a < 0.1) return 'utf-32le';
  if (a > 0.3 && c > 0.3 && b + d < 0.1) return 'utf-16be';
  return b > 0.3 && d > 0.3 && a + c < 0.1 ? 'utf-16le' : null;
}

function hasJapaneseEscape(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(ESCAPE); at >= 0; at = buffer.indexOf(ESCAPE, at + 1)) {
    if (buffer[at + 1] === 0x24 && (buffer[at + 2] === 0x40 || buffer[at + 2] === 0x42)) return true;
  }
  return false;
}

/** The encoding that a document declares in itself, or null. A wide encoding cannot be declared in ASCII: ignored. */
export function fromDeclaration(bytes: Uint8Array, kind: 'xml' | 'html' | 'plain'): string | null {
  if (kind === 'plain') return null;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARATION_WINDOW));
  const text = head.toString('latin1');
  const label = xmlDeclaration(text) ?? (kind === 'html' ? metaDeclaration(text) : null);
  return label === null ? null : narrow(label);
}

/** The encoding that a Content-Type header names, or null. */
export function fromContentType(contentType: string | undefined): string | null {
  const label = /charset\s{0,8}=\s{0,8}["']?\s{0,8}([^\s"';,]{1,40})/i.exec(
    (contentType ?? '').slice(0, 500),
  )?.[1];
  return label === undefined ? null : narrow(label);
}

function xmlDeclaration(text: string): string | null {
  const start = text.indexOf('<?xml');
  if (start < 0 || start > 512) return null;
  const end = text.indexOf('>', start);
  const declaration = text.slice(start, end < 0 ? start + 300 : Math.min(end, start + 300));
  return /encoding\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:+-]{1,40})/i.exec(declaration)?.[1] ?? null;
}

function metaDeclaration(text: string): string | null {
  for (const tag of text.matchAll(/<meta\b[^>]{0,400}>?/gi)) {
    const label = /charset\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:+-]{1,40})/i.exec(tag[0])?.[1];
    if (label !== undefined) return label;
  }
  return null;
}

function narrow(label: string): string | null {
  const encoding = encodingOf(label);
  return encoding !== null && wideEncodings.has(encoding) ? null : encoding;
}
