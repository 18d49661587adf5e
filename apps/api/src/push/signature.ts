import { createHmac, timingSafeEqual } from 'node:crypto';

/** The methods that WebSub knows (7.1), and the bytes of each. */
const METHODS: Readonly<Record<string, number>> = { sha1: 20, sha256: 32, sha384: 48, sha512: 64 };

/** Whether an X-Hub-Signature (`method=hex`) is the body's under this secret; compared in constant time. */
export function isSigned(header: string | undefined, secret: string, body: Uint8Array): boolean {
  const [, method = '', hex = ''] = /^\s*(sha\d+)=([0-9a-f]+)\s*$/i.exec(header ?? '') ?? [];
  const name = method.toLowerCase();
  const length = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (length === undefined || hex.length !== length * 2) return false;
  return timingSafeEqual(Buffer.from(hex, 'hex'), createHmac(name, secret).update(body).digest());
}
