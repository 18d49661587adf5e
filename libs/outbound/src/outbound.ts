import { setImmediate as nextTurn } from 'node:timers/promises';
import { createAddressGuard, resolveBySystem } from './address-guard.ts';
import { compileAllowList } from './allow-list.ts';
import { ACCEPT_ENCODING } from './content-coding.ts';
import { type Deadline, startDeadline, untilAborted } from './deadline.ts';
import { createDispatchers, type Dispatchers } from './dispatchers.ts';
import { type Explained, explainFailure } from './failure-reason.ts';
import { type HopAnswer, type HopRequest, sendHop } from './hop.ts';
import type {
  Outbound,
  OutboundOptions,
  OutboundRequest,
  OutboundResponse,
  OutboundResult,
  Redirect,
} from './outbound.types.ts';
import { readBody } from './read-body.ts';
import { followRedirect, isRedirect } from './redirect.ts';
import { createRedirectCookies } from './redirect-cookies.ts';
import { Refusal } from './refusal.ts';
import { compileRoute, hostOf } from './route.ts';
import { readTargetUrl } from './target-url.ts';

/**
 * The one way out to the open internet. Every address connected to is checked, on every redirect too;
 * size, time, headers and redirects are bounded. Throws only here, on an allow-list that cannot be read.
 */
export function createOutbound(options: OutboundOptions): Outbound {
  const { maxRedirects = 10, ...given } = options.defaults ?? {};
  const limits = { connectTimeoutMs: 10_000, connectionsPerOrigin: 32, maxHeaderBytes: 32_768, ...given };
  const guard = createAddressGuard(compileAllowList(options.allow), options.resolve ?? resolveBySystem);
  const route = compileRoute(options.proxy);
  const dispatchers = createDispatchers(guard, route, limits, options.certificateAuthorities ?? []);
  const standing = { 'user-agent': options.userAgent, 'accept-encoding': ACCEPT_ENCODING };
  return {
    request: (request) => perform(dispatchers, { maxRedirects, ...request }, standing),
    close: () => dispatchers.destroy(),
  };
}

const DISCARD_BYTES = 16_384;

/** A request under way. */
interface Journey {
  readonly dispatchers: Dispatchers;
  readonly deadline: Deadline;
  readonly maxRedirects: number;
  readonly redirects: Redirect[];
  current: string;
}

async function perform(
  dispatchers: Dispatchers,
  request: OutboundRequest & { readonly maxRedirects: number },
  standing: Readonly<Record<string, string>>,
): Promise<OutboundResult> {
  const started = performance.now();
  const deadline = startDeadline(request.timeoutMs, request.signal);
  const { maxRedirects, url: current } = request;
  const journey: Journey = { dispatchers, deadline, maxRedirects, redirects: [], current };
  const elapsed = () => Math.round(performance.now() - started);
  try {
    const arrival = await travel(journey, firstHop(request, standing));
    return { ...(await receive(arrival, request.maxBytes, journey)), durationMs: elapsed() };
  } catch (error) {
    const { reason, message } = explain(error, journey);
    const { redirects, current: url } = journey;
    return { kind: 'failure', reason, message, url, redirects, durationMs: elapsed() };
  } finally {
    deadline.release();
  }
}

function firstHop(request: OutboundRequest, standing: Readonly<Record<string, string>>): HopRequest {
  const own = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    url: readTargetUrl(request.url),
    method: request.method ?? 'GET',
    headers: { ...standing, ...Object.fromEntries(own) },
    body: request.body ?? null,
  };
}

/** Follows redirects to the first answer that is none. */
async function travel(journey: Journey, first: HopRequest): Promise<HopAnswer> {
  const cookies = createRedirectCookies();
  const visited = new Set<string>();
  let hop = first;
  for (;;) {
    journey.current = hop.url.href;
    visited.add(stateOf(hop));
    const answer = await send(journey, hop);
    if (!isRedirect(answer)) return answer;
    await discardBody(answer);
    cookies.note(hop.url, answer.setCookies);
    const next = followRedirect(hop, answer, cookies);
    journey.redirects.push({ status: answer.status, from: hop.url.href, to: next.url.href });
    checkRedirect(journey, next, visited);
    hop = next;
  }
}

/**
 * Reads a redirect's few bytes, so that its connection can be used again (undici offers it one turn later);
 * what is long or of unknown length is not waited for.
 */
async function discardBody(answer: HopAnswer): Promise<void> {
  const dumped = answer.body.dump({ limit: DISCARD_BYTES }).catch(() => {});
  if (Number(answer.headers['content-length'] ?? Number.NaN) <= DISCARD_BYTES) await dumped.then(nextTurn);
}

async function send(journey: Journey, hop: HopRequest): Promise<HopAnswer> {
  const { dispatcher, proxied } = await untilAborted(
    journey.dispatchers.pathTo(hop.url),
    journey.deadline.signal,
  );
  const answer = await sendHop(dispatcher, hop, journey.deadline.signal);
  return proxied ? { ...answer, address: null } : answer;
}

function checkRedirect(journey: Journey, next: HopRequest, visited: ReadonlySet<string>): void {
  const host = hostOf(next.url);
  if (visited.has(stateOf(next))) throw new Refusal('redirect-loop', `${host} redirects in a circle.`);
  if (journey.redirects.length > journey.maxRedirects)
    throw new Refusal(
      'too-many-redirects',
      `More than ${journey.maxRedirects} redirects, the last to ${host}.`,
    );
}

/** The same address with other cookies is another state: sites set one and send the reader back. */
function stateOf(hop: HopRequest): string {
  return `${hop.method} ${hop.url.href} ${hop.headers.cookie ?? ''}`;
}

async function receive(
  answer: HopAnswer,
  maxBytes: number,
  journey: Journey,
): Promise<Omit<OutboundResponse, 'durationMs'>> {
  const { status, headers, address } = answer;
  const coding = headers['content-encoding'];
  const { bytes, truncatedBy } = await readBody(answer.body, coding, maxBytes, journey.deadline.signal);
  const truncated = truncatedBy !== null;
  const { redirects, current: finalUrl } = journey;
  return {
    kind: 'response',
    status,
    headers,
    body: bytes,
    truncated,
    truncatedBy,
    finalUrl,
    redirects,
    address,
  };
}

function explain(error: unknown, journey: Journey): Explained {
  const host = URL.canParse(journey.current) ? hostOf(new URL(journey.current)) : 'the address';
  switch (journey.deadline.cause()) {
    case 'timeout':
      return { reason: 'timeout', message: `${host} did not answer in full in time.` };
    case 'aborted':
      return { reason: 'aborted', message: `The request to ${host} was given up.` };
    case null:
      return explainFailure(error, host);
  }
}
