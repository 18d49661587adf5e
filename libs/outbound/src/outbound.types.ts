/** Answers a name with its addresses; the default asks the operating system. */
export type Resolve = (hostname: string) => Promise<readonly { address: string; family: 4 | 6 }[]>;

/** Where requests go through a proxy. `noProxy` is a comma-separated list: host, .suffix, host:port, IP, CIDR or `*`. */
export interface ProxySettings {
  readonly http?: string;
  readonly https?: string;
  readonly noProxy?: string;
}

export interface OutboundOptions {
  /** Internal targets that may be reached nevertheless: host, `*.host`, IP or CIDR, each with an optional `:port`. */
  readonly allow: readonly string[];
  /** Sent with every request unless the request brings its own. */
  readonly userAgent: string;
  readonly proxy?: ProxySettings;
  /** PEM certificates of private authorities, trusted beside the public ones. */
  readonly certificateAuthorities?: readonly string[];
  readonly resolve?: Resolve;
  readonly defaults?: OutboundDefaults;
}

interface OutboundDefaults {
  /** Redirects followed where a request does not say. Default 10. */
  readonly maxRedirects?: number;
  /** Milliseconds for TCP and TLS together, within the request's own total. Default 10,000. */
  readonly connectTimeoutMs?: number;
  /** Sockets per scheme, host and port. Default 32: politeness is decided elsewhere, this only bounds. */
  readonly connectionsPerOrigin?: number;
  /** Response header bytes accepted. Default 32,768. */
  readonly maxHeaderBytes?: number;
}

export interface OutboundRequest {
  readonly url: string;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds for everything: names, connections, redirects and the last byte of the body. */
  readonly timeoutMs: number;
  /** Bytes of body kept, counted after decompression. */
  readonly maxBytes: number;
  readonly maxRedirects?: number;
  readonly signal?: AbortSignal;
}

export interface Redirect {
  readonly status: number;
  readonly from: string;
  readonly to: string;
}

export interface OutboundResponse {
  readonly kind: 'response';
  readonly status: number;
  /** Lower-case names; a repeated header's values are joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** True where the body is not whole. */
  readonly truncated: boolean;
  /** `size`: cut at maxBytes. `connection`: the server stopped, or its compression broke, midway. */
  readonly truncatedBy: 'size' | 'connection' | null;
  readonly finalUrl: string;
  readonly redirects: readonly Redirect[];
  readonly durationMs: number;
  /** The IP address that answered; null where a proxy stood between. */
  readonly address: string | null;
}

export type OutboundFailureReason =
  | 'refused-address'
  | 'refused-url'
  | 'dns-temporary'
  | 'dns-not-found'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'aborted'
  | 'broken-response';

export interface OutboundFailure {
  readonly kind: 'failure';
  readonly reason: OutboundFailureReason;
  /** For an editor; names the host, never the path or query, which may hold a secret. */
  readonly message: string;
  /** The URL that failed, after redirects. */
  readonly url: string;
  readonly redirects: readonly Redirect[];
  readonly durationMs: number;
}

export type OutboundResult = OutboundResponse | OutboundFailure;

export interface Outbound {
  /** One request with its redirects. Never throws: what goes wrong is a `failure`. */
  request(request: OutboundRequest): Promise<OutboundResult>;
  /** Ends all connections; requests under way end as `aborted`. */
  close(): Promise<void>;
}
