export { problemOfUrl, wellFormed } from './foreign-article.ts';
export { readCsv } from './formats/read-csv.ts';
export { readJsonLines } from './formats/read-json-lines.ts';
export { FORMATS, type Format, recogniseFormat } from './recognise-format.ts';
export {
  type ArchiveRecord,
  type ForeignArticle,
  type Refusal,
  type RefusalReason,
  refused,
} from './records.ts';
export { archiveLine, CSV_HEADER, csvRow, FIRST_LINE } from './write-lines.ts';
