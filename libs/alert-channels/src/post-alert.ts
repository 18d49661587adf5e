import type { Outbound, OutboundResult } from '@framewatch/outbound';
import type { SendOutcome } from './alert-channel.types.ts';

export interface AlertPost {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly signal: AbortSignal;
}

const TIMEOUT_MS = 15_000;
/** Receivers answer with a word; more is not read. */
const MAX_ANSWER_BYTES = 16_384;

/** Posts JSON and says whether it arrived. */
export async function postAlert(outbound: Outbound, post: AlertPost): Promise<SendOutcome> {
  return outcomeOf(await postTo(outbound, post));
}

/** Posts, JSON unless the headers say otherwise. Redirects are not followed: they would carry alerts to who knows whom. */
export function postTo(
  outbound: Outbound,
  { url, body, signal, headers = {} }: AlertPost,
): Promise<OutboundResult> {
  return outbound.request({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_ANSWER_BYTES,
    maxRedirects: 0,
    signal,
  });
}

/** What an answer, or none, means for the delivery. */
export function outcomeOf(result: OutboundResult): SendOutcome {
  if (result.kind === 'response') return outcomeOfStatus(result.status, result.headers['retry-after']);
  const { reason, message } = result;
  switch (reason) {
    case 'refused-address':
    case 'refused-url':
      return { kind: 'failed', message };
    case 'too-many-redirects':
    case 'redirect-loop':
      return {
        kind: 'failed',
        message: 'The receiver redirects elsewhere, which is not followed. Use its final address.',
      };
    case 'dns-temporary':
    case 'dns-not-found':
    case 'connect':
    case 'tls':
    case 'timeout':
    case 'aborted':
    case 'broken-response':
      return { kind: 'retry', afterSeconds: null, message };
  }
}

/** Statuses below 500 that pass: a timeout, too early, too many. */
const PASSING = new Set([408, 425, 429]);

function outcomeOfStatus(status: number, retryAfter: string | undefined): SendOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent', note: null };
  const message = `The receiver answers ${status}.`;
  if (status < 500 && !PASSING.has(status)) return { kind: 'failed', message };
  return { kind: 'retry', afterSeconds: secondsOf(retryAfter), message };
}

/** Whole seconds as chat services send them; a date is left to the caller's own back-off. */
function secondsOf(retryAfter: string | undefined): number | null {
  return retryAfter !== undefined && /^\d{1,6}(\.\d+)?$/.test(retryAfter.trim())
    ? Math.ceil(Number(retryAfter))
    : null;
}
