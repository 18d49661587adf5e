/** Longer lines than this are no article: they are skipped, whatever they hold, and cost no more memory than this. */
const LONGEST_LINE = 64_000_000;
const LINE_FEED = 0x0a;

/**
 * Lines of a stream of bytes, without their ends; null for one that is too long. Only the byte of a line feed ends a
 * line: JSON may hold U+2028 as it is, at which other splitters cut.
 */
export async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  longest = LONGEST_LINE,
): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const end = (): Uint8Array | null => {
    const line = length > longest ? null : joined(parts, length);
    parts = [];
    length = 0;
    return line;
  };
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > longest) parts = [];
    else parts.push(part);
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, at));
      yield end();
      start = at + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield end();
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const line = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    line.set(part, at);
    at += part.length;
  }
  return line;
}
