/** A character as Japanese texts are compared: full-width Latin and digits as half-width, capitals as small. */
export function foldCode(c: number): number {
  const narrow = c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c;
  return narrow >= 0x41 && narrow <= 0x5a ? narrow + 0x20 : narrow;
}

/** Folds a whole string, code unit by code unit, so that offsets stay. */
export function foldText(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(foldCode(text.charCodeAt(i)));
  return folded;
}

/** Whether a folded character can carry a subject: kanji, katakana, Latin letters and digits, but not hiragana. */
export function carriesSubject(c: number): boolean {
  return (
    (c >= 0x4e00 && c <= 0x9fff) ||
    (c >= 0x30a1 && c <= 0x30fe) ||
    c === 0x3005 ||
    (c >= 0x61 && c <= 0x7a) ||
    (c >= 0x30 && c <= 0x39)
  );
}

/** Pairs of neighbouring subject-bearing characters: the terms that Japanese texts are compared by. */
export function bigrams(text: string): string[] {
  const pairs: string[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const c = foldCode(text.charCodeAt(i));
    const carries = carriesSubject(c);
    if (carries && before !== 0) pairs.push(String.fromCharCode(before, c));
    before = carries ? c : 0;
  }
  return pairs;
}
