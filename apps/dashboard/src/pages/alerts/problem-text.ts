import { ApiProblem } from '../../api/client.ts';
import type { Words } from './words/en.ts';

/** What went wrong, in the API's words where it gave any. */
export function problemText(error: Error, words: Words): string {
  if (!(error instanceof ApiProblem)) return error.message;
  if (error.problem.status === 0) return words.unreachable;
  return error.problem.detail || error.problem.title;
}
