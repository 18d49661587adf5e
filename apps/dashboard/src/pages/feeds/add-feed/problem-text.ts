import { ApiProblem } from '../../../api/client.ts';

/** The API's own sentence, or what is said where it cannot be reached at all. */
export function problemText(error: Error, unreachable: string): string {
  if (!(error instanceof ApiProblem)) return error.message;
  const { status, detail, title } = error.problem;
  return status === 0 ? unreachable : detail || title;
}
