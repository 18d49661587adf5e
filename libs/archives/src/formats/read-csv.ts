import { Buffer } from 'node:buffer';
import { decodeText } from '@framewatch/charset';
import { CsvError, parse } from 'csv-parse';
import { foreignArticle } from '../foreign-article.ts';
import { type ArchiveRecord, refused } from '../records.ts';

/** One row may be so long, in characters. */
const LONGEST_ROW = 16_000_000;
const LOOKED_AT = 65_536;
const LARGEST_OTHER = 200_000_000;
const SEPARATORS = [',', ';', '\t', '|'];

interface Row {
  record: Record<string, string>;
  info: { lines: number };
}

/**
 * A table with the names of its columns in the first row, such as Media Cloud's story lists. Its separator and its
 * encoding are told from its beginning. A row that does not fit is refused alone.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  { skip = 0 }: { skip?: number } = {},
): AsyncGenerator<ArchiveRecord> {
  const refusals: ArchiveRecord[] = [];
  const text = decoded(inLargePieces(bytes));
  const first = await text.next();
  const beginning = first.done ? '' : first.value;
  const parser = parse({
    bom: true,
    columns: true,
    delimiter: separatorOf(beginning),
    info: true,
    max_record_size: LONGEST_ROW,
    relax_column_count_less: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      refusals.push({
        where: `line ${lineOf(error)}`,
        ...refused('broken-record', `${messageOf(error)} The row does not fit its table.`),
      });
      return undefined;
    },
  });
  const feeding = feed(parser, beginning, text);
  let number = 0;
  for await (const { record, info } of parser as AsyncIterable<Row>) {
    for (const refusal of refusals.splice(0)) {
      number += 1;
      if (number > skip) yield refusal;
    }
    number += 1;
    if (number > skip) yield { where: `line ${info.lines}`, ...foreignArticle(record) };
  }
  await feeding;
  for (const refusal of refusals.splice(0)) {
    number += 1;
    if (number > skip) yield refusal;
  }
}

/** Writes as fast as the parser reads, and no faster. */
async function feed(
  parser: ReturnType<typeof parse>,
  beginning: string,
  text: AsyncGenerator<string>,
): Promise<void> {
  const write = (part: string) =>
    parser.write(part) ? Promise.resolve() : new Promise<void>((go) => void parser.once('drain', go));
  try {
    await write(beginning);
    for await (const part of text) await write(part);
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The first piece is large enough to tell separator and encoding from. */
async function* inLargePieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    held.push(piece);
    size += piece.length;
    if (size < LOOKED_AT) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** UTF-8 as it comes; what begins in another encoding (spreadsheets write windows-1252 or Shift_JIS) is read whole. */
async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  const held: Uint8Array[] = [];
  let size = 0;
  let isUtf8: boolean | undefined;
  for await (const chunk of bytes) {
    isUtf8 ??= decodeText(chunk.subarray(0, LOOKED_AT), { kind: 'plain' }).charset === 'utf-8';
    if (isUtf8) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    size += chunk.length;
    if (size > LARGEST_OTHER)
      throw new Error('The table is not in UTF-8 and larger than 200 MB: save it as UTF-8.');
    held.push(chunk);
  }
  yield isUtf8 === false ? decodeText(Buffer.concat(held), { kind: 'plain' }).text : decoder.decode();
}

/** The one that the first row has most of. */
function separatorOf(text: string): string {
  const [row = ''] = text.split('\n', 1);
  const counts = SEPARATORS.map((separator) => ({ separator, n: row.split(separator).length }));
  return counts.reduce((best, one) => (one.n > best.n ? one : best)).separator;
}

const lineOf = (error: CsvError | undefined): unknown =>
  (error as { lines?: number } | undefined)?.lines ?? '?';
const messageOf = (error: CsvError | undefined): string => error?.message ?? '';
