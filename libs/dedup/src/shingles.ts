/** Words per shingle in spaced scripts: three words seldom recur by chance, and an edit costs only three shingles. */
const WORDS = 3;
/** Letters per shingle where words have no spaces between them. */
const LETTERS = 6;
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const DENSE_LANGUAGES = new Set(['ja', 'zh', 'th', 'lo', 'my', 'km']);

/**
 * Hashes (32 bits) of a text's overlapping pieces, each once, in order of appearance: three words, or six letters
 * where the script has no spaces. Case, punctuation, width and white space make no difference.
 */
export function shingle(text: string, language: string | null): Uint32Array {
  const plain = text.normalize('NFKC').toLowerCase();
  const dense = language === null ? DENSE.test(plain.slice(0, 2_000)) : DENSE_LANGUAGES.has(language);
  return dense ? shingleLetters(plain) : shingleWords(plain);
}

/** Words are hashed as they are passed, for this is the busiest loop of the library. */
function shingleWords(text: string): Uint32Array {
  const seen = new Set<number>();
  let first = 0;
  let second = 0;
  let words = 0;
  for (let i = 0; i < text.length; ) {
    if (isWordSign(text.charCodeAt(i)) === 0) {
      i += 1;
      continue;
    }
    let hash = 0x811c9dc5;
    for (; i < text.length && isWordSign(text.charCodeAt(i)) === 1; i += 1)
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    words += 1;
    if (words >= WORDS) seen.add(mix(mix(first, second), hash));
    first = second;
    second = hash;
  }
  if (seen.size === 0 && words > 0) seen.add(mix(first, second));
  return Uint32Array.from(seen);
}

/** 1 for letters, marks and digits, filled in as characters are met; 2 for not yet known. */
const wordSigns = new Uint8Array(0x10000).fill(2);

function isWordSign(code: number): number {
  const known = wordSigns[code]!;
  if (known !== 2) return known;
  const found = /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0;
  wordSigns[code] = found;
  return found;
}

function shingleLetters(text: string): Uint32Array {
  const letters = text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  const seen = new Set<number>();
  for (let i = 0; i + LETTERS <= letters.length; i += 1) seen.add(hashText(letters.slice(i, i + LETTERS)));
  if (seen.size === 0 && letters !== '') seen.add(hashText(letters));
  return Uint32Array.from(seen);
}

/** FNV-1a over UTF-16 units, finished with a multiplicative mix. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash >>> 0, text.length);
}

/** Two 32-bit numbers to one, every bit depending on all (finaliser of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
