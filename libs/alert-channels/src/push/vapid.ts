import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { VapidKeys } from '../recipient-book.ts';
import { SetUpMistake } from '../set-up-mistake.ts';

/** RFC 8292 allows 24 hours at most. */
const TOKEN_SECONDS = 12 * 3_600;

/** A new key pair on P-256, as push services ask for (RFC 8292). */
export function makeVapidKeys(): VapidKeys {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys('base64url');
  // Without leading zeros, and so sometimes shorter than it has to be.
  const privateKey = pair.getPrivateKey().toString('hex').padStart(64, '0');
  return { publicKey, privateKey: Buffer.from(privateKey, 'hex').toString('base64url') };
}

/** Checks a pair that an operator gave; a SetUpMistake names the variables, never a value. */
export function readVapidKeys(publicKey: string, privateKey: string): VapidKeys {
  const keys = { publicKey: publicKey.trim(), privateKey: privateKey.trim() };
  if (belongTogether(keys)) return keys;
  throw new SetUpMistake(
    'ALERT_VAPID_PUBLIC_KEY and ALERT_VAPID_PRIVATE_KEY are no pair of keys: give both as base64url, 65 and 32 bytes, or neither.',
  );
}

function belongTogether({ publicKey, privateKey }: VapidKeys): boolean {
  try {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(privateKey, 'base64url');
    return pair.getPublicKey('base64url') === publicKey;
  } catch {
    return false;
  }
}

/**
 * The `Authorization` by which a push service knows the sender (RFC 8292): a JSON Web Token signed with ES256 for the
 * service's origin. `contact` is a `mailto:` or `https:` address, or null.
 */
export function vapidAuthorization(
  keys: VapidKeys,
  { endpoint, contact, now }: { endpoint: string; contact: string | null; now: Date },
): string {
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1_000) + TOKEN_SECONDS,
    ...(contact === null ? {} : { sub: contact }),
  };
  const text = [{ typ: 'JWT', alg: 'ES256' }, claims].map(encoded).join('.');
  const signature = sign('sha256', Buffer.from(text), { key: keyOf(keys), dsaEncoding: 'ieee-p1363' });
  return `vapid t=${text}.${signature.toString('base64url')}, k=${keys.publicKey}`;
}

function keyOf({ publicKey, privateKey }: VapidKeys): KeyObject {
  const point = Buffer.from(publicKey, 'base64url');
  const x = point.subarray(1, 33).toString('base64url');
  const y = point.subarray(33).toString('base64url');
  return createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x, y, d: privateKey }, format: 'jwk' });
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
