/** Bytes of a document counted as UTF-8 would read them. */
export interface Utf8Count {
  /** Sequences of two to four bytes that are well-formed. */
  valid: number;
  /** Bytes that belong to no well-formed sequence. */
  invalid: number;
  /** True where the document ends inside a sequence: a download that was cut, no fault of the encoding. */
  cutAtEnd: boolean;
}

/** How well bytes read as UTF-8 (RFC 3629: no overlong forms, no surrogates). */
export function countUtf8(bytes: Uint8Array): Utf8Count {
  const count: Utf8Count = { valid: 0, invalid: 0, cutAtEnd: false };
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i, lead);
    if (length > 0) {
      count.valid++;
      i += length;
    } else if (isCut(bytes, i, lead)) {
      count.cutAtEnd = true;
      break;
    } else {
      count.invalid++;
      i++;
    }
  }
  return count;
}

/** Length of the well-formed sequence at `at`, 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number, lead: number): number {
  const expected = expectedLength(lead);
  if (expected === 0 || at + expected > bytes.length) return 0;
  if (!secondFits(lead, bytes[at + 1] as number)) return 0;
  for (let k = 2; k < expected; k++) if (!isTrail(bytes[at + k] as number)) return 0;
  return expected;
}

function expectedLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function secondFits(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0 && second <= 0xbf;
  if (lead === 0xed) return second >= 0x80 && second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90 && second <= 0xbf;
  if (lead === 0xf4) return second >= 0x80 && second <= 0x8f;
  return isTrail(second);
}

function isTrail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}

function isCut(bytes: Uint8Array, at: number, lead: number): boolean {
  const left = bytes.length - at;
  if (left >= expectedLength(lead)) return false;
  for (let k = 1; k < left; k++) if (!isTrail(bytes[at + k] as number)) return false;
  return true;
}
