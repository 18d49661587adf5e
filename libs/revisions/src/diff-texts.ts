import { diffArrays } from 'diff';
import { diffWords } from './diff-words.ts';
import type { Piece, TextDiff, TextHunk } from './diff.types.ts';
import { plainForm } from './plain-form.ts';
import { sentencesOf } from './segments.ts';

/** Letters of each text that are compared; the longest news articles have a fifth of it. */
const MOST_LETTERS = 100_000;
/** Sentences that may differ; beyond it the texts have nothing to do with each other. */
const MOST_EDITS = 500;
/** Sentences of each text that are compared. */
const MOST_SENTENCES = 3_000;
/** Places of change that are shown. */
const MOST_HUNKS = 150;

interface Sentence {
  readonly text: string;
  readonly key: string;
}

/**
 * Where two texts differ: runs of changed sentences with the sentence before and after each, and inside them the
 * words. Bounded in size and time whatever is put in (Myers' algorithm with a limit on its edits); `cut` says so.
 */
export function diffTexts(before: string, after: string, language: string): TextDiff {
  const [old, young] = [sentences(before, language), sentences(after, language)];
  const cut = isTooLong(before, old) || isTooLong(after, young);
  const changes = diffArrays(old, young, {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: MOST_EDITS,
  });
  if (changes === undefined) return replaced(old, young);
  const runs = changes.map(({ added, removed, value }) => ({
    change: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    sentences: value,
  }));
  const shown = hunksOf(runs, language);
  return { ...shown, cut: cut || shown.cut };
}

function sentences(text: string, language: string): Sentence[] {
  return sentencesOf(text.slice(0, MOST_LETTERS), language)
    .slice(0, MOST_SENTENCES)
    .map((sentence) => ({ text: sentence, key: plainForm(sentence) }));
}

const isTooLong = (text: string, sentences: readonly Sentence[]): boolean =>
  text.length > MOST_LETTERS || sentences.length === MOST_SENTENCES;

type Run = { change: Piece['change']; sentences: readonly Sentence[] };

function hunksOf(runs: readonly Run[], language: string): TextDiff {
  const hunks: TextHunk[] = [];
  let skipped = 0;
  let lead: string | null = null;
  for (let i = 0; i < runs.length; i += 1) {
    const run = runs[i] as Run;
    if (run.change === 'same') {
      const open = hunks.at(-1);
      const own = run.sentences.slice(open ? 1 : 0);
      if (open && run.sentences[0]) open.pieces.push({ change: 'same', text: run.sentences[0].text });
      const isLast = i === runs.length - 1;
      lead = isLast ? null : (own.at(-1)?.text ?? null);
      skipped = own.length - (lead === null ? 0 : 1);
      continue;
    }
    const next = runs[i + 1];
    const pair = next !== undefined && next.change !== 'same' ? next : null;
    if (pair) i += 1;
    if (hunks.length === MOST_HUNKS) return { hunks, skippedAfter: skipped, cut: true };
    const [gone, came] = run.change === 'removed' ? [run, pair] : [pair, run];
    const pieces = diffWords(joined(gone), joined(came), language);
    hunks.push({
      skipped,
      pieces: lead === null ? pieces : [{ change: 'same', text: lead }, ...pieces],
    });
    lead = null;
    skipped = 0;
  }
  return { hunks, skippedAfter: skipped, cut: false };
}

const joined = (run: Run | null): string => run?.sentences.map(({ text }) => text).join('') ?? '';

function replaced(old: readonly Sentence[], young: readonly Sentence[]): TextDiff {
  const pieces: Piece[] = [
    { change: 'removed', text: old.map(({ text }) => text).join('') },
    { change: 'added', text: young.map(({ text }) => text).join('') },
  ];
  return { hunks: [{ skipped: 0, pieces }], skippedAfter: 0, cut: true };
}
