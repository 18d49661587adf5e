import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { Refusal } from './refusal.ts';

const { constants } = zlib;
/** Codings one on top of the other that are undone; real servers use one. */
const MAX_CODINGS = 2;
/** RFC 9659: a window of 8 MB is all that the web's zstd may ask for. */
const ZSTD_WINDOW_LOG = 23;

/** Node has zstd from 22.15 on. */
const createZstd: typeof zlib.createGunzip | undefined = Reflect.get(zlib, 'createZstdDecompress');

/** What this process can decompress, as an Accept-Encoding header says it. */
export const ACCEPT_ENCODING = createZstd ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br';

/** The codings of a Content-Encoding header in the order they were applied. Throws a Refusal on too many. */
export function codingsOf(header: string | undefined): string[] {
  const named = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim());
  const codings = named.filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length <= MAX_CODINGS) return codings;
  throw new Refusal('broken-response', `The body is compressed ${codings.length} times over.`);
}

/**
 * The stream that undoes a coding; null where the body's first bytes show that the header is wrong and
 * nothing is compressed (some servers say gzip and send text). Throws a Refusal on an unknown coding.
 * Streams flush what they have when the input ends early, so that a body broken off is not lost whole.
 */
export function decoderFor(coding: string, start: Uint8Array | null): Transform | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return start && !isGzip(start) ? null : zlib.createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'deflate':
      return inflate(start);
    case 'br':
      return zlib.createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case 'zstd':
      return zstd();
    default:
      throw new Refusal(
        'broken-response',
        `The body is compressed in a way that cannot be read: ${printable(coding)}.`,
      );
  }
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && (start.length < 2 || start[1] === 0x8b);
}

/** HTTP's deflate is zlib's format, but servers send the bare one too; zlib's first byte tells (RFC 1950). */
function inflate(start: Uint8Array | null): Transform {
  const flush = { finishFlush: constants.Z_SYNC_FLUSH };
  const isBare = start !== null && ((start[0] ?? 0) & 0x0f) !== 8;
  return isBare ? zlib.createInflateRaw(flush) : zlib.createInflate(flush);
}

function zstd(): Transform {
  if (!createZstd)
    throw new Refusal('broken-response', 'The body is compressed with zstd, which was not asked for.');
  const windowLogMax: unknown = Reflect.get(constants, 'ZSTD_d_windowLogMax');
  return createZstd({ params: { [Number(windowLogMax)]: ZSTD_WINDOW_LOG } } as zlib.ZlibOptions);
}

function printable(coding: string): string {
  return coding.replace(/[^\x21-\x7e]/g, '?').slice(0, 40);
}
