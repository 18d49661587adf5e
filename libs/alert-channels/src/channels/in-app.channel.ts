import type { AlertChannel } from '../alert-channel.types.ts';

/** The dashboard's own list: the alert's row is the delivery, so there is nothing left to send. */
export function createInAppChannel(): AlertChannel {
  const send = () => Promise.resolve({ kind: 'sent' as const, note: null });
  return { kind: 'in-app', send, sendDigest: send };
}
