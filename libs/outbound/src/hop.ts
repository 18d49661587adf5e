import type { Dispatcher } from 'undici';
import { untilAborted } from './deadline.ts';
import { codeOf } from './failure-reason.ts';
import type { Seat, SeatedOptions } from './guarded-agent.ts';

/** One request on its way along redirects. */
export interface HopRequest {
  readonly url: URL;
  readonly method: Dispatcher.HttpMethod;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** The head of an answer; the body is still to be read or destroyed. */
export interface HopAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
  readonly body: Dispatcher.ResponseData['body'];
  readonly address: string | null;
}

/** Sends one request and waits for the head of its answer; throws what undici throws, at once when aborted. */
export async function sendHop(
  dispatcher: Dispatcher,
  hop: HopRequest,
  signal: AbortSignal,
): Promise<HopAnswer> {
  const first = await attempt(dispatcher, hop, signal);
  if ('answer' in first) return first.answer;
  if (!isStale(first.error, hop, first.seat) || signal.aborted) throw first.error;
  // The server closed an idle connection just as it was taken up again; a fresh one decides.
  const second = await attempt(dispatcher, hop, signal);
  if ('answer' in second) return second.answer;
  throw second.error;
}

type Attempt = { readonly answer: HopAnswer } | { readonly error: unknown; readonly seat: Seat | null };

async function attempt(dispatcher: Dispatcher, hop: HopRequest, signal: AbortSignal): Promise<Attempt> {
  let seat: Seat | null = null;
  const options: SeatedOptions = {
    origin: hop.url.origin,
    path: hop.url.pathname + hop.url.search,
    method: hop.method,
    headers: { ...hop.headers },
    body: hop.body,
    signal,
    onSeat: (taken) => {
      seat = taken;
    },
  };
  try {
    const response = await untilAborted(dispatcher.request(options), signal, destroyBody);
    return { answer: answerOf(response, noteAnswer(seat)) };
  } catch (error) {
    return { error, seat };
  }
}

/** Before a socket stands undici does not notice an abort; a late answer is thrown away. */
function destroyBody(response: Dispatcher.ResponseData): void {
  response.body.on('error', () => {}).destroy();
}

function noteAnswer(seat: Seat | null): string | null {
  if (!seat) return null;
  seat.answered += 1;
  return seat.address;
}

function answerOf(response: Dispatcher.ResponseData, address: string | null): HopAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const setCookies = [response.headers['set-cookie'] ?? []].flat();
  return { status: response.statusCode, headers, setCookies, body: response.body, address };
}

const STALE_CODES = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

function isStale(error: unknown, hop: HopRequest, seat: Seat | null): boolean {
  const repeatable = hop.method === 'GET' || hop.method === 'HEAD';
  return repeatable && seat !== null && seat.answered > 0 && STALE_CODES.has(codeOf(error));
}
