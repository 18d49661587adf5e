import { createHash } from 'node:crypto';
import type { OutboundFailure, OutboundResponse, OutboundResult } from '@framewatch/outbound';
import { cacheMaxAgeSeconds } from './cache-age.ts';
import type { FailedFetch, FeedFetch, FetchedDocument, FetchFailureKind, PageFetch } from './fetch.types.ts';
import { hubLinks } from './hub-links.ts';
import { permanentUrl } from './permanent-url.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** What was known and sent when the request was made. */
export interface Asked {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastBodyHash: string | null;
  /** True where validators were sent, so that a 304 answers them. */
  readonly conditional: boolean;
  readonly now: Date;
}

/** What an outbound result means for a document that may be known already. */
export function interpretConditional(result: OutboundResult, asked: Asked): FeedFetch {
  if (result.kind === 'response' && result.status === 304 && asked.conditional)
    return unchanged(result, asked, 'not-modified');
  const outcome = interpret(result, asked.now);
  if (result.kind !== 'response' || outcome.kind !== 'fetched') return outcome;
  // Half a body that equals half a body proves nothing.
  const whole = result.truncatedBy !== 'connection';
  if (whole && outcome.bodyHash === asked.lastBodyHash) return unchanged(result, asked, 'same-bytes');
  return { ...outcome, validatorsLied: whole && isSameClaim(outcome, asked) };
}

/** What an outbound result means for a document asked for without conditions. */
export function interpret(result: OutboundResult, now: Date): PageFetch {
  if (result.kind === 'failure') return failedOnTheWay(result);
  const report = { finalUrl: result.finalUrl, durationMs: result.durationMs };
  const wait = retryAfterSeconds(result.headers, now);
  switch (true) {
    case result.status >= 200 && result.status < 300:
      return fetched(result, now);
    case result.status === 410:
      return {
        kind: 'gone',
        status: 410,
        ...report,
        message: 'The server says that this is gone for good (410).',
      };
    case result.status === 429: {
      const message = 'The server asks for fewer requests (429).';
      return { kind: 'rate-limited', status: 429, retryAfterSeconds: wait, ...report, message };
    }
    default:
      return { ...refusedByServer(result), retryAfterSeconds: wait, ...report };
  }
}

function fetched(result: OutboundResponse, now: Date): FetchedDocument {
  return {
    kind: 'fetched',
    ...documentHeaders(result, now),
    bytes: result.body,
    contentType: result.headers['content-type'] ?? null,
    bodyHash: createHash('sha256').update(result.body).digest('hex'),
    truncated: result.truncated || result.status === 206,
    validatorsLied: false,
  };
}

function unchanged(result: OutboundResponse, asked: Asked, why: 'not-modified' | 'same-bytes'): FeedFetch {
  const headers = documentHeaders(result, asked.now);
  return {
    kind: 'unchanged',
    why,
    ...headers,
    // A 304 may leave out what has not changed.
    etag: headers.etag ?? (why === 'not-modified' ? asked.etag : null),
    lastModified: headers.lastModified ?? (why === 'not-modified' ? asked.lastModified : null),
    byteLength: result.body.length,
  };
}

function documentHeaders(result: OutboundResponse, now: Date) {
  // Validators of a body that broke off would turn the missing rest into a 304.
  const trusted = result.truncatedBy === 'connection' ? {} : result.headers;
  return {
    status: result.status,
    finalUrl: result.finalUrl,
    durationMs: result.durationMs,
    etag: trusted.etag ?? null,
    lastModified: trusted['last-modified'] ?? null,
    cacheMaxAgeSeconds: cacheMaxAgeSeconds(result.headers, now),
    retryAfterSeconds: retryAfterSeconds(result.headers, now),
    permanentUrl: permanentUrl(result.redirects),
    hubLinks: hubLinks(result.headers['link'], result.finalUrl),
  };
}

function isSameClaim(outcome: FetchedDocument, asked: Asked): boolean {
  if (asked.lastBodyHash === null) return false;
  if (asked.etag !== null || outcome.etag !== null) return outcome.etag === asked.etag;
  return outcome.lastModified !== null && outcome.lastModified === asked.lastModified;
}

function failedOnTheWay(result: OutboundFailure): FailedFetch {
  const { reason: failure, message, url: finalUrl, durationMs } = result;
  return { kind: 'failed', failure, status: null, retryAfterSeconds: null, message, finalUrl, durationMs };
}

function refusedByServer(result: OutboundResponse) {
  const failure = failureOfStatus(result);
  const message = `${FAILURE_SENTENCES[failure] ?? 'The server answers with an error'} (${result.status}).`;
  return { kind: 'failed', failure, status: result.status, message } as const;
}

function failureOfStatus({ status, headers }: OutboundResponse): FetchFailureKind {
  if (headers['cf-mitigated'] === 'challenge') return 'challenge';
  if (status === 404) return 'not-found';
  if (status === 401 || status === 403 || status === 451) return 'forbidden';
  if (status >= 400 && status < 500) return 'client-error';
  return status >= 500 && status < 600 ? 'server-error' : 'unexpected-status';
}

const FAILURE_SENTENCES: Partial<Record<FetchFailureKind, string>> = {
  'not-found': 'The server finds nothing at this address',
  forbidden: 'The server does not let us read this',
  challenge: 'The site wants proof of a human reader',
  'client-error': 'The server refuses the request',
  'server-error': 'The server is in trouble',
  'unexpected-status': 'The server gives an answer that makes no sense here',
};
