/**
 * Romanised Japanese with what spellings and readings disagree on folded away: voicing (`kawa`, `gawa`), long vowels,
 * doubled consonants, `shi`/`si`/`ji`. Null for a word that is no such spelling.
 */
export function foldRomaji(word: string): string | null {
  const plain = word
    .toLowerCase()
    .replace(/[āâ]/g, 'a')
    .replace(/[īî]/g, 'i')
    .replace(/[ūû]/g, 'u')
    .replace(/[ēê]/g, 'e')
    .replace(/[ōô]/g, 'o')
    .replace(/['’-]/g, '');
  return ROMAJI.test(plain) ? fold(plain) : null;
}

const ROMAJI =
  /^(?:(?:[kgnhbpmr]y|sh|ch|ts|tch|kk|pp|tt|ss|ssh|[kgsztdnhbpmyrwjf])?[aiueo]h?|n(?![aiueo])|m(?=[bpm]))+$/;

function fold(romaji: string): string {
  return romaji
    .replace(/oh(?![aiueo])/g, 'o')
    .replace(/m(?=[bp])/g, 'n')
    .replace(/tch|sh|ch|ts|[jz]/g, 's')
    .replace(/[bpf]/g, 'h')
    .replace(/g/g, 'k')
    .replace(/d/g, 't')
    .replace(/sy/g, 's')
    .replace(/ou|oo/g, 'o')
    .replace(/(.)\1+/g, '$1');
}

const KANA = new Map<string, string>();
const ROWS: readonly (readonly [string, string])[] = [
  ['アイウエオ', ''],
  ['カキクケコ', 'k'],
  ['ガギグゲゴ', 'k'],
  ['サシスセソ', 's'],
  ['ザジズゼゾ', 's'],
  ['タ__テト', 't'],
  ['ダ__デド', 't'],
  ['_チツ__', 's'],
  ['_ヂヅ__', 's'],
  ['ナニヌネノ', 'n'],
  ['ハヒフヘホ', 'h'],
  ['バビブベボ', 'h'],
  ['パピプペポ', 'h'],
  ['マミムメモ', 'm'],
  ['ヤ_ユ_ヨ', 'y'],
  ['ラリルレロ', 'r'],
  ['ワ___ヲ', 'w'],
  ['__ヴ__', 'h'],
];
for (const [row, consonant] of ROWS)
  [...row].forEach((kana, i) => {
    if (kana !== '_') KANA.set(kana, consonant + 'aiueo'[i]!);
  });
const SMALL: ReadonlyMap<string, string> = new Map([
  ['ャ', 'ya'],
  ['ュ', 'yu'],
  ['ョ', 'yo'],
  ['ァ', 'a'],
  ['ィ', 'i'],
  ['ゥ', 'u'],
  ['ェ', 'e'],
  ['ォ', 'o'],
]);

/** A word in katakana or hiragana in the same folded spelling. */
export function foldKana(word: string): string {
  let romaji = '';
  for (const sign of word) {
    const code = sign.codePointAt(0)!;
    const kana = code >= 0x3041 && code <= 0x3096 ? String.fromCodePoint(code + 0x60) : sign;
    const small = SMALL.get(kana);
    if (kana === 'ン') romaji += 'n';
    else if (small !== undefined) romaji = romaji.slice(0, -1) + small;
    else romaji += KANA.get(kana) ?? '';
  }
  return fold(romaji);
}
