import { readFile } from 'node:fs/promises';
import {
  type ArchiveRecord,
  readCsv,
  readHtml,
  readJsonLines,
  type ReadPage,
  readText,
  readWarc,
} from '@framewatch/archives';
import { readBytes, type SourceFile } from './find-files.ts';

export interface Reading {
  /** Records that are done already. */
  skip: number;
  /** Under which address the files of a folder lay. */
  base: string | null;
  readPage: ReadPage;
  /** Hears of each piece that was read of the file. */
  onRead: (bytes: number) => void;
}

/** The records of one file, after those that are done. */
export async function* readRecords(
  file: SourceFile,
  { skip, base, readPage, onRead }: Reading,
): AsyncGenerator<ArchiveRecord> {
  const bytes = readBytes(file.path, onRead);
  switch (file.format) {
    case 'jsonl':
      return yield* readJsonLines(bytes, { skip });
    case 'csv':
      return yield* readCsv(bytes, { skip });
    case 'warc':
      return yield* readWarc(bytes, { skip, readPage });
    case 'html':
    case 'text': {
      if (skip > 0) return;
      const address = {
        beside: await besideOf(file.path),
        base: base === null ? null : under(base, file.within),
      };
      return yield* file.format === 'html'
        ? readHtml(bytes, { ...address, readPage })
        : readText(bytes, address);
    }
    case 'opml':
      throw new Error('it names feeds, not articles: import it by itself');
  }
}

/** The address that a `.url` file beside the page names, as browsers write them: `URL=https://…`, or the address alone. */
async function besideOf(path: string): Promise<string | null> {
  const names = [path.replace(/\.gz$/, '').replace(/\.[^./\\]+$/, '.url'), `${path}.url`];
  for (const name of names) {
    const text = await readFile(name, 'utf8').catch(() => '');
    const address = /^\s*(?:URL=)?(https?:\/\/\S+)/im.exec(text)?.[1];
    if (address !== undefined) return address;
  }
  return null;
}

const under = (base: string, within: string): string =>
  new URL(
    within.replace(/\.gz$/, '').split('/').map(encodeURIComponent).join('/'),
    base.endsWith('/') ? base : `${base}/`,
  ).href;
