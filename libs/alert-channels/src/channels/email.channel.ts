import type { ChannelConfig } from '@framewatch/contracts';
import { createTransport, type NodemailerError, type SMTPSentMessageInfo } from 'nodemailer';
import type {
  AlertChannel,
  AlertMessage,
  ChannelMeans,
  DigestMessage,
  SendOutcome,
} from '../alert-channel.types.ts';
import { digestEmailBody, type EmailBody, emailBody } from '../email-body.ts';
import { webAddress } from '../message-text.ts';
import { requireSecret } from '../set-up-mistake.ts';
import { readSmtpAddress, type SmtpServer } from '../smtp-address.ts';

type EmailConfig = Extract<ChannelConfig, { kind: 'email' }>;

const TIMEOUTS = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/**
 * Email over SMTP, HTML with plain text beside it. The Message-ID is made of the delivery key, so a repeat is
 * recognised. The mail server is the operator's own choice and is not checked by the address guard.
 */
export function createEmailChannel(config: EmailConfig, means: Required<ChannelMeans>): AlertChannel {
  const server = readSmtpAddress(requireSecret(means.secrets, config.smtpFromEnv), config.smtpFromEnv);
  return {
    kind: 'email',
    send(message, signal) {
      return sendMail(server, mailOf(config, message, means.timeZone), signal);
    },
    sendDigest(message, signal) {
      return sendMail(server, digestMailOf(config, message, means.timeZone), signal);
    },
  };
}

type Mail = ReturnType<typeof envelopeOf>;

function mailOf(config: EmailConfig, message: AlertMessage, timeZone: string): Mail {
  return envelopeOf(config, message, message.raisedAt, emailBody(message, timeZone));
}

function digestMailOf(config: EmailConfig, message: DigestMessage, timeZone: string): Mail {
  return envelopeOf(config, message, message.until, digestEmailBody(message, timeZone));
}

function envelopeOf(
  config: EmailConfig,
  message: Pick<AlertMessage, 'deliveryKey' | 'unsubscribeUrl'>,
  date: Date,
  body: EmailBody,
) {
  const domain = config.from.split('@').at(-1);
  const unsubscribe = webAddress(message.unsubscribeUrl);
  return {
    from: { name: 'Framewatch', address: config.from },
    to: [...config.to],
    ...body,
    messageId: `<${message.deliveryKey.replace(/[^A-Za-z0-9-]/g, '')}@${domain}>`,
    date,
    headers: {
      // RFC 3834: keeps holiday replies away.
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe === null ? {} : { 'List-Unsubscribe': `<${unsubscribe}>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function sendMail(server: SmtpServer, mail: Mail, signal: AbortSignal): Promise<SendOutcome> {
  const { auth, ...address } = server;
  const transport = createTransport({ ...address, ...TIMEOUTS, ...(auth === null ? {} : { auth }) });
  try {
    return await orGivenUp(transport.sendMail(mail).then(outcomeOf), signal);
  } catch (error) {
    return outcomeOfError(error as NodemailerError, server.host);
  } finally {
    transport.close();
  }
}

function outcomeOf({ accepted, rejected }: SMTPSentMessageInfo): SendOutcome {
  const note = `The mail server took it for ${accepted.length} of ${accepted.length + rejected.length} recipients.`;
  return { kind: 'sent', note: rejected.length === 0 ? null : note };
}

/** Codes and numbers only: a server's own words may repeat what was sent to it. */
function outcomeOfError(error: NodemailerError, host: string): SendOutcome {
  const reply =
    error.responseCode === undefined ? (error.code ?? 'no answer') : `answer ${error.responseCode}`;
  const message = `${SENTENCES[error.code ?? ''] ?? 'The mail server did not take the message'}: ${host}, ${reply}.`;
  const isPermanent = error.permanent ?? PERMANENT.has(error.code ?? '');
  return isPermanent ? { kind: 'failed', message } : { kind: 'retry', afterSeconds: null, message };
}

const PERMANENT = new Set(['ENOAUTH', 'ECONFIG']);

const SENTENCES: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server does not accept user name and password',
  EENVELOPE: 'The mail server does not accept sender or recipients',
  ETLS: 'No encrypted connection to the mail server',
  EDNS: 'The name of the mail server could not be looked up',
  ESOCKET: 'No connection to the mail server',
  ECONNECTION: 'The mail server closed the connection',
  ETIMEDOUT: 'The mail server did not answer in time',
};

function orGivenUp(sending: Promise<SendOutcome>, signal: AbortSignal): Promise<SendOutcome> {
  const givenUp: SendOutcome = { kind: 'retry', afterSeconds: null, message: 'Sending was interrupted.' };
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(givenUp);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    sending.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
