import { Buffer } from 'node:buffer';
import iconv from 'iconv-lite';
import { platformDecoders } from './labels.ts';

/**
 * Decodes by an encoding name that `encodingOf` gave. What cannot be decoded becomes U+FFFD.
 * Single bytes go through iconv-lite: Node 20's own windows-1252 loses 0x80 to 0x9F (nodejs/node issue 60888).
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  const text = platformDecoders.has(encoding)
    ? new TextDecoder(encoding).decode(bytes)
    : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/**
 * Share of a text's non-ASCII characters that speak against its encoding: replacement characters, C1 controls and
 * private use. Looks at the first `limit` UTF-16 units; 0 for plain ASCII.
 */
export function implausibility(text: string, limit = 200_000): number {
  let foreign = 0;
  let wrong = 0;
  const end = Math.min(text.length, limit);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    foreign++;
    if (code === 0xfffd || code < 0xa0 || (code >= 0xe000 && code < 0xf900)) wrong++;
  }
  return foreign === 0 ? 0 : wrong / foreign;
}
