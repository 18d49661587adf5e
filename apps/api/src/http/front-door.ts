import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemOf } from './problem.ts';
import { sendProblem } from './problem.filter.ts';
import { refuse } from './guard.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/** A text of 500,000 characters in JSON takes three bytes each in Japanese. */
const MOST_BYTES = 2_000_000;
const MOST_BYTES_ELSEWHERE = 100_000;

/** The largest body that any endpoint takes; the body parser counts what comes without a length. */
export const BODY_LIMIT = MOST_BYTES;

/** What every request passes first: security headers, Host and Origin, and the size that it says it has. */
export function frontDoor(names: ReadonlySet<string>): Handler {
  return (request, response, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    // Routes match whatever the case.
    const path = pathOf(request).toLowerCase();
    const refusal = refuse({ method: request.method ?? 'GET', path, headers: request.headers }, names);
    if (refusal) return sendProblem(response, problemOf(refusal.status, refusal.detail));
    const limit = path === '/api/classify' ? MOST_BYTES : MOST_BYTES_ELSEWHERE;
    if (Number(request.headers['content-length'] ?? 0) > limit)
      return sendProblem(response, problemOf(413, `The body is too large: at most ${limit} bytes.`));
    if (path.startsWith('/api/')) response.setHeader('cache-control', 'no-store');
    next();
  };
}

/** The path alone; the host of the address does not matter here. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}
