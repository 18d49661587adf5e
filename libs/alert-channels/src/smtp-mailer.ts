import { createTransport, type NodemailerError } from 'nodemailer';
import type { SendOutcome } from './alert-channel.types.ts';
import type { EachOutcome } from './send-to-each.ts';
import type { SmtpServer } from './smtp-address.ts';

/** One message to one address. */
export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly date: Date;
  readonly priority: 'high' | 'normal';
  readonly headers: Record<string, string>;
}

export interface Mailer {
  send(mail: Mail, signal: AbortSignal): Promise<EachOutcome>;
  close(): void;
}

const TIMEOUTS = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
};

/** A mail server over one connection, opened with the first message; to be closed. Errors are outcomes. */
export function openMailer({ auth, ...address }: SmtpServer): Mailer {
  const transport = createTransport({
    ...address,
    ...TIMEOUTS,
    ...(auth === null ? {} : { auth }),
    pool: true,
    maxConnections: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail, signal) {
      try {
        return await orGivenUp(
          transport.sendMail({ ...mail, from: { ...mail.from } }).then(() => TAKEN),
          signal,
        );
      } catch (error) {
        return outcomeOfError(error as NodemailerError, address.host);
      }
    },
    close: () => transport.close(),
  };
}

const TAKEN: EachOutcome = { outcome: { kind: 'sent', note: null }, forAll: false };

/** Codes and numbers only: a server's own words may repeat what was sent to it. */
function outcomeOfError(error: NodemailerError, host: string): EachOutcome {
  const code = error.code ?? '';
  const reply =
    error.responseCode === undefined ? (error.code ?? 'no answer') : `answer ${error.responseCode}`;
  const message = `${SENTENCES[code] ?? 'The mail server did not take the message'}: ${host}, ${reply}.`;
  const isPermanent = error.permanent ?? PERMANENT.has(code);
  const outcome: SendOutcome = isPermanent
    ? { kind: 'failed', message }
    : { kind: 'retry', afterSeconds: null, message };
  return { outcome, forAll: !OF_ONE.has(code) };
}

const PERMANENT = new Set(['ENOAUTH', 'ECONFIG']);
/** What is said of one recipient or one message; anything else befalls every message alike. */
const OF_ONE = new Set(['EENVELOPE', 'EMESSAGE']);

const SENTENCES: Readonly<Record<string, string>> = {
  EAUTH: 'The mail server does not accept user name and password',
  EENVELOPE: 'The mail server does not accept sender or recipient',
  ETLS: 'No encrypted connection to the mail server',
  EDNS: 'The name of the mail server could not be looked up',
  ESOCKET: 'No connection to the mail server',
  ECONNECTION: 'The mail server closed the connection',
  ETIMEDOUT: 'The mail server did not answer in time',
};

function orGivenUp(sending: Promise<EachOutcome>, signal: AbortSignal): Promise<EachOutcome> {
  const outcome: SendOutcome = { kind: 'retry', afterSeconds: null, message: 'Sending was interrupted.' };
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve({ outcome, forAll: true });
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    sending.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
