/** A date with its surroundings fits well into this many characters; what is longer is cut, whatever it is. */
const MAX_LENGTH = 160;

const KANJI_DIGITS = '〇一二三四五六七八九';
/** First digits of the decimal digit blocks that dates are written in, beside ASCII and the full-width ones. */
const DIGIT_ZEROES = [0x660, 0x6f0, 0x966, 0xe50];

/** A date as written, ready to be read: one case, one kind of space, ASCII digits. Long input is cut, never scanned. */
export function cleanDate(text: string): string {
  const start = text.slice(0, 4_000).trim().slice(0, MAX_LENGTH);
  if (/^[\x20-\x7e]*$/.test(start)) return start.toLowerCase();
  const folded = start
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u200b-\u200f\u202a-\u202e\ufeff]+/g, ' ')
    .replace(/[٠-٩۰-۹०-९๐-๙]/g, asciiDigit);
  return (folded.includes('年') ? folded.replace(/[〇一二三四五六七八九十]+/g, fromKanji) : folded)
    .trim()
    .replace(/İ/g, 'i')
    .toLowerCase();
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = DIGIT_ZEROES.find((start) => code >= start && code < start + 10) ?? code;
  return String(code - zero);
}

/** `二〇二六` is digit by digit, `二十二` counts tens. */
function fromKanji(numeral: string): string {
  if (!numeral.includes('十')) return [...numeral].map((sign) => KANJI_DIGITS.indexOf(sign)).join('');
  const [tens = '', ones = ''] = numeral.split('十');
  return String(
    (tens === '' ? 1 : KANJI_DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : KANJI_DIGITS.indexOf(ones)),
  );
}
