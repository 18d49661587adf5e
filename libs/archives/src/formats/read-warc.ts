import type { Buffer } from 'node:buffer';
import { articleFromPage, type ReadPage } from '../from-page.ts';
import { type ArchiveRecord, refused } from '../records.ts';
import { byteReader, type ByteReader } from './byte-reader.ts';
import { readHttpResponse } from './http-response.ts';

const LARGEST_RECORD = 20_000_000;

/**
 * A web archive (WARC 1.0 and 1.1, ISO 28500), record by record. Of it, answers with status 200 that are HTML count;
 * requests, images, redirects and metadata are passed.
 */
export async function* readWarc(
  bytes: AsyncIterable<Uint8Array>,
  { skip = 0, readPage }: { skip?: number; readPage: ReadPage },
): AsyncGenerator<ArchiveRecord> {
  const reader = byteReader(bytes);
  for (let number = 1; ; number += 1) {
    const headers = await readHeaders(reader, number);
    if (headers === null) return;
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0)
      throw new Error(`record ${number} does not say how long it is`);
    const target = addressOf(headers.get('warc-target-uri') ?? '');
    const where = target === '' ? `record ${number}` : `record ${number}, ${target.slice(0, 200)}`;
    const isWanted = number > skip && headers.get('warc-type') === 'response' && /^https?:/i.test(target);
    if (!isWanted || length > LARGEST_RECORD) {
      await reader.skip(length);
      if (number > skip)
        yield isWanted
          ? { where, ...refused('too-long', 'The page is larger than 20 MB, which is no article.') }
          : { where, kind: 'passed' };
      continue;
    }
    const body = await reader.take(length);
    if (body.length < length) throw new Error(`record ${number} breaks off`);
    yield await recordOf(body, { where, target, readPage, seenAt: seenAt(headers.get('warc-date')) });
  }
}

/** A record's header; null at the end of the archive. */
async function readHeaders(reader: ByteReader, number: number): Promise<Map<string, string> | null> {
  let first = await reader.line();
  // Two empty lines end a record.
  while (first === '') first = await reader.line();
  if (first === null) return null;
  if (!/^WARC\/1\.\d/.test(first)) throw new Error(`record ${number} does not begin with WARC/1.x`);
  const headers = new Map<string, string>();
  for (let line = await reader.line(); line !== null && line !== ''; line = await reader.line()) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return headers;
}

async function recordOf(
  body: Buffer,
  {
    where,
    target,
    readPage,
    seenAt,
  }: { where: string; target: string; readPage: ReadPage; seenAt: string | undefined },
): Promise<ArchiveRecord> {
  const response = readHttpResponse(body);
  if (response === null)
    return { where, ...refused('broken-record', 'It holds no answer of a web server that can be read.') };
  const { status, contentType, content } = response;
  if (status !== 200 || !/^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType.trim()))
    return { where, kind: 'passed' };
  return { where, ...(await articleFromPage(content, { url: target, contentType, seenAt }, readPage)) };
}

/** WARC 1.0 as some programs write it puts the address between angle brackets. */
const addressOf = (written: string): string => written.replace(/^<|>$/g, '');

const seenAt = (written: string | undefined): string | undefined => {
  const at = new Date(written ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};
