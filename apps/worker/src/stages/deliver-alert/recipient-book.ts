import { randomBytes } from 'node:crypto';
import { installationKeys, type RecipientBook, unsubscribeToken } from '@framewatch/alert-channels';
import type { Settings } from '@framewatch/contracts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Those who receive a channel, as the database remembers them. */
export function recipientBookOf(
  { store, secret, now }: StageContext,
  channelId: string,
  { publicAddress }: Settings,
): RecipientBook {
  const { recipients } = store;
  return {
    reached: (deliveryKey) => recipients.findReached(deliveryKey),
    async markReached(deliveryKey, recipient) {
      await recipients.markReached(deliveryKey, recipient);
      const [, browser] = /^browser-(\d+)$/.exec(recipient) ?? [];
      if (browser !== undefined) await recipients.markBrowserServed(browser, now());
    },
    unsubscribed: () => recipients.findUnsubscribed(channelId),
    async unsubscribeUrl(recipient, ruleId) {
      if (publicAddress === undefined) return null;
      const kept = await recipients.secret('unsubscribe', () => randomBytes(32).toString('base64url'));
      const url = new URL('/api/unsubscribe', publicAddress);
      url.searchParams.set('token', unsubscribeToken(kept, { channelId, recipient, ruleId }));
      return url.href;
    },
    browsers: () => recipients.findBrowsers(channelId),
    async removeBrowser(id) {
      await recipients.removeBrowser(id);
    },
    vapidKeys: () => installationKeys(secret, (make) => recipients.secret('vapid', make)),
  };
}
