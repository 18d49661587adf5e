import { KANJI_READINGS } from './data/kanji-readings.ts';
import { foldRomaji } from './romaji.ts';

const MOST_READINGS = 12;
const LONGEST_ENTRY = 4;

const readings = new Map<string, readonly string[]>();
for (const entry of KANJI_READINGS.trim().split(/\s+/)) {
  const [, signs, list] = /^(\P{Script=Latin}+)([a-z,]+)$/u.exec(entry) ?? [];
  if (signs !== undefined && list !== undefined)
    readings.set(signs, [...new Set([...(readings.get(signs) ?? []), ...list.split(',')])]);
}
for (const sign of 'ノのﾉ之') readings.set(sign, ['no']);
for (const sign of 'ヶケが') readings.set(sign, ['ga', 'ka']);

/**
 * How a name in Chinese characters may be read, as folded spellings, likeliest first, at most 12; none where a
 * character has no known reading.
 */
export function nameReadings(name: string): readonly string[] {
  return [...new Set(combine(name).map((reading) => foldRomaji(reading) ?? ''))]
    .filter((reading) => reading.length > 2)
    .slice(0, MOST_READINGS);
}

interface Spelling {
  readonly text: string;
  /** Sum of how far down the list each reading stood. */
  readonly rank: number;
}

function combine(name: string): string[] {
  // Where the name has been read up to each place.
  const reached: Spelling[][] = Array.from({ length: name.length + 1 }, () => []);
  reached[0]!.push({ text: '', rank: 0 });
  for (let at = 0; at < name.length; at += 1) {
    const sofar = best(reached[at]!);
    if (sofar.length === 0) continue;
    for (let length = 1; length <= LONGEST_ENTRY && at + length <= name.length; length += 1) {
      const list = readings.get(name.slice(at, at + length));
      list?.forEach((reading, rank) => {
        // A longer entry is a name known as a whole, and right more often than its characters one by one.
        const cost = rank + (length > 1 ? -0.5 : 0);
        for (const one of sofar)
          reached[at + length]!.push({ text: one.text + reading, rank: one.rank + cost });
      });
    }
  }
  return best(reached[name.length]!).map(({ text }) => text);
}

function best(spellings: Spelling[]): Spelling[] {
  return spellings.sort((a, b) => a.rank - b.rank).slice(0, MOST_READINGS * 2);
}
