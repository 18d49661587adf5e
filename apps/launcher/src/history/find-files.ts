import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Format, recogniseFormat } from '@framewatch/archives';

/** One file to be imported. */
export interface SourceFile {
  path: string;
  /** How it is named to people: relative to the folder that was given. */
  name: string;
  /** Its place within the folder that was given, with `/` between. */
  within: string;
  bytes: number;
  format: Format;
}

const BEGINNING = 4_096;
const AT_ONCE = 256 * 1024;

/**
 * The files of the paths, in an order that is the same each time. Throws on a path that is missing or of which no
 * format can be told; within a folder such files are named in `others` and left out.
 */
export async function findFiles(
  paths: readonly string[],
  format: Format | null,
): Promise<{ files: SourceFile[]; others: string[] }> {
  const files: SourceFile[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => {
      throw new Error(`There is no file or folder ${path}.`);
    });
    if (!found.isDirectory()) {
      const file = await describe(path, basename(path), basename(path), found.size, format);
      if (file === null)
        throw new Error(`${path}: it cannot be told what this is. Name its format with --format.`);
      files.push(file);
      continue;
    }
    for (const inner of await filesWithin(path)) {
      const within = relative(path, inner).split(sep).join('/');
      const { size } = await stat(inner);
      const file = await describe(inner, `${basename(resolve(path))}/${within}`, within, size, format);
      if (file) files.push(file);
      else others.push(inner);
    }
  }
  return { files, others };
}

/** Hidden files and the `.url` beside a page are none of their own. */
async function filesWithin(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.') && !/\.(?:url|webloc)$/i.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function describe(
  path: string,
  name: string,
  within: string,
  bytes: number,
  format: Format | null,
): Promise<SourceFile | null> {
  const known = format ?? recogniseFormat(name, await beginningOf(path));
  return known === null ? null : { path, name, within, bytes, format: known };
}

async function beginningOf(path: string): Promise<Uint8Array> {
  if (path.endsWith('.gz')) {
    for await (const chunk of readBytes(path, () => {})) return chunk;
    return new Uint8Array();
  }
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(BEGINNING), length: BEGINNING });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A file's bytes, unpacked where it ends in `.gz` (several members in a row too); `onRead` hears how much was read of the file. */
export async function* readBytes(path: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: AT_ONCE }) as AsyncIterable<Buffer>) {
      onRead(chunk.length);
      yield chunk;
    }
  };
  // The pipe's error comes out of the loop that reads it.
  yield* path.endsWith('.gz') ? pipeline(counted, createGunzip(), () => {}) : counted();
}
