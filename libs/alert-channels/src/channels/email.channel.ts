import { createHash } from 'node:crypto';
import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans, SendOutcome } from '../alert-channel.types.ts';
import { digestEmailBody, type EmailBody, emailBody } from '../email-body.ts';
import {
  addressKey,
  distinctAddresses,
  type Left,
  leftBy,
  onlyRule,
  wants,
  withoutLeft,
} from '../email-recipients.ts';
import { webAddress } from '../message-text.ts';
import { sendToEach } from '../send-to-each.ts';
import { requireSecret } from '../set-up-mistake.ts';
import { readSmtpAddress } from '../smtp-address.ts';
import { type Mail, openMailer } from '../smtp-mailer.ts';

type EmailConfig = Extract<ChannelConfig, { kind: 'email' }>;

/** What one reader gets; `ruleId` is what the link at the foot leaves, null the whole channel. */
interface Letter {
  readonly ruleId: string | null;
  readonly body: (unsubscribeUrl: string | null) => EmailBody;
}

interface Posting {
  readonly deliveryKey: string;
  readonly date: Date;
  readonly isUrgent: boolean;
  /** Null for who wants none of it. */
  readonly letterFor: (left: Left) => Letter | null;
}

/**
 * Email over SMTP, HTML with plain text beside it: to each recipient a message of their own, whose link lets only them
 * leave. The Message-ID is made of delivery key and address, so a repeat is recognised. The mail server is the
 * operator's own choice and is not checked by the address guard.
 */
export function createEmailChannel(config: EmailConfig, means: Required<ChannelMeans>): AlertChannel {
  const server = readSmtpAddress(requireSecret(means.secrets, config.smtpFromEnv), config.smtpFromEnv);
  const { recipients: book, timeZone } = means;
  const sendAll = async (posting: Posting, signal: AbortSignal): Promise<SendOutcome> => {
    const left = await leftBy(book);
    const readers = distinctAddresses(config.to).flatMap((address) => {
      const letter = posting.letterFor(left(address));
      return letter === null ? [] : [{ address, letter }];
    });
    if (readers.length === 0) return NOBODY;
    const mailer = openMailer(server);
    try {
      return await sendToEach(book, {
        deliveryKey: posting.deliveryKey,
        recipients: readers,
        keyOf: ({ address }) => addressKey(address),
        atOnce: 1,
        signal,
        sendOne: async ({ address, letter }) => {
          const link = await book.unsubscribeUrl(addressKey(address), letter.ruleId);
          return mailer.send(mailOf(config, posting, address, letter.body(link), link), signal);
        },
      });
    } finally {
      mailer.close();
    }
  };
  return {
    kind: 'email',
    send(message, signal) {
      const body: Letter['body'] = (link) =>
        emailBody({ ...message, unsubscribeUrl: link ?? message.unsubscribeUrl }, timeZone);
      return sendAll(
        {
          deliveryKey: message.deliveryKey,
          date: message.raisedAt,
          isUrgent: message.urgent ?? false,
          letterFor: (left) => (wants(left, message) ? { ruleId: message.ruleId, body } : null),
        },
        signal,
      );
    },
    sendDigest(message, signal) {
      return sendAll(
        {
          deliveryKey: message.deliveryKey,
          date: message.until,
          isUrgent: false,
          letterFor: (left) => {
            const own = withoutLeft(message, left);
            return (
              own && {
                ruleId: onlyRule(own),
                body: (link) =>
                  digestEmailBody({ ...own, unsubscribeUrl: link ?? own.unsubscribeUrl }, timeZone),
              }
            );
          },
        },
        signal,
      );
    },
  };
}

const NOBODY: SendOutcome = { kind: 'sent', note: 'Everybody who received this has unsubscribed.' };

function mailOf(
  config: EmailConfig,
  { deliveryKey, date, isUrgent }: Posting,
  address: string,
  body: EmailBody,
  unsubscribeUrl: string | null,
): Mail {
  const domain = config.from.split('@').at(-1);
  const reader = createHash('sha256').update(addressKey(address)).digest('hex').slice(0, 12);
  return {
    from: { name: 'Framewatch', address: config.from },
    to: address,
    ...body,
    messageId: `<${deliveryKey.replace(/[^A-Za-z0-9-]/g, '')}.${reader}@${domain}>`,
    date,
    priority: isUrgent ? 'high' : 'normal',
    headers: {
      // RFC 3834: keeps holiday replies away.
      'Auto-Submitted': 'auto-generated',
      ...leavingHeaders(webAddress(unsubscribeUrl)),
    },
  };
}

/** RFC 2369 and RFC 8058; mail readers offer one click only over https. */
function leavingHeaders(link: string | null): Record<string, string> {
  if (link === null) return {};
  const header = { 'List-Unsubscribe': `<${link}>` };
  return link.startsWith('https://')
    ? { ...header, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : header;
}
