import type { FileProblem } from '@framewatch/contracts';

/** A file of a beat's folder; `path` is relative to that folder, with `/`. */
export interface SeedFile {
  path: string;
  text: string;
}

/** Takes down one mistake. */
export type Report = (problem: FileProblem) => void;

/** The name of the file without its folder and ending: `frames/who_pays.yaml` is `who_pays`. */
export function stem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]+$/, '');
}

/**
 * The text of a file's bytes as UTF-8 without a byte order mark, or the mistake that keeps it from being read,
 * with the line of the first wrong byte.
 */
export function decodeSeedFile(path: string, bytes: Uint8Array): SeedFile | { problem: FileProblem } {
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: unreadable(path, lineOfWrongByte(bytes)) };
  }
}

function unreadable(file: string, line: number): FileProblem {
  return {
    file,
    line,
    message: 'The file is not written in UTF-8, so its letters cannot be read.',
    remedy:
      'Open it in an editor, choose "Save with encoding", then UTF-8, and check the letters of this line.',
  };
}

/** Decoding with replacement keeps every line end before the first wrong byte. */
function lineOfWrongByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split('\n').length;
}
