import { agencyCredit, withoutCredit } from './agency-credit.ts';
import { mix, shingle } from './shingles.ts';

/** What is stored of a text to find its copies: a few hundred integers and the keys to look candidates up by. */
export interface TextSignature {
  /** Minima of 120 hash functions over all shingles, as signed 32-bit integers; empty for an empty text. */
  readonly minhash: readonly number[];
  /** The same, 36, over the opening alone, by which a shortened copy is found. */
  readonly leadMinhash: readonly number[];
  /** Number of different shingles. */
  readonly size: number;
  /** Keys for the index: texts that share none are hardly copies. */
  readonly bands: readonly string[];
  /** The agency that signed the text. */
  readonly agency: string | null;
}

/** Three rows to a band: copies that share half of their shingles meet with .995, strangers (2 %) with .0003. */
const ROWS = 3;
const BODY_HASHES = 120;
const LEAD_HASHES = 36;
const LEAD_SHINGLES = 80;

/** Shingles of a text of two or three sentences. */
const SPEAKS_FOR_ITSELF = 25;

const SEEDS = Uint32Array.from({ length: BODY_HASHES }, (_, i) => mix(i + 1, 0x5bd1e995));

/**
 * The signature of a text; credit lines are left out. `language` (ISO 639-1) decides on words or letters. The headline
 * counts only where the text is too short to speak for itself, such as a notice that it is for subscribers.
 */
export function textSignature(title: string, text: string, language: string | null): TextSignature {
  const credit = agencyCredit(text);
  const body = withoutCredit(text, credit);
  const ownShingles = shingle(body, language);
  const shingles =
    ownShingles.length < SPEAKS_FOR_ITSELF ? shingle(`${title}\n${body}`, language) : ownShingles;
  const minhash = minima(shingles, BODY_HASHES);
  const leadMinhash = minima(shingles.subarray(0, LEAD_SHINGLES), LEAD_HASHES);
  return {
    minhash,
    leadMinhash,
    size: shingles.length,
    bands: [...bandsOf(minhash, 'b'), ...bandsOf(leadMinhash, 'l')],
    agency: credit?.agency ?? null,
  };
}

function minima(shingles: Uint32Array, count: number): number[] {
  const least: number[] = [];
  if (shingles.length > 0) for (let i = 0; i < count; i += 4) pushFourMinima(least, shingles, i);
  return least;
}

/**
 * Four hash functions in one pass, whose steps the processor takes side by side; the minima stay in registers. Hashes
 * are unsigned: with the upper bit flipped they are in the order of signed numbers, which compare without a detour.
 */
function pushFourMinima(least: number[], shingles: Uint32Array, from: number): void {
  const [seedA, seedB, seedC, seedD] = [SEEDS[from]!, SEEDS[from + 1]!, SEEDS[from + 2]!, SEEDS[from + 3]!];
  let a = 0x7fffffff;
  let b = a;
  let c = a;
  let d = a;
  for (let i = 0; i < shingles.length; i += 1) {
    const shingle = shingles[i]!;
    a = Math.min(a, flippedHash(shingle, seedA));
    b = Math.min(b, flippedHash(shingle, seedB));
    c = Math.min(c, flippedHash(shingle, seedC));
    d = Math.min(d, flippedHash(shingle, seedD));
  }
  least.push(a ^ UPPER_BIT, b ^ UPPER_BIT, c ^ UPPER_BIT, d ^ UPPER_BIT);
}

const UPPER_BIT = 0x80000000 | 0;

function flippedHash(value: number, seed: number): number {
  const hash = Math.imul(value ^ seed, 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ UPPER_BIT;
}

function bandsOf(minhash: readonly number[], prefix: string): string[] {
  const bands: string[] = [];
  for (let i = 0; i + ROWS <= minhash.length; i += ROWS) {
    const key = mix(mix(minhash[i]!, minhash[i + 1]!), minhash[i + 2]!);
    bands.push(`${prefix}${(i / ROWS).toString(36)}.${inBase36(key)}`);
  }
  return bands;
}

const PAIRS = Array.from({ length: 36 ** 2 }, (_, i) => i.toString(36).padStart(2, '0'));

/** As `toString(36)`, which is slow enough to show: 52 keys to a text. */
function inBase36(number: number): string {
  let rest = number;
  let digits = '';
  while (rest >= PAIRS.length) {
    const higher = Math.floor(rest / PAIRS.length);
    digits = PAIRS[rest - higher * PAIRS.length]! + digits;
    rest = higher;
  }
  return rest.toString(36) + digits;
}
