/** What is known of a feed's past answers. */
export interface ValidatorHistory {
  /** 304 answers since the last whole one. */
  readonly notModifiedInARow: number;
  /** When the server last sent a whole body; null if never. */
  readonly lastWholeAt: Date | null;
  /** Seconds between entries as this feed usually publishes; null where not known yet. */
  readonly usualGapSeconds: number | null;
  readonly now: Date;
}

/** One whole answer in so many costs little and bounds how long a wrong 304 hides news. */
const WHOLE_EVERY = 12;
const LONGEST_TRUST_MS = 24 * 3_600_000;
/** A feed this many times quieter than its own rhythm may be hidden by a wrong 304. */
const SILENCE_FACTOR = 3;
const SHORTEST_TRUST_MS = 3_600_000;

/**
 * True where the next request should leave its validators out: some servers say 304 for ever (Media Cloud
 * switched conditional requests off by default because of them). Asked whole every twelfth time, at least
 * once a day, and sooner when a feed has been quiet for three times its usual gap (not under an hour).
 */
export function shouldIgnoreValidators(history: ValidatorHistory): boolean {
  if (history.notModifiedInARow === 0) return false;
  if (history.lastWholeAt === null || history.notModifiedInARow % WHOLE_EVERY === 0) return true;
  const trustMs = history.now.getTime() - history.lastWholeAt.getTime();
  return trustMs >= longestTrust(history.usualGapSeconds);
}

function longestTrust(usualGapSeconds: number | null): number {
  if (usualGapSeconds === null) return LONGEST_TRUST_MS;
  const silence = usualGapSeconds * 1_000 * SILENCE_FACTOR;
  return Math.min(Math.max(silence, SHORTEST_TRUST_MS), LONGEST_TRUST_MS);
}

/** Request headers for a conditional GET; what could not be sent as a header is left out. */
export function validatorHeaders(etag: string | null, lastModified: string | null): Record<string, string> {
  const headers: Record<string, string> = {};
  if (etag !== null && isSendable(etag)) headers['if-none-match'] = etag;
  if (lastModified !== null && isSendable(lastModified)) headers['if-modified-since'] = lastModified;
  return headers;
}

function isSendable(value: string): boolean {
  return /^[\x20-\x7e]{1,1024}$/.test(value);
}
