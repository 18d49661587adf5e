import { createHmac } from 'node:crypto';
import { SetUpMistake } from './set-up-mistake.ts';

/** Turns id, seconds since 1970 and body into the `webhook-signature` header. */
export type SignWebhook = (id: string, timestampSeconds: number, body: string) => string;

const PREFIX = 'whsec_';

/**
 * A signer by the Standard Webhooks specification (symmetric, v1: HMAC-SHA256 over `id.timestamp.body`).
 * `secret` is `whsec_` and base64 of 24 to 64 bytes; while a secret is being changed, old and new stand side
 * by side with a space between, and each signs. Throws a SetUpMistake that names the variable alone.
 */
export function createWebhookSigner(secret: string, variable: string): SignWebhook {
  const keys = secret.split(/\s+/).map((part) => readKey(part, variable));
  return (id, timestampSeconds, body) =>
    keys
      .map((key) => createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest('base64'))
      .map((signature) => `v1,${signature}`)
      .join(' ');
}

function readKey(secret: string, variable: string): Buffer {
  const encoded = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '';
  const key = /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) ? Buffer.from(encoded, 'base64') : Buffer.alloc(0);
  if (key.length >= 24 && key.length <= 64) return key;
  throw new SetUpMistake(
    `The environment variable ${variable} should hold whsec_ and base64 of 24 to 64 bytes.`,
  );
}
