import { decodeText } from '@framewatch/charset';
import type { Outbound, OutboundResponse, OutboundResult } from '@framewatch/outbound';
import { cacheMaxAgeSeconds } from './cache-age.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { MAX_ROBOTS_BYTES, parseRobots, type RobotsReader, type RobotsRules } from './robots.ts';

/** robots.txt as it is kept between articles. */
export interface RobotsAnswer {
  readonly status: 'rules' | 'allow-all' | 'disallow-all';
  /** The text; empty unless `rules`. */
  readonly body: string;
  readonly expiresAt: Date;
  /** Why, in a sentence for an editor. */
  readonly reason: string;
}

export interface RobotsRequest {
  readonly origin: string;
  /** The answer before this one: while a server is in trouble, its last rules go on. */
  readonly previous: RobotsAnswer | null;
  readonly timeoutMs: number;
  readonly now: Date;
  readonly signal?: AbortSignal;
}

const HOUR = 3_600;
/** RFC 9309, 2.4: not longer than a day. An hour at least, whatever max-age says: the file is asked per article. */
const SHORTEST_SECONDS = HOUR;
const LONGEST_SECONDS = 24 * HOUR;

/**
 * Asks an origin for its robots.txt. By RFC 9309, 2.3.1: found → its rules; 4xx → everything is allowed;
 * 5xx or out of reach → nothing is, for a while (429 counts as this), unless earlier rules are known.
 */
export async function fetchRobots(outbound: Outbound, request: RobotsRequest): Promise<RobotsAnswer> {
  const { origin, timeoutMs, now, signal } = request;
  const result = await outbound.request({
    url: new URL('/robots.txt', origin).href,
    timeoutMs,
    maxBytes: MAX_ROBOTS_BYTES,
    maxRedirects: 5,
    headers: { accept: 'text/plain, */*;q=0.5' },
    ...(signal ? { signal } : {}),
  });
  const answer = judge(result, request);
  return {
    ...answer,
    expiresAt: new Date(now.getTime() + lifetimeSeconds(result, answer.status, now) * 1_000),
  };
}

/** The rules of a kept answer. */
export function rulesOf(answer: Pick<RobotsAnswer, 'status' | 'body'>, reader: RobotsReader): RobotsRules {
  switch (answer.status) {
    case 'rules':
      return parseRobots(answer.body, reader);
    case 'allow-all':
      return parseRobots('', reader);
    case 'disallow-all':
      return parseRobots('User-agent: *\nDisallow: /', reader);
  }
}

function judge(result: OutboundResult, { previous }: RobotsRequest): Omit<RobotsAnswer, 'expiresAt'> {
  if (result.kind === 'response') {
    const { status } = result;
    if (status >= 200 && status < 300) return rules(result);
    if (status >= 400 && status < 500 && status !== 429)
      return { status: 'allow-all', body: '', reason: `The site has no robots.txt (${status}).` };
  }
  // RFC 9309, 2.3.1.2: a chain of redirects that leads nowhere counts as no robots.txt.
  if (
    result.kind === 'failure' &&
    (result.reason === 'too-many-redirects' || result.reason === 'redirect-loop')
  )
    return { status: 'allow-all', body: '', reason: result.message };
  const trouble = result.kind === 'failure' ? result.message : `The server answers ${result.status}.`;
  if (previous?.status === 'rules')
    return { ...previous, reason: `robots.txt could not be read again, its last rules go on. ${trouble}` };
  return { status: 'disallow-all', body: '', reason: `robots.txt could not be read. ${trouble}` };
}

function rules(result: OutboundResponse): Omit<RobotsAnswer, 'expiresAt'> {
  const { text } = decodeText(result.body, { contentType: result.headers['content-type'], kind: 'plain' });
  // PostgreSQL's text cannot hold NUL, and no rule does.
  return { status: 'rules', body: text.replaceAll('\0', ''), reason: 'The site has a robots.txt.' };
}

function lifetimeSeconds(result: OutboundResult, status: RobotsAnswer['status'], now: Date): number {
  const inTrouble = result.kind === 'failure' || result.status >= 500 || result.status === 429;
  if (inTrouble) {
    const wait = result.kind === 'response' ? retryAfterSeconds(result.headers, now) : null;
    return bounded(wait ?? SHORTEST_SECONDS);
  }
  return status === 'rules'
    ? bounded(cacheMaxAgeSeconds(result.headers, now) ?? LONGEST_SECONDS)
    : LONGEST_SECONDS;
}

function bounded(seconds: number): number {
  return Math.min(Math.max(seconds, SHORTEST_SECONDS), LONGEST_SECONDS);
}
