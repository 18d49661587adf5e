import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Log } from '../runtime/log.ts';
import { ProblemError, problemOf } from './problem.ts';

/** Answers every error as problem details; what was not meant to be told is logged, and only its status is. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: Log;

  constructor(log: Log) {
    this.log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<IncomingMessage>();
    const response = host.switchToHttp().getResponse<ServerResponse>();
    const problem = problemFrom(error);
    if (problem.status >= 500 && !(error instanceof ProblemError))
      this.log(
        'error',
        `${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`,
      );
    if (response.headersSent) response.end();
    else sendProblem(response, problem);
  }
}

/** Writes problem details as RFC 9457 wants them. */
export function sendProblem(response: ServerResponse, problem: ProblemError['problem']): void {
  response.statusCode = problem.status;
  response.setHeader('content-type', 'application/problem+json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(JSON.stringify(problem));
}

/** What may be told of an error. */
function problemFrom(error: unknown): ProblemError['problem'] {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof HttpException) return problemOf(error.getStatus(), error.message);
  if (isBodyError(error))
    return problemOf(error.status, BODY_ERRORS[error.status] ?? 'The request cannot be read.');
  // SQLSTATE class 22: a value that no column can hold, such as an id beyond 64 bits or a NUL in a text.
  if (sqlState(error)?.startsWith('22')) return problemOf(400, 'A value in the request is out of range.');
  return problemOf(500, 'Something went wrong inside Framewatch; its log says more.');
}

const BODY_ERRORS: Readonly<Record<number, string>> = {
  400: 'The body is no valid JSON.',
  413: 'The body is too large.',
  415: 'The body has an encoding that is not supported: send JSON in UTF-8.',
};

/** Errors of the body parser carry a status below 500. */
function isBodyError(error: unknown): error is { status: number } {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500;
}

function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
