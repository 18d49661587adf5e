import { Buffer } from 'node:buffer';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const LARGEST_CONTENT = 10_000_000;

/** An answer as a server sent it, its body unpacked. */
export interface HttpResponse {
  status: number;
  contentType: string;
  content: Buffer;
}

/** Takes a recorded answer apart: status line, header, body (chunked, gzip, deflate and br undone). Null where it is none. */
export function readHttpResponse(bytes: Buffer): HttpResponse | null {
  const end = endOfHeader(bytes);
  const [first = '', ...lines] = bytes.subarray(0, end.at).toString('latin1').split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(first)?.[1];
  if (status === undefined) return null;
  const headers = new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const;
    }),
  );
  try {
    const whole = bytes.subarray(end.next);
    const joined = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? unchunked(whole) : whole;
    return {
      status: Number(status),
      contentType: headers.get('content-type') ?? '',
      content: unpacked(joined, headers.get('content-encoding') ?? ''),
    };
  } catch {
    return null;
  }
}

function endOfHeader(bytes: Buffer): { at: number; next: number } {
  const crlf = bytes.indexOf('\r\n\r\n');
  if (crlf !== -1) return { at: crlf, next: crlf + 4 };
  const lf = bytes.indexOf('\n\n');
  return lf === -1 ? { at: bytes.length, next: bytes.length } : { at: lf, next: lf + 2 };
}

/** Some archives keep the header of chunks and store the body joined: what does not begin with a length is whole. */
function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf('\r\n', at);
    const length = /^[0-9a-f]{1,8}(?=\s*(?:;|$))/i.exec(
      bytes.subarray(at, Math.max(at, end)).toString('latin1'),
    )?.[0];
    if (end === -1 || length === undefined) return at === 0 ? bytes : Buffer.concat(parts);
    const size = Number.parseInt(length, 16);
    if (size === 0) break;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

/** A body that its archive stored unpacked under a header that says otherwise is taken as it is. */
function unpacked(bytes: Buffer, encoding: string): Buffer {
  const limit = { maxOutputLength: LARGEST_CONTENT };
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, limit) : bytes;
    case 'deflate':
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
    case 'br':
      return brotliDecompressSync(bytes, limit);
    default:
      return bytes;
  }
}
