import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import { decodeAs, implausibility } from './decode.ts';
import { detectNonLatin } from './detect.ts';
import { fromByteOrderMark, fromBytePattern, fromContentType, fromDeclaration } from './evidence.ts';
import { countUtf8, type Utf8Count } from './utf8.ts';

/** What a document's bytes were taken for, and on whose word. */
export interface DecodedText {
  /** Without a byte-order mark; bytes that could not be decoded are U+FFFD. */
  text: string;
  /** The encoding as it was decoded: ISO-8859-1 is reported as windows-1252, GB2312 as gb18030. */
  charset: string;
  source: 'bom' | 'bytes' | 'utf8' | 'declared' | 'http' | 'detected' | 'fallback';
}

export interface DecodeOptions {
  /** The Content-Type header, if there was one. */
  contentType?: string | undefined;
  /** Where a declaration may stand: `<?xml encoding?>`, also `<meta charset>`, or nowhere. */
  kind: 'xml' | 'html' | 'plain';
}

/** An encoding that leaves more than this share of the non-ASCII text undecodable was not meant. */
const CLEAN_ENOUGH = 0.02;

/**
 * Text from bytes. Never throws. The order trusts what cannot lie before what can: byte-order mark, byte patterns,
 * valid UTF-8, then declaration and header where they decode cleanly, then damaged UTF-8, detection, windows-1252.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions): DecodedText {
  const marked = fromByteOrderMark(bytes);
  if (marked !== null) return { text: decodeAs(bytes, marked), charset: marked, source: 'bom' };
  const patterned = fromBytePattern(bytes);
  if (patterned !== null) return { text: decodeAs(bytes, patterned), charset: patterned, source: 'bytes' };
  if (isUtf8(bytes)) return utf8(bytes);
  const count = countUtf8(bytes);
  return isUtf8But(count, 50) ? utf8(bytes) : fromClaims(bytes, options, count);
}

/** UTF-8 with at most one bad byte to `ratio` good characters. */
function isUtf8But(count: Utf8Count, ratio: number): boolean {
  return count.invalid === 0 || count.valid >= count.invalid * ratio;
}

function utf8(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString(isAscii(buffer) ? 'latin1' : 'utf8');
  return { text, charset: 'utf-8', source: 'utf8' };
}

function fromClaims(bytes: Uint8Array, options: DecodeOptions, count: Utf8Count): DecodedText {
  const declared = cleanly(bytes, fromDeclaration(bytes, options.kind), 'declared');
  if (declared !== null) return declared;
  const http = cleanly(bytes, fromContentType(options.contentType), 'http');
  if (http !== null) return http;
  if (isUtf8But(count, 2)) return utf8(bytes);
  const detected = detectNonLatin(bytes);
  if (detected !== null) return { text: decodeAs(bytes, detected), charset: detected, source: 'detected' };
  return { text: decodeAs(bytes, 'windows-1252'), charset: 'windows-1252', source: 'fallback' };
}

function cleanly(
  bytes: Uint8Array,
  encoding: string | null,
  source: 'declared' | 'http',
): DecodedText | null {
  if (encoding === null || encoding === 'utf-8') return null;
  const text = decodeAs(bytes, encoding);
  return implausibility(text) <= CLEAN_ENOUGH ? { text, charset: encoding, source } : null;
}
