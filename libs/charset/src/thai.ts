/** Share of vowel signs and tone marks in running Thai is near a quarter; less than this is another language. */
const MIN_MARK_SHARE = 0.08;
/** Marks that stand where Thai spelling allows none: one in thirty may be a slip. */
const MAX_MISPLACED = 0.03;

/**
 * True for bytes that spell Thai in TIS-620 or windows-874, which the detector does not know. Thai gives itself away
 * by its combining marks, which stand on a consonant or another mark and nowhere else.
 */
export function looksThai(bytes: Uint8Array): boolean {
  let letters = 0;
  let marks = 0;
  let misplaced = 0;
  let previous = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) {
      if (!isThai(byte)) return false;
      letters++;
      if (isMark(byte)) {
        marks++;
        if (!isConsonant(previous) && !isMark(previous)) misplaced++;
      }
    }
    previous = byte;
  }
  return letters >= 20 && marks >= letters * MIN_MARK_SHARE && misplaced <= marks * MAX_MISPLACED;
}

function isThai(byte: number): boolean {
  return (byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb) || byte === 0xa0 || byte === 0x85;
}

function isConsonant(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xce;
}

function isMark(byte: number): boolean {
  return byte === 0xd1 || (byte >= 0xd4 && byte <= 0xda) || (byte >= 0xe7 && byte <= 0xee);
}
