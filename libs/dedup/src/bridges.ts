import { CONCEPTS } from './data/concepts.ts';

/**
 * Terms that survive translation: the things of a small table, and names by their sound, since katakana spells what it
 * hears. `Washington` and `ワシントン` both give `~wsntn`; fewer than three sounds say nothing.
 */
export function bridgesOf(terms: Iterable<string>): string[] {
  const bridges = new Set<string>();
  for (const term of terms) {
    const concept = conceptOf.get(term.toLowerCase());
    if (concept !== undefined) bridges.add(`=${concept}`);
    const sound = concept === undefined ? soundOf(term) : '';
    if (sound.length >= LEAST_SOUNDS) bridges.add(`~${sound}`);
  }
  return [...bridges];
}

const LEAST_SOUNDS = 3;

function soundOf(term: string): string {
  if (/^[\p{Script=Katakana}ー]{3,}$/u.test(term)) return soundOfKana(term);
  return /^[A-Z][a-z]{3,}$/.test(term) ? soundOfLatin(term) : '';
}

const conceptOf = new Map(
  CONCEPTS.flatMap((words) =>
    words.filter((word) => word.length > 1).map((word) => [word, words[0]!] as const),
  ),
);

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

function soundOfKana(name: string): string {
  const spelled = name
    .replace(/フ[ァィェォ]/g, 'ハ')
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

function soundOfLatin(name: string): string {
  let sounds = name
    .toLowerCase()
    .replace(/(?<=[aeiou])r(?![aeiouy])|(?<=[aeou])h/g, '')
    .replace(/ng(?=[^aeiou]|$)/g, 'n')
    .replace(/m(?=[pb])/g, 'n');
  for (const [pattern, sound] of LATIN) sounds = sounds.replace(pattern, sound);
  return finish(sounds.replace(/[aeiou]/g, '').replace(/[^kstnhmpyrw]/g, ''));
}

/** Runs of one sound are one: whether a consonant is doubled differs between spellings. */
function finish(sounds: string): string {
  return sounds.replace(/(.)\1+/g, '$1');
}
