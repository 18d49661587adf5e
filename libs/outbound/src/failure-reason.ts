import type { OutboundFailureReason } from './outbound.types.ts';
import { Refusal } from './refusal.ts';

export interface Explained {
  readonly reason: OutboundFailureReason;
  readonly message: string;
}

/** Turns whatever undici, sockets, TLS or DNS threw into a reason and a sentence; by code, never by message. */
export function explainFailure(error: unknown, host: string): Explained {
  if (error instanceof Refusal) return { reason: error.reason, message: error.message };
  const code = codeOf(error);
  const reason = reasonOf(code);
  return { reason, message: sentenceFor(reason, host) + (code ? ` (${code})` : '') };
}

/** The machine's name for an error: its own code, or that of the first it gathers, or of its cause. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, errors, cause } = error as { code?: unknown; errors?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return Array.isArray(errors) ? codeOf(errors[0]) : codeOf(cause);
}

function reasonOf(code: string): OutboundFailureReason {
  const known = REASONS[code];
  if (known) return known;
  return TLS_CODES.some((pattern) => pattern.test(code)) ? 'tls' : 'broken-response';
}

const REASONS: Readonly<Record<string, OutboundFailureReason>> = {
  ENOTFOUND: 'dns-not-found',
  ENODATA: 'dns-not-found',
  EAI_NODATA: 'dns-not-found',
  EAI_NONAME: 'dns-not-found',
  EAI_AGAIN: 'dns-temporary',
  EAI_FAIL: 'dns-temporary',
  EAI_MEMORY: 'dns-temporary',
  ESERVFAIL: 'dns-temporary',
  ETIMEOUT: 'dns-temporary',
  EREFUSED: 'dns-temporary',
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  EHOSTDOWN: 'connect',
  ENETUNREACH: 'connect',
  ENETDOWN: 'connect',
  EADDRNOTAVAIL: 'connect',
  EACCES: 'connect',
  EPERM: 'connect',
  ETIMEDOUT: 'connect',
  EMFILE: 'connect',
  UND_ERR_CONNECT_TIMEOUT: 'connect',
  // A proxy that refuses a tunnel, or wants a password.
  UND_ERR_ABORTED: 'connect',
  UND_ERR_INVALID_ARG: 'connect',
  UND_ERR_DESTROYED: 'aborted',
  UND_ERR_CLOSED: 'aborted',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  EPROTO: 'tls',
};

/** OpenSSL's and Node's names for certificates and handshakes that fail. */
const TLS_CODES = [
  /^ERR_TLS_/,
  /^ERR_SSL_/,
  /CERT/,
  /^UNABLE_TO_/,
  /^HOSTNAME_MISMATCH$/,
  /^INVALID_(CA|PURPOSE)$/,
  /^CRL_/,
];

function sentenceFor(reason: OutboundFailureReason, host: string): string {
  switch (reason) {
    case 'dns-not-found':
      return `The name ${host} does not exist.`;
    case 'dns-temporary':
      return `The name ${host} could not be looked up just now.`;
    case 'connect':
      return `No connection to ${host}.`;
    case 'tls':
      return `No secure connection to ${host}: its certificate or encryption is not accepted.`;
    case 'timeout':
      return `${host} did not answer in full in time.`;
    case 'aborted':
      return `The request to ${host} was given up.`;
    case 'broken-response':
      return `${host} gave an answer that is not HTTP as it should be, or broke it off.`;
    case 'refused-address':
    case 'refused-url':
    case 'redirect-loop':
    case 'too-many-redirects':
      return `The request to ${host} was refused.`;
  }
}
