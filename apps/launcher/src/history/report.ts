import { type FileHandle, open } from 'node:fs/promises';

/** A refused record, as it is told. */
export interface Refused {
  file: string;
  where: string;
  reason: string;
  message: string;
}

/** Where refused records are written, each a line; after a break it goes on where the stored part ended. */
export interface Report {
  /** Writes them and gives the file's length after them. */
  add(refusals: readonly Refused[]): Promise<number>;
  close(): Promise<void>;
}

/** Opens the report, cut to what was written when the last batch was stored. */
export async function openReport(path: string, length: number): Promise<Report> {
  const file: FileHandle = await open(path, length > 0 ? 'r+' : 'w');
  await file.truncate(length);
  let at = length;
  return {
    async add(refusals) {
      const bytes = Buffer.from(refusals.map((one) => `${refusalLine(one)}\n`).join(''));
      await file.write(bytes, 0, bytes.length, at);
      at += bytes.length;
      return at;
    },
    close: () => file.close(),
  };
}

export const refusalLine = ({ file, where, reason, message }: Refused): string =>
  `${file}, ${where}: ${message} (${reason})`;
