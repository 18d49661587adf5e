/** A browser that subscribed to a channel. */
export interface Browser {
  readonly id: string;
  /** Where its push service takes messages for it: whoever knows it may send, so it is told nobody. */
  readonly endpoint: string;
  /** Its public key and its secret, base64url, as the browser gave them. */
  readonly p256dh: string;
  readonly auth: string;
  readonly language: 'en' | 'ja';
}

/** The key pair by which push services know this installation (RFC 8292), base64url. */
export interface VapidKeys {
  /** An uncompressed P-256 point, 65 bytes. */
  readonly publicKey: string;
  /** 32 bytes. */
  readonly privateKey: string;
}

/** What is remembered of those who receive one channel. The caller keeps it: this lib knows no database. */
export interface RecipientBook {
  /** Whom a message under this key has reached already. */
  reached(deliveryKey: string): Promise<ReadonlySet<string>>;
  markReached(deliveryKey: string, recipient: string): Promise<void>;
  /** Addresses that want no more: of a rule, or (null) of the whole channel. */
  unsubscribed(): Promise<readonly { readonly recipient: string; readonly ruleId: string | null }[]>;
  /** The page on which an address leaves a rule, or (null) the channel; null where nobody could reach it. */
  unsubscribeUrl(recipient: string, ruleId: string | null): Promise<string | null>;
  browsers(): Promise<readonly Browser[]>;
  removeBrowser(id: string): Promise<void>;
  vapidKeys(): Promise<VapidKeys>;
}

/** A book in which nothing is kept: everybody receives every attempt, and nobody can leave. */
export function emptyBook(): RecipientBook {
  return {
    reached: () => Promise.resolve(new Set()),
    markReached: () => Promise.resolve(),
    unsubscribed: () => Promise.resolve([]),
    unsubscribeUrl: () => Promise.resolve(null),
    browsers: () => Promise.resolve([]),
    removeBrowser: () => Promise.resolve(),
    vapidKeys: () => Promise.reject(new Error('No keys are kept for Web Push.')),
  };
}
