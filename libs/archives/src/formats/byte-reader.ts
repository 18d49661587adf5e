import { Buffer } from 'node:buffer';

/** Takes a stream of bytes apart by lines and by length, without holding more than is asked for. */
export interface ByteReader {
  /** A line without its end; null at the end of the stream. Throws on one longer than 64 kB. */
  line(): Promise<string | null>;
  /** So many bytes, or fewer where the stream ends before. */
  take(length: number): Promise<Buffer>;
  skip(length: number): Promise<void>;
}

const LONGEST_LINE = 65_536;

export function byteReader(bytes: AsyncIterable<Uint8Array>): ByteReader {
  const source = bytes[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  /** False at the end of the stream. */
  const more = async (): Promise<boolean> => {
    const { done, value } = await source.next();
    if (done) return false;
    held = held.length === 0 ? Buffer.from(value) : Buffer.concat([held, value]);
    return true;
  };
  const cut = (length: number): Buffer => {
    const part = held.subarray(0, length);
    held = held.subarray(length);
    return part;
  };
  return {
    async line() {
      let end = held.indexOf(0x0a);
      while (end === -1) {
        if (held.length > LONGEST_LINE) throw new Error('a line of a header is longer than 64 kB');
        if (!(await more())) return held.length === 0 ? null : cut(held.length).toString('utf8').trimEnd();
        end = held.indexOf(0x0a);
      }
      return cut(end + 1)
        .toString('utf8')
        .replace(/\r?\n$/, '');
    },
    async take(length) {
      const parts: Buffer[] = [];
      let missing = length;
      while (missing > 0 && (held.length > 0 || (await more()))) {
        const part = cut(missing);
        parts.push(part);
        missing -= part.length;
      }
      return Buffer.concat(parts);
    },
    async skip(length) {
      let missing = length;
      while (missing > 0 && (held.length > 0 || (await more()))) missing -= cut(missing).length;
    },
  };
}
