/** 256 bits in base64url. */
const CALLBACK = /^(.*)\/api\/push\/([A-Za-z0-9_-]{43})$/;

/** A path that may be a hub's callback: its token, and what stands before `/api/push/`. */
export interface CallbackPath {
  token: string;
  prefix: string;
}

/** Reads a path as it came, nothing decoded; null for every other path. */
export function callbackPath(path: string): CallbackPath | null {
  const [, prefix, token] = CALLBACK.exec(path) ?? [];
  return prefix === undefined || token === undefined ? null : { token, prefix };
}

/**
 * Whether a path stands where one of the push addresses puts it: with the address's own path before it, or without,
 * for a reverse proxy may take that away.
 */
export function isUnder({ prefix }: CallbackPath, addresses: readonly string[]): boolean {
  return prefix === '' || addresses.some((address) => pathOf(address) === prefix);
}

const pathOf = (address: string): string => new URL(address).pathname.replace(/\/+$/, '');
