const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  bn: 1e9,
  mn: 1e6,
};
const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENGLISH = new RegExp(
  `\\b(${MONTHS.map((m) => m[0]!.toUpperCase() + m.slice(1)).join('|')})[a-z]*\\.? (\\d{1,2})\\b|(?:(\\d[\\d,]*(?:\\.\\d+)?)|\\b(${WORDS.join('|')}))(?:[ -](hundred|thousand|million|billion|trillion|bn|mn)\\b)?`,
  'g',
);
const JAPANESE =
  /(\d{1,2})月(\d{1,2})日|((?:(?:\d[\d,]*(?:\.\d+)?|[〇一二三四五六七八九十百千]+)千?[兆億万]?)+)/g;
const JAPANESE_SCALES: Readonly<Record<string, number>> = { 兆: 1e12, 億: 1e8, 万: 1e4 };
const KANJI_DIGITS = '〇一二三四五六七八九';
const LEAST = 13;
const DAY = 86_400_000;

/**
 * Figures of a text (NFKC) in one writing for both languages: `$8.9 billion` and `89億ドル` give `#8.9e9`, `May 3` and
 * `5月3日` give `#5/3`. Small numbers, years, and dates next to the day of publication tell no event from another.
 */
export function figuresOf(text: string, dense: boolean, published: number): string[] {
  const figures = new Set<string>();
  const plain = dense ? text.replace(/(?<=\d)・(?=\d)/g, '.') : text;
  for (const match of plain.matchAll(dense ? JAPANESE : ENGLISH)) {
    const [, month, day, digits, word, scale] = match;
    if (month !== undefined && day !== undefined) {
      const number = dense ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
      if (isAway(number, Number(day), published)) figures.add(`#${number}/${Number(day)}`);
      continue;
    }
    const value = dense ? japaneseValue(digits ?? '') : englishValue(digits, word, scale);
    const next = plain[match.index + match[0].length] ?? '';
    if (isTelling(value, next)) figures.add(`#${Number(value.toPrecision(3))}`);
  }
  return [...figures];
}

function englishValue(
  digits: string | undefined,
  word: string | undefined,
  scale: string | undefined,
): number {
  const base = digits === undefined ? WORDS.indexOf(word ?? '') + 1 : Number(digits.replaceAll(',', ''));
  return base * (SCALES[scale ?? ''] ?? 1);
}

function japaneseValue(written: string): number {
  let sum = 0;
  for (const [, digits, kanji = '', thousand, unit = ''] of written.matchAll(
    /(?:(\d[\d,]*(?:\.\d+)?)|([〇一二三四五六七八九十百千]+))(千?)([兆億万]?)/g,
  )) {
    const number = digits === undefined ? kanjiValue(kanji) : Number(digits.replaceAll(',', ''));
    sum += number * (thousand === '' ? 1 : 1000) * (JAPANESE_SCALES[unit] ?? 1);
  }
  return sum;
}

function kanjiValue(written: string): number {
  let sum = 0;
  let digit = 0;
  for (const sign of written) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (unit === undefined) digit = digit * 10 + KANJI_DIGITS.indexOf(sign);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}

function isTelling(value: number, next: string): boolean {
  if (!Number.isFinite(value) || next === '月' || next === '日' || next === '時') return false;
  if (!Number.isInteger(value)) return true;
  return value >= LEAST && !(value >= 1900 && value <= 2100);
}

function isAway(month: number, day: number, published: number): boolean {
  const year = new Date(published).getUTCFullYear();
  return [year - 1, year, year + 1].every((y) => Math.abs(Date.UTC(y, month - 1, day) - published) > 3 * DAY);
}
