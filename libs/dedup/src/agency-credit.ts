import { AGENCIES } from './data/agencies.ts';

/** An agency's signature in a text. */
export interface AgencyCredit {
  readonly agency: string;
  /** Where it stands: at the head with the place, or in a line at the end. */
  readonly place: 'head' | 'tail';
  /** The characters to leave out when texts are compared, from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
}

const HEAD = 220;
const TAIL = 320;

const names = new Map(AGENCIES.flatMap((agency) => agency.signs.map((sign) => [sign, agency.name] as const)));
const escaped = [...names.keys()]
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const SIGN = `(${escaped.join('|')})`;

/** `TOKYO, May 3 (Reuters) -`, `【ワシントン共同】`, `［東京　１２日　ロイター］`, `(AP) —`. */
const AT_HEAD: readonly RegExp[] = [
  new RegExp(
    `^[^\\n。！？]{0,80}?[(（\\[［]\\s*${SIGN}(?:\\s*[/,、=-]\\s*[^)）\\]］]{0,30})?\\s*[)）\\]］]\\s*(?:[-–—―:]+\\s*)?(?=\\S)`,
    'u',
  ),
  new RegExp(
    `^\\s*[【［\\[(（][^】］\\])）\\n]{0,40}?${SIGN}[^】］\\])）\\n]{0,15}[】］\\])）]\\s*(?:[-–—―:]+\\s*)?(?=\\S)`,
    'u',
  ),
  new RegExp(`^\\s*(?:By\\s+)?${SIGN}\\s*(?:[-–—―|:]+|\\n)\\s*`, 'u'),
  new RegExp(`^[\\p{Lu}][\\p{L} .,]{2,60}?,?\\s+${SIGN}\\s+[-–—―]+\\s*`, 'u'),
];
/** `（共同）`, `[TNS]`, `Source: Xinhua`, `Copyright 2026 The Associated Press. All rights reserved.` */
const AT_TAIL: readonly RegExp[] = [
  new RegExp(
    `[(（\\[［【]\\s*(?:c\\)|©|Source:|出典[:：])?\\s*${SIGN}(?:\\s*[/,、=][^)）\\]］】]{0,40})?\\s*[)）\\]］】][\\s.。]*$`,
    'u',
  ),
  new RegExp(
    `(?:©|\\(c\\)|Copyright|Source|Quelle|Fuente|Fonte|来源|來源|配信|提供)[\\s:：]*(?:\\d{4}\\s*)?(?:by\\s+)?${SIGN}[^\\n]{0,140}$`,
    'u',
  ),
  new RegExp(`(?:^|\\n)\\s*[-–—―]*\\s*${SIGN}\\s*[.。]?\\s*$`, 'u'),
];

/** The agency that signed a text, and where; null for none that we know. */
export function agencyCredit(text: string): AgencyCredit | null {
  const head = text.slice(0, HEAD);
  for (const pattern of AT_HEAD) {
    const found = pattern.exec(head);
    if (found) return { agency: nameOf(found[1]), place: 'head', start: 0, end: found[0].length };
  }
  const offset = Math.max(0, text.length - TAIL);
  const tail = text.slice(offset);
  for (const pattern of AT_TAIL) {
    const found = pattern.exec(tail);
    if (found)
      return { agency: nameOf(found[1]), place: 'tail', start: offset + found.index, end: text.length };
  }
  return null;
}

/** The text without the signature, so that two outlets' copies compare as equal. */
export function withoutCredit(text: string, credit: AgencyCredit | null): string {
  return credit === null ? text : text.slice(0, credit.start) + text.slice(credit.end);
}

function nameOf(sign: string | undefined): string {
  return names.get(sign ?? '') ?? '';
}
