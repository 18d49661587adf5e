import { decodeText } from '@framewatch/charset';
import { foreignArticle } from '../foreign-article.ts';
import { readAll } from '../read-all.ts';
import { type ArchiveRecord, refused } from '../records.ts';

const LARGEST_TEXT = 10_000_000;
/** `Date: 2025-03-01`; the names of tables are understood here too. */
const HEADER = /^\s*([A-Za-z][A-Za-z _-]{1,30}):\s+(\S.*)$/;
const MOST_HEADERS = 20;

/**
 * One text of a folder. Lines such as `URL: …` and `Date: …` may stand at its beginning; then the first line is the
 * headline and the rest the text.
 */
export async function* readText(
  bytes: AsyncIterable<Uint8Array>,
  { beside, base }: { beside: string | null; base: string | null },
): AsyncGenerator<ArchiveRecord> {
  const where = 'the text';
  const whole = await readAll(bytes, LARGEST_TEXT);
  if (whole === null) {
    yield { where, ...refused('too-long', 'The text is larger than 10 MB, which is no article.') };
    return;
  }
  const lines = decodeText(whole, { kind: 'plain' }).text.split(/\r\n|\r|\n/);
  const { record, rest } = headersOf(lines);
  const at = rest.findIndex((line) => line.trim() !== '');
  const [first = '', ...others] = at === -1 ? [] : rest.slice(at);
  const hasTitle = Object.keys(record).some((name) => /^(?:title|headline)$/i.test(name));
  const read = foreignArticle({
    ...(hasTitle ? {} : { title: first.replace(/^#+\s*/, '') }),
    text: (hasTitle ? [first, ...others] : others).join('\n').trim(),
    ...(beside === null && base === null ? {} : { url: beside ?? base }),
    ...record,
  });
  const untold = read.kind === 'refused' && read.reason === 'no-url';
  const remedy = 'The text does not name its address. Begin it with a line `URL: https://…`, or give --base.';
  const isEmpty = read.kind === 'foreign' && read.article.text === '';
  yield {
    where,
    ...(untold
      ? refused('no-url', remedy)
      : isEmpty
        ? refused('not-an-article', 'There is a headline and no text.')
        : read),
  };
}

/** Lines at the beginning that name a part, until one does not. A headline with a colon is none unless others stand before it. */
function headersOf(lines: readonly string[]): { record: Record<string, string>; rest: readonly string[] } {
  const record: Record<string, string> = {};
  for (const [at, line] of lines.slice(0, MOST_HEADERS).entries()) {
    const [, name = '', value = ''] = HEADER.exec(line) ?? [];
    if (!KNOWN.test(name)) return { record, rest: lines.slice(at) };
    record[name] = value.trim();
  }
  return { record, rest: lines.slice(MOST_HEADERS) };
}

const KNOWN =
  /^(?:url|link|title|headline|date|published|publish[ _-]date|outlet|source|publisher|author|authors|byline|language|lang|country|group)$/i;
