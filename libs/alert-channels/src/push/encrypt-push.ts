import { createECDH, type ECDH } from 'node:crypto';
import ece from 'http_ece';

/** What a push service carries: RFC 8030 lets it refuse more than 4,096 bytes, of which encryption takes 103. */
export const MAX_PUSH_BYTES = 3_993;

/**
 * Encrypts a message for one browser (RFC 8291, one record of aes128gcm): only the browser can read it, not its
 * push service. `known` fixes what is otherwise random, for the RFC's example. Throws on keys that are none.
 */
export function encryptPush(
  text: string,
  browser: { readonly p256dh: string; readonly auth: string },
  known?: { readonly salt: string; readonly sender: ECDH },
): Buffer {
  const sender = known?.sender ?? freshKeys();
  return ece.encrypt(Buffer.from(text), {
    version: 'aes128gcm',
    privateKey: sender,
    dh: browser.p256dh,
    authSecret: browser.auth,
    ...(known === undefined ? {} : { salt: known.salt }),
  });
}

function freshKeys(): ECDH {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  return keys;
}
