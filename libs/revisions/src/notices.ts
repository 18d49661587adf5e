import { CORRECTION_NOTICES, WITHDRAWAL_NOTICES } from './data/notices.ts';
import { plainForm } from './plain-form.ts';
import { sentencesOf } from './segments.ts';

/** A notice is a sentence or two; what is longer is an article about corrections. */
const LONGEST_NOTICE = 600;
/** A page with more text than this still holds its article. */
const LONGEST_WITHDRAWN = 1_500;
const LOOKED_AT = 100_000;

/** The sentence in which the outlet says that it corrected the article, if it came with this wording; else null. */
export function findCorrectionNotice(before: string, after: string, language: string): string | null {
  const known = new Set(sentencesOf(before.slice(0, LOOKED_AT), language).map(plainForm));
  const came = sentencesOf(after.slice(0, LOOKED_AT), language).filter(
    (sentence) => sentence.length <= LONGEST_NOTICE && !known.has(plainForm(sentence)),
  );
  const notice = came.find((sentence) => CORRECTION_NOTICES.some((pattern) => pattern.test(sentence.trim())));
  return notice?.trim() ?? null;
}

/** Whether a short text says that the article is not there any more. */
export function saysWithdrawn(text: string): boolean {
  return text.length <= LONGEST_WITHDRAWN && WITHDRAWAL_NOTICES.some((pattern) => pattern.test(text));
}
