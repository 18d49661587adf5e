import type { OutboundFailureReason } from '@framewatch/outbound';

/** Everything that can keep a document from arriving: on the way there, or what its server says. */
export type FetchFailureKind =
  | OutboundFailureReason
  /** 404. Living feeds answer so now and then; it weighs less than a 410. */
  | 'not-found'
  /** 401, 403 or 451. */
  | 'forbidden'
  /** The site asks for proof of being human. */
  | 'challenge'
  /** Any other 4xx. */
  | 'client-error'
  /** 5xx. */
  | 'server-error'
  /** A status that makes no sense here, such as a 304 that was not asked for. */
  | 'unexpected-status';

/** What every fetch reports, however it ended. */
interface FetchReport {
  /** The URL that answered, or failed, after redirects. */
  readonly finalUrl: string;
  /** Milliseconds from the start to the last byte. */
  readonly durationMs: number;
}

/** What the server says about the document beside its bytes. */
interface DocumentHeaders {
  readonly status: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How much longer the server calls this answer fresh; null where it does not say. */
  readonly cacheMaxAgeSeconds: number | null;
  readonly retryAfterSeconds: number | null;
  /** The address to ask from now on, if the server has moved it for good (301, 308). */
  readonly permanentUrl: string | null;
  /** What the Link header says of a WebSub hub and of the address to subscribe to; null where it names none. */
  readonly hubLinks: HubLinks;
}

export interface HubLinks {
  readonly hub: string | null;
  readonly self: string | null;
}

export interface FetchedDocument extends FetchReport, DocumentHeaders {
  readonly kind: 'fetched';
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** SHA-256 of the bytes, in hex. */
  readonly bodyHash: string;
  /** True where the size limit or a broken connection cut the body. */
  readonly truncated: boolean;
  /** True where the bytes are new under the validators of the old ones: this server's 304s cannot be trusted. */
  readonly validatorsLied: boolean;
}

export interface UnchangedDocument extends FetchReport, DocumentHeaders {
  readonly kind: 'unchanged';
  readonly why: 'not-modified' | 'same-bytes';
  readonly byteLength: number;
}

export interface FailedFetch extends FetchReport {
  readonly kind: 'failed';
  readonly failure: FetchFailureKind;
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;
  /** One sentence for an editor. */
  readonly message: string;
}

export interface GoneDocument extends FetchReport {
  readonly kind: 'gone';
  readonly status: 410;
  readonly message: string;
}

export interface RateLimited extends FetchReport {
  readonly kind: 'rate-limited';
  readonly status: 429;
  readonly retryAfterSeconds: number | null;
  readonly message: string;
}

/** How one conditional request for a feed ended. */
export type FeedFetch = FetchedDocument | UnchangedDocument | FailedFetch | GoneDocument | RateLimited;

/** How a first request for a page ended; it is asked for without conditions. */
export type PageFetch = Exclude<FeedFetch, UnchangedDocument>;

/** Limits and clock of one fetch. */
export interface FetchLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** The present; dates in headers are measured against it where the server does not state its own. */
  readonly now: Date;
  readonly signal?: AbortSignal;
}
