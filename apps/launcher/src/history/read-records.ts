import { type ArchiveRecord, readCsv, readJsonLines } from '@framewatch/archives';
import { readBytes, type SourceFile } from './find-files.ts';

/** The records of one file after the first `skip`; `onRead` hears of each piece that was read of it. */
export function readRecords(
  file: SourceFile,
  skip: number,
  onRead: (bytes: number) => void,
): AsyncGenerator<ArchiveRecord> {
  const bytes = readBytes(file.path, onRead);
  switch (file.format) {
    case 'jsonl':
      return readJsonLines(bytes, { skip });
    case 'csv':
      return readCsv(bytes, { skip });
    case 'opml':
    case 'html':
    case 'text':
    case 'warc':
      throw new Error(`${file.name}: ${file.format} cannot be imported yet.`);
  }
}
