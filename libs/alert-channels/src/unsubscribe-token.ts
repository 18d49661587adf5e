import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who leaves what; `ruleId` null: every rule of the channel. */
export interface UnsubscribeClaim {
  readonly channelId: string;
  readonly recipient: string;
  readonly ruleId: string | null;
}

/** Keeps the secret's other uses apart from this one. */
const PURPOSE = 'framewatch/unsubscribe/v1';
const LONGEST = 2_000;

/**
 * A token that lets its holder leave, and nothing else: the claim and an HMAC-SHA256 of it under the installation's
 * secret. It names one address and does not expire, as a link in an old email must still work.
 */
export function unsubscribeToken(secret: string, { channelId, recipient, ruleId }: UnsubscribeClaim): string {
  const claim = Buffer.from(JSON.stringify([channelId, recipient, ruleId])).toString('base64url');
  return `${claim}.${signatureOf(secret, claim).toString('base64url')}`;
}

/** The claim of a token that this installation made; null for any other. */
export function readUnsubscribeToken(secret: string, token: string): UnsubscribeClaim | null {
  const [claim = '', signature = '', ...more] = token.split('.');
  if (token.length > LONGEST || more.length > 0) return null;
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(secret, claim);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [channelId, recipient, ruleId] = JSON.parse(Buffer.from(claim, 'base64url').toString()) as [
    string,
    string,
    string | null,
  ];
  return { channelId, recipient, ruleId };
}

function signatureOf(secret: string, claim: string): Buffer {
  return createHmac('sha256', secret).update(`${PURPOSE}.${claim}`).digest();
}
