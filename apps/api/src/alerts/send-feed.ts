import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers with a feed, or with 304 where the reader has this very one (RFC 9110, If-None-Match). */
export function sendUnlessKnown(request: IncomingMessage, response: ServerResponse, feed: string): void {
  const tag = `"${createHash('sha256').update(feed).digest('base64url').slice(0, 27)}"`;
  response.setHeader('etag', tag);
  // Readers keep it to compare, and ask each time.
  response.setHeader('cache-control', 'private, no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((part) => part.trim());
  if (known.some((one) => one === '*' || one.replace(/^W\//, '') === tag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/atom+xml; charset=utf-8');
  response.end(feed);
}
