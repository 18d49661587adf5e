export type { ReadPage } from './from-page.ts';
export { type OpmlFeed, readOpml, writeOpml } from './formats/opml.ts';
export { readCsv } from './formats/read-csv.ts';
export { readHtml } from './formats/read-html.ts';
export { readJsonLines } from './formats/read-json-lines.ts';
export { readText } from './formats/read-text.ts';
export { readWarc } from './formats/read-warc.ts';
export { FORMATS, type Format, recogniseFormat } from './recognise-format.ts';
export {
  type ArchiveRecord,
  type ForeignArticle,
  type Refusal,
  type RefusalReason,
  refused,
} from './records.ts';
export { archiveLine, CSV_HEADER, csvRow, FIRST_LINE } from './write-lines.ts';
