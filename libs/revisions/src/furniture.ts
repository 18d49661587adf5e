import { LINK_LINE_STARTS, STAMP_WORDS, UPDATE_NOTES } from './data/stamp-words.ts';

/** Longer lines are prose, whatever they begin with. */
const LONGEST_FURNITURE = 200;
/** A line of so many characters is prose even without a full stop at its end. */
const PROSE_LETTERS = 160;

const SPACED = new Set<string>(STAMP_WORDS.spaced);
const UNSPACED = new RegExp(STAMP_WORDS.unspaced.toSorted((a, b) => b.length - a.length).join('|'), 'gu');
const LINK_LINE = new RegExp(
  `^[\\s▶►»>●■・*\\[【(-]*(?:${[...LINK_LINE_STARTS].toSorted((a, b) => b.length - a.length).join('|')})[\\]】)]?\\s*(?:[:：|>»▶→]|$)`,
  'iu',
);
/** A note in brackets under the text, as Japanese outlets set corrections. */
const NOTE = /^[(（【〔].{6,}[)）】〕]$/u;
const SENTENCE_END = /[.!?。！？…‥][”’"'」』)）\]】]*$/u;

/**
 * The lines of an article that say something: without time stamps and links to other articles, and without the lines
 * before its first sentence and behind its last, where lists of headlines are drawn anew each day.
 */
export function tellingLines(text: string): string[] {
  const lines = text
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isStamp(line) && !isLinkLine(line));
  const first = lines.findIndex(isProse);
  return first < 0 ? lines : lines.slice(first, lines.findLastIndex(isProse) + 1);
}

/**
 * Whether a line or a sentence only says when: "Updated 12 May 2026, 3:15 p.m. JST", "最終更新 5月12日 18時30分",
 * "3 hours ago", "This article was updated on May 12."
 */
function isStamp(line: string): boolean {
  const plain = line.normalize('NFKC');
  if (line.length > LONGEST_FURNITURE || !/\d/u.test(plain)) return false;
  const words = UPDATE_NOTES.reduce<string>((rest, note) => rest.replace(note, ' '), plain)
    .replace(UNSPACED, ' ')
    .toLowerCase()
    .match(/\p{L}+(?:\.\p{L})*/gu);
  return (words ?? []).every((word) => SPACED.has(word));
}

/** Whether a sentence, be it within a paragraph, only says when the article was last touched. */
export function isUpdateNote(sentence: string): boolean {
  const plain = sentence.normalize('NFKC');
  return UPDATE_NOTES.some((note) => plain.search(note) >= 0) && isStamp(sentence);
}

function isLinkLine(line: string): boolean {
  return line.length <= LONGEST_FURNITURE && LINK_LINE.test(line);
}

function isProse(line: string): boolean {
  return line.length >= PROSE_LETTERS || SENTENCE_END.test(line) || NOTE.test(line);
}
