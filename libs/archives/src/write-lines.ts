import type { ArchivedArticle, ArchivedFeed, ArchivedOutlet } from '@framewatch/contracts';

/** The first line of an archive. It names no time: the same articles are the same bytes. */
export const FIRST_LINE = `${JSON.stringify({ framewatch: 'archive', version: 1 })}\n`;

/** One record as its line of an archive. */
export const archiveLine = (record: ArchivedOutlet | ArchivedFeed | ArchivedArticle): string =>
  `${JSON.stringify(record)}\n`;

const COLUMNS = [
  'url',
  'title',
  'published',
  'outlet',
  'country',
  'group',
  'language',
  'authors',
  'text',
] as const;

/** The first row of a table of articles. */
export const CSV_HEADER = `${COLUMNS.join(',')}\n`;

/** An article as a row of a table: its newest words, and what an import of it needs. */
export function csvRow(
  { url, title, published, countedAt, offsetMinutes, outlet, language, authors, text }: ArchivedArticle,
  { country, group }: Pick<ArchivedOutlet, 'country' | 'group'>,
): string {
  const cells = [
    url,
    title,
    localTime(published ?? countedAt, offsetMinutes),
    outlet,
    country,
    group,
    language,
    authors.join('; '),
    text,
  ];
  return `${cells.map(cell).join(',')}\n`;
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** An instant with the offset that its source stated: `2026-05-12T21:00:00.000+09:00`. Without one, no zone is said. */
function localTime(instant: string, offsetMinutes: number | null): string {
  const local = new Date(Date.parse(instant) + (offsetMinutes ?? 0) * 60_000).toISOString().replace('Z', '');
  if (offsetMinutes === null) return local;
  const minutes = Math.abs(offsetMinutes);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
