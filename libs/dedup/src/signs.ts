/** What a UTF-16 unit is in a word; flags, for a sign is often more than one of them. */
const LETTER = 1;
const MARK = 2;
/** A letter or digit, with which a word begins. */
export const BEGINS_WORD = LETTER;
/** What a word goes on with. */
export const IN_WORD = LETTER | MARK;
export const CAPITAL = 4;
export const SMALL = 8;

/** Filled in as signs are met: a text has few different ones, and to ask Unicode's tables is dear. */
const known = new Uint8Array(0x10000);
const MET = 128;

/** Flags of one UTF-16 unit by itself; none for half of a surrogate pair. */
export function flagsOfUnit(unit: number): number {
  if (known[unit] === 0) known[unit] = MET | flagsOf(String.fromCharCode(unit));
  return known[unit]!;
}

/** Flags of the sign at a place of a text; either half of a surrogate pair has those of the pair. */
export function flagsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return (unit & 0xf800) === 0xd800 ? flagsOf(pairAt(text, at)) : flagsOfUnit(unit);
}

function pairAt(text: string, at: number): string {
  const isSecond = at > 0 && text.codePointAt(at - 1)! > 0xffff;
  return String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at)!);
}

function flagsOf(sign: string): number {
  return (
    (/[\p{L}\p{N}]/u.test(sign) ? LETTER : 0) |
    (/\p{M}/u.test(sign) ? MARK : 0) |
    (/\p{Lu}/u.test(sign) ? CAPITAL : 0) |
    (/\p{Ll}/u.test(sign) ? SMALL : 0)
  );
}
