import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans, SendOutcome } from '../alert-channel.types.ts';
import { outcomeOf, postTo } from '../post-alert.ts';
import { encryptPush } from '../push/encrypt-push.ts';
import { alertNotification, digestNotification, type PushNotification } from '../push/push-text.ts';
import { vapidAuthorization } from '../push/vapid.ts';
import type { Browser, VapidKeys } from '../recipient-book.ts';
import { sendToEach } from '../send-to-each.ts';
import { SetUpMistake } from '../set-up-mistake.ts';

type WebPushConfig = Extract<ChannelConfig, { kind: 'web-push' }>;

/** How long a push service keeps a message for a browser that is away. */
const KEPT_SECONDS = 86_400;
const AT_ONCE = 8;
/** Answers by which a push service says that the browser is gone for good. */
const GONE = [404, 410];

/**
 * Notifications in browsers that subscribed: encrypted for each of them (RFC 8291), signed for its push service
 * (RFC 8292). A browser that is gone is removed; none holds another back.
 */
export function createWebPushChannel(config: WebPushConfig, means: Required<ChannelMeans>): AlertChannel {
  const { recipients, timeZone } = means;
  const contact = contactOf(config.contact ?? means.contact);
  const sendAll = async (
    deliveryKey: string,
    isUrgent: boolean,
    notificationFor: (browser: Browser) => PushNotification,
    signal: AbortSignal,
  ): Promise<SendOutcome> => {
    const browsers = await recipients.browsers();
    if (browsers.length === 0) return NOBODY;
    const keys = await keysOf(means);
    if ('kind' in keys) return keys;
    return sendToEach(recipients, {
      deliveryKey,
      recipients: browsers,
      keyOf: ({ id }) => `browser-${id}`,
      atOnce: AT_ONCE,
      signal,
      sendOne: async (browser) => {
        const text = JSON.stringify(notificationFor(browser));
        const outcome = await push(means, { browser, keys, contact, text, isUrgent, signal });
        return { outcome, forAll: false };
      },
    });
  };
  return {
    kind: 'web-push',
    send: (message, signal) =>
      sendAll(
        message.deliveryKey,
        message.urgent ?? false,
        ({ language }) => alertNotification(message, { timeZone, language }),
        signal,
      ),
    sendDigest: (message, signal) =>
      sendAll(message.deliveryKey, false, ({ language }) => digestNotification(message, language), signal),
  };
}

const NOBODY: SendOutcome = { kind: 'sent', note: 'No browser has switched these notifications on.' };

async function keysOf({ recipients }: Required<ChannelMeans>): Promise<VapidKeys | SendOutcome> {
  try {
    return await recipients.vapidKeys();
  } catch (error) {
    if (!(error instanceof SetUpMistake)) throw error;
    return { kind: 'failed', message: error.message };
  }
}

interface Push {
  readonly browser: Browser;
  readonly keys: VapidKeys;
  readonly contact: string | null;
  readonly text: string;
  readonly isUrgent: boolean;
  readonly signal: AbortSignal;
}

async function push(
  { outbound, recipients, now }: Required<ChannelMeans>,
  { browser, keys, contact, text, isUrgent, signal }: Push,
): Promise<SendOutcome> {
  const { endpoint } = browser;
  const body = encrypted(text, browser);
  const result =
    body &&
    (await postTo(outbound, {
      url: endpoint,
      headers: {
        authorization: vapidAuthorization(keys, { endpoint, contact, now: now() }),
        'content-type': 'application/octet-stream',
        'content-encoding': 'aes128gcm',
        ttl: String(KEPT_SECONDS),
        urgency: isUrgent ? 'high' : 'normal',
      },
      body,
      signal,
    }));
  if (result === null || (result.kind === 'response' && GONE.includes(result.status))) {
    await recipients.removeBrowser(browser.id);
    return { kind: 'sent', note: 'A browser that no longer listens was removed.' };
  }
  const outcome = outcomeOf(result);
  return outcome.kind === 'sent' ? outcome : { ...outcome, message: naming(endpoint, outcome.message) };
}

/** Null for a browser whose keys are none: it can never be reached. */
function encrypted(text: string, browser: Browser): Buffer | null {
  try {
    return encryptPush(text, browser);
  } catch {
    return null;
  }
}

/** The service's host alone: the rest of the address is the browser's secret. */
const naming = (endpoint: string, message: string): string =>
  `Push service ${new URL(endpoint).hostname}: ${message}`;

/** RFC 8292 takes an email or an https address. */
function contactOf(contact: string | null): string | null {
  if (contact === null) return null;
  if (contact.startsWith('https://')) return contact;
  return contact.includes('@') && !contact.includes('://') ? `mailto:${contact}` : null;
}
