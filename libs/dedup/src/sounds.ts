/** Consonants of the kana rows; voiced and unvoiced, l and r, b and v are one, as transcription mixes them. */
const ROWS: readonly (readonly [string, string])[] = [
  ['カキクケコガギグゲゴクヶ', 'k'],
  ['サスセソザズゼゾシジスヂ', 's'],
  ['タテトダデドチツッヅ', 't'],
  ['ナニヌネノン', 'n'],
  ['ハヘホヒフ', 'h'],
  ['バビブベボヴ', 'p'],
  ['パピプペポ', 'p'],
  ['マミムメモ', 'm'],
  ['ラリルレロ', 'r'],
  ['ワヲ', 'w'],
  ['ヤユヨ', 'y'],
];
const kanaSounds = new Map(ROWS.flatMap(([kana, sound]) => [...kana].map((sign) => [sign, sound] as const)));

/** Consonants of a katakana word. */
export function soundOfKana(name: string): string {
  const spelled = name
    .replace(/フ[ァィェォ]/g, 'ハ')
    .replace(/ウ[ァィェォ]/g, 'ワ')
    .replace(/ヴ/g, 'バ')
    .replace(/ッ/g, '')
    .replace(/[チヂ]ャ?ュ?ョ?ェ?/g, 'シ')
    .replace(/ツ/g, 'サ');
  let sounds = '';
  for (const sign of spelled) sounds += kanaSounds.get(sign) ?? '';
  return finish(sounds);
}

const LATIN: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch|tch|zh|c(?=[eiy])|j|g(?=[ei])|th|z|ts|x/g, 's'],
  [/ph|f/g, 'h'],
  [/ck|c|q|g/g, 'k'],
  [/d/g, 't'],
  [/[bv]/g, 'p'],
  [/l/g, 'r'],
];

/** Consonants of a name in Latin letters, as katakana would spell it: `Washington` and `ワシントン` both give `wsntn`. */
export function soundOfLatin(name: string): string {
  let sounds = name
    .toLowerCase()
    .replace(/(?<=[aeiou])r(?![aeiouy])|(?<=[aeou])h/g, '')
    .replace(/ng(?=[^aeiou]|$)/g, 'n')
    .replace(/m(?=[pb])/g, 'n')
    .replace(/(?<=[^aeiou])y|y(?![aeiou])/g, '');
  for (const [pattern, sound] of LATIN) sounds = sounds.replace(pattern, sound);
  return finish(sounds.replace(/[aeiou]/g, '').replace(/[^kstnhmpyrw]/g, ''));
}

/** Runs of one sound are one: whether a consonant is doubled differs between spellings. */
function finish(sounds: string): string {
  return sounds.replace(/(.)\1+/g, '$1');
}
