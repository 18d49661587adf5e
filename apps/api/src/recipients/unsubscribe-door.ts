import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readUnsubscribeToken, type UnsubscribeClaim } from '@framewatch/alert-channels';
import { pathOf } from '../http/front-door.ts';
import { refuse } from '../http/guard.ts';
import { problemOf } from '../http/problem.ts';
import { sendProblem } from '../http/problem.filter.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import { readBody } from '../push/read-body.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { readAlerts, readSettings } from '../runtime/settings.ts';
import { badLinkPage, type LeavingView, leavingPage } from './unsubscribe-page.ts';
import { pageLanguage } from './unsubscribe-words.ts';

type Next = (error?: unknown) => void;

const PATH = '/api/unsubscribe';
/** A form of two words; a mail reader's one click is one (RFC 8058). */
const MOST_BYTES = 4_096;

/**
 * The way in for those who leave: readers of emails, whom nobody signs in, and their mail programs, which post from
 * anywhere (RFC 8058). So the Origin is not asked for here; the token alone allows, it can do nothing but leave and
 * come back for one address, and only a POST changes anything. What has no good token costs one HMAC.
 */
export function unsubscribeDoor(context: ApiContext, names: ReadonlySet<string>) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    if (pathOf(request).toLowerCase() !== PATH) next();
    else enter(context, names, request, response).catch(next);
  };
}

async function enter(
  context: ApiContext,
  names: ReadonlySet<string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  const refusal = await refusalOf(context, names, request);
  if (refusal) return sendProblem(response, refusal);
  const language = pageLanguage(request.headers['accept-language']);
  const secret = await context.store.recipients.secret('unsubscribe', newSecret);
  const claim = readUnsubscribeToken(secret, queryOf(request).get('token') ?? '');
  if (claim === null) return sendPage(request, response, 404, badLinkPage(language));
  if (request.method === 'POST') {
    const body = await readBody(request, MOST_BYTES);
    if (!Buffer.isBuffer(body)) return sendProblem(response, problemOf(413, 'The body is too large.'));
    await act(context, claim, body.toString());
  }
  sendPage(request, response, 200, leavingPage(await viewOf(context, claim), language));
}

/** The Host has to be known, as everywhere; the Origin is left out. */
async function refusalOf(
  context: ApiContext,
  names: ReadonlySet<string>,
  { method = 'GET', headers }: IncomingMessage,
) {
  const { publicAddress } = await readSettings(context.store);
  const known = publicAddress === undefined ? names : new Set([...names, new URL(publicAddress).host]);
  const refusal = refuse({ method, path: PATH, headers: { host: headers.host } }, known);
  if (refusal) return problemOf(refusal.status, refusal.detail);
  return ['GET', 'HEAD', 'POST'].includes(method) ? null : problemOf(405, 'This page takes GET and POST.');
}

const newSecret = (): string => randomBytes(32).toString('base64url');

const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams =>
  new URLSearchParams(url.split('?')[1] ?? '');

/**
 * Does what was posted. One click says no scope (RFC 8058, as a form or in parts): it means what the link is of.
 */
async function act({ store }: ApiContext, claim: UnsubscribeClaim, body: string): Promise<void> {
  const form = new URLSearchParams(body);
  const { channelId, recipient } = claim;
  const ruleId = form.get('scope') === 'channel' ? null : claim.ruleId;
  if (form.get('act') === 'undo') await store.recipients.resubscribe(channelId, { recipient, ruleId });
  else await store.recipients.unsubscribe(channelId, { recipient, ruleId });
}

async function viewOf({ store }: ApiContext, claim: UnsubscribeClaim): Promise<LeavingView> {
  const { channelId, recipient, ruleId } = claim;
  const [left, { rules }] = await Promise.all([
    store.recipients.findUnsubscribed(channelId),
    readAlerts(store),
  ]);
  const own = left.filter((row) => row.recipient === recipient).map((row) => row.ruleId);
  return {
    address: recipient,
    rule: ruleId === null ? null : (rules.find(({ id }) => id === ruleId)?.name ?? ruleId),
    leftRule: ruleId !== null && own.includes(ruleId),
    leftChannel: own.includes(null),
  };
}

function sendPage(request: IncomingMessage, response: ServerResponse, status: number, html: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('vary', 'accept-language');
  response.end(request.method === 'HEAD' ? undefined : html);
}
