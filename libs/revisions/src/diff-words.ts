import { diffArrays } from 'diff';
import type { Piece } from './diff.types.ts';
import { tokensOf } from './segments.ts';

/** Letters of one place of change that are compared word by word; cutting into words costs some 20 µs a word. */
const MOST_LETTERS = 12_000;
const MOST_EDITS = 500;
/** With less in common than this, two sentences side by side read better than a patchwork. */
const LEAST_COMMON = 0.35;

/** The words of one passage against another: what stayed, came and went. Passages with little in common are set whole. */
export function diffWords(before: string, after: string, language: string): Piece[] {
  const whole: Piece[] = [
    { change: 'removed' as const, text: before },
    { change: 'added' as const, text: after },
  ].filter(({ text }) => text !== '');
  if (before === '' || after === '') return whole;
  if (before.length + after.length > MOST_LETTERS) return whole;
  const [old, young] = [tokensOf(before, language), tokensOf(after, language)];
  const changes = diffArrays(old, young, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return whole;
  const pieces = changes.map(
    ({ added, removed, value }): Piece => ({
      change: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
  const common = pieces.reduce(
    (sum, { change, text }) => (change === 'same' ? sum + lettersOf(text) : sum),
    0,
  );
  return (2 * common) / (lettersOf(before) + lettersOf(after)) < LEAST_COMMON
    ? whole
    : withoutSlivers(pieces);
}

const lettersOf = (text: string): number => text.replace(/[\s\p{P}]+/gu, '').length;

/** Joins changes between which only a space or a mark stayed, removed words first, so that the eye meets few seams. */
function withoutSlivers(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  let gone = '';
  let came = '';
  const flush = (): void => {
    const space = /\s*$/u.exec(gone)?.[0] ?? '';
    const shared = space !== '' && came.endsWith(space) ? space.length : 0;
    if (gone !== '') out.push({ change: 'removed', text: gone.slice(0, gone.length - shared) });
    if (came !== '') out.push({ change: 'added', text: came.slice(0, came.length - shared) });
    if (shared > 0) out.push({ change: 'same', text: space });
    gone = '';
    came = '';
  };
  pieces.forEach((piece, index) => {
    const isBetween = (gone !== '' || came !== '') && index < pieces.length - 1;
    if (piece.change === 'removed') gone += piece.text;
    else if (piece.change === 'added') came += piece.text;
    else if (isBetween && lettersOf(piece.text) === 0 && !piece.text.includes('\n')) {
      gone += piece.text;
      came += piece.text;
    } else {
      flush();
      out.push(piece);
    }
  });
  flush();
  return out.filter(({ text }) => text !== '');
}
