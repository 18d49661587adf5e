import type { Secrets } from '../alert-channel.types.ts';
import type { VapidKeys } from '../recipient-book.ts';
import { makeVapidKeys, readVapidKeys } from './vapid.ts';

/**
 * The keys by which push services know this installation: the operator's own where they are set, otherwise a pair that
 * is made once and kept. `keep` gives what is kept already, or keeps what it is given. Throws on a pair that is none.
 */
export async function installationKeys(
  secrets: Secrets,
  keep: (make: () => string) => Promise<string>,
): Promise<VapidKeys> {
  const publicKey = secrets('ALERT_VAPID_PUBLIC_KEY');
  const privateKey = secrets('ALERT_VAPID_PRIVATE_KEY');
  if (publicKey !== undefined || privateKey !== undefined)
    return readVapidKeys(publicKey ?? '', privateKey ?? '');
  return JSON.parse(await keep(() => JSON.stringify(makeVapidKeys()))) as VapidKeys;
}
