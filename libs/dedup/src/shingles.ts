import { distinct } from './distinct.ts';
import { flagsAt, flagsOfUnit, IN_WORD } from './signs.ts';

/** Words per shingle in spaced scripts: three words seldom recur by chance, and an edit costs only three shingles. */
const WORDS = 3;
/** Letters per shingle where words have no spaces between them. */
const LETTERS = 6;
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const DENSE_LANGUAGES = new Set(['ja', 'zh', 'th', 'lo', 'my', 'km']);
/** FNV-1a, 32 bits. */
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Hashes (32 bits) of a text's overlapping pieces, each once, in order of appearance: three words, or six letters
 * where the script has no spaces. Case, punctuation, width and white space make no difference.
 */
export function shingle(text: string, language: string | null): Uint32Array {
  const plain = text.normalize('NFKC').toLowerCase();
  const dense = language === null ? DENSE.test(plain.slice(0, 2_000)) : DENSE_LANGUAGES.has(language);
  return distinct(dense ? hashLetters(plain) : hashWords(plain));
}

/** Words are hashed as they are passed: no piece of the text is ever cut out. */
function hashWords(text: string): Uint32Array {
  const hashes = new Uint32Array((text.length >> 1) + 1);
  let first = 0;
  let second = 0;
  let words = 0;
  for (let i = 0; i < text.length; ) {
    if ((flagsOfUnit(text.charCodeAt(i)) & IN_WORD) === 0) {
      i += 1;
      continue;
    }
    let hash = FNV_START;
    for (; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if ((flagsOfUnit(unit) & IN_WORD) === 0) break;
      hash = Math.imul(hash ^ unit, FNV_PRIME);
    }
    words += 1;
    if (words >= WORDS) hashes[words - WORDS] = mix(mix(first, second), hash);
    first = second;
    second = hash;
  }
  if (words > 0 && words < WORDS) hashes[0] = mix(first, second);
  return hashes.subarray(0, words === 0 ? 0 : Math.max(1, words - WORDS + 1));
}

function hashLetters(text: string): Uint32Array {
  const letters = lettersOf(text);
  const size = Math.min(LETTERS, letters.length);
  if (size === 0) return new Uint32Array(0);
  const hashes = new Uint32Array(letters.length - size + 1);
  for (let i = 0; i < hashes.length; i += 1) {
    let hash = FNV_START;
    for (let k = i; k < i + size; k += 1) hash = Math.imul(hash ^ letters[k]!, FNV_PRIME);
    hashes[i] = mix(hash >>> 0, size);
  }
  return hashes;
}

function lettersOf(text: string): Uint16Array {
  const letters = new Uint16Array(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i += 1)
    if ((flagsAt(text, i) & IN_WORD) !== 0) letters[count++] = text.charCodeAt(i);
  return letters.subarray(0, count);
}

/** Two 32-bit numbers to one, every bit depending on all (finaliser of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
