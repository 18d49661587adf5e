import { STATUS_CODES } from 'node:http';
import type { Problem } from '@framewatch/contracts';

/** One field of a request that cannot be read. */
export interface FieldError {
  field: string;
  message: string;
}

/** An error that is meant to be told: RFC 9457 problem details with a status. */
export class ProblemError extends Error {
  readonly problem: Problem & { errors?: FieldError[] };

  constructor(status: number, detail: string, errors?: FieldError[]) {
    super(detail);
    this.problem = { ...problemOf(status, detail), ...(errors ? { errors } : {}) };
  }
}

/** Problem details without a type of their own: the status says what kind it is. */
export function problemOf(status: number, detail: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail };
}

/** 404 */
export const notFound = (detail: string): ProblemError => new ProblemError(404, detail);

/** 400, naming the fields */
export function invalid(errors: FieldError[]): ProblemError {
  const detail = errors
    .map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))
    .join('; ');
  return new ProblemError(400, detail, errors);
}
