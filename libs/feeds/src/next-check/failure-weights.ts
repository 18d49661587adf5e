import type { CheckFailure } from './next-check.types.ts';

const TEMPORARY = 0.25;
const SOFT = 0.5;
const HARD = 1;

/**
 * How much a failure tells about a feed's future. A name server that is down says nothing, a 404 or a busy server
 * happens to living feeds, and only what a person must have decided (a name given up, access refused) counts in full.
 */
export const failureWeights: Readonly<Record<CheckFailure, number>> = {
  'dns-temporary': TEMPORARY,
  aborted: TEMPORARY,
  connect: SOFT,
  timeout: SOFT,
  tls: SOFT,
  'broken-response': SOFT,
  'not-found': SOFT,
  'server-error': SOFT,
  'unexpected-status': SOFT,
  challenge: SOFT,
  'not-a-feed': SOFT,
  'dns-not-found': HARD,
  'refused-address': HARD,
  'refused-url': HARD,
  'redirect-loop': HARD,
  'too-many-redirects': HARD,
  forbidden: HARD,
  'client-error': HARD,
};

/** A 429 without a failure's name. */
export const RATE_LIMITED_WEIGHT = SOFT;
