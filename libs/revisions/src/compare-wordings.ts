import { isUpdateNote, tellingLines } from './furniture.ts';
import { plainForm } from './plain-form.ts';
import { sentencesOf } from './segments.ts';

/** Letters that are looked at sentence by sentence; what lies behind is compared as a whole. */
const LOOKED_AT = 200_000;

/** An article as it reads at one time. */
export interface Wording {
  readonly title: string;
  readonly text: string;
  /** ISO 639-1, or `und`. */
  readonly language: string;
}

/** What an outlet changed. */
export type ChangedPart = 'title' | 'text';

/**
 * Which parts of an article were edited. The measure: the text's sentences, in plain form and in any order, without
 * stamps, links and lists at its ends. One other word, figure or mark in a sentence is an edit; a moved stamp is none.
 */
export function changedParts(before: Wording, after: Wording): ChangedPart[] {
  const changed: ChangedPart[] = [];
  if (plainForm(before.title) !== plainForm(after.title)) changed.push('title');
  if (before.text !== after.text && contentOf(before) !== contentOf(after)) changed.push('text');
  return changed;
}

function contentOf({ text, language }: Wording): string {
  const looked = tellingLines(text.slice(0, LOOKED_AT)).flatMap((line) => sentencesOf(line, language));
  const telling = looked.filter((sentence) => !isUpdateNote(sentence));
  const sentences = telling.map(plainForm).filter((sentence) => sentence !== '');
  return [...sentences.sort(), plainForm(text.slice(LOOKED_AT))].join('\n');
}
