import { pipeline, Readable, type Transform } from 'node:stream';
import { codingsOf, decoderFor } from './content-coding.ts';

export interface ReadBody {
  readonly bytes: Uint8Array;
  readonly truncatedBy: 'size' | 'connection' | null;
}

/** Compressed bytes read beyond maxBytes before giving up: a little is normal for what does not compress. */
const WIRE_SLACK_BYTES = 64 * 1024;

/**
 * Reads a body to its end or to maxBytes after decompression, whichever comes first, holding no more than
 * that. A body that breaks off keeps what arrived; one of which nothing arrived throws, as does an abort.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | undefined,
  maxBytes: number,
  signal: AbortSignal,
): Promise<ReadBody> {
  const wire: Wire = { bytes: 0, limit: maxBytes + WIRE_SLACK_BYTES, failure: null };
  body.on('error', ignore);
  try {
    const codings = codingsOf(contentEncoding);
    const collected = await collect(decoded(readWire(body, wire, signal), codings), maxBytes, wire, signal);
    if (wire.failure && collected.bytes.length === 0) throw wire.failure;
    return collected;
  } finally {
    body.destroy();
  }
}

interface Wire {
  bytes: number;
  readonly limit: number;
  failure: Error | null;
}

/** Yields what arrives; a broken connection ends the stream, so that decoders still give what they hold. */
async function* readWire(body: Readable, wire: Wire, signal: AbortSignal): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) {
      const bytes = chunk as Buffer;
      wire.bytes += bytes.length;
      yield bytes;
      if (wire.bytes > wire.limit) return;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    wire.failure = error as Error;
  }
}

async function* decoded(chunks: AsyncGenerator<Buffer>, codings: readonly string[]): AsyncGenerator<Buffer> {
  const first = await chunks.next();
  if (first.done) return;
  const decoders = [...codings]
    .reverse()
    .map((coding, depth) => decoderFor(coding, depth === 0 ? first.value : null));
  const source = Readable.from(rejoin(first.value, chunks), { objectMode: false });
  yield* throughAll(
    source,
    decoders.filter((decoder) => decoder !== null),
  );
}

async function* rejoin(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function* throughAll(source: Readable, decoders: readonly Transform[]): AsyncGenerator<Buffer> {
  const last = decoders.at(-1) ?? source;
  if (decoders.length > 0) pipeline([source, ...decoders], ignore);
  for await (const chunk of last) yield chunk as Buffer;
}

async function collect(
  chunks: AsyncGenerator<Buffer>,
  maxBytes: number,
  wire: Wire,
  signal: AbortSignal,
): Promise<ReadBody> {
  const kept: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of chunks) {
      kept.push(chunk);
      length += chunk.length;
      if (length > maxBytes) break;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    wire.failure ??= error as Error;
  }
  const bySize = length > maxBytes || wire.bytes > wire.limit;
  const truncatedBy = bySize ? 'size' : wire.failure ? 'connection' : null;
  return { bytes: Buffer.concat(kept, Math.min(length, maxBytes)), truncatedBy };
}

function ignore(): void {
  // The reader of the last stream sees the error.
}
