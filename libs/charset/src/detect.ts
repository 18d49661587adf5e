import { analyse } from 'chardet';
import { decodeAs, implausibility } from './decode.ts';
import { encodingOf, multiByteEncodings } from './labels.ts';
import { looksThai } from './thai.ts';

/** Non-ASCII bytes that the detector sees, with their neighbours; more does not change its mind. */
const SAMPLE_BYTES = 32_768;
/** Below this a single-byte guess is a coin toss between related scripts. */
const MIN_CONFIDENCE = 20;
/** Latin guesses are not taken: windows-1252 is the better bet among them (feeds that declare nothing are Western). */
const latin = new Set(['windows-1252', 'windows-1254', 'iso-8859-2', 'utf-8']);

/** The non-Latin encoding that bytes without any declaration most probably are in, or null for Latin or unknown. */
export function detectNonLatin(bytes: Uint8Array): string | null {
  const sample = foreignRuns(bytes);
  if (looksThai(sample)) return 'windows-874';
  for (const match of analyse(sample)) {
    const encoding = encodingOf(match.name);
    if (encoding === null || match.confidence < MIN_CONFIDENCE) continue;
    if (latin.has(encoding)) return null;
    if (implausibility(decodeAs(sample, encoding)) <= (multiByteEncodings.has(encoding) ? 0.02 : 0))
      return encoding;
  }
  return null;
}

/**
 * The runs around non-ASCII bytes, joined by spaces: markup and English words would only blur the statistics. An ASCII
 * byte right after a non-ASCII one is kept, since it can be the second half of a character.
 */
function foreignRuns(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(SAMPLE_BYTES);
  let length = 0;
  let inside = false;
  for (const byte of bytes) {
    if (length + 2 > SAMPLE_BYTES) break;
    const foreign = byte >= 0x80;
    if (foreign || (inside && byte >= 0x30)) out[length++] = byte;
    else if (inside) out[length++] = 0x20;
    inside = foreign;
  }
  return out.subarray(0, length);
}
