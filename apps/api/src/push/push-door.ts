import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from '../http/guard.ts';
import { pathOf } from '../http/front-door.ts';
import { problemOf } from '../http/problem.ts';
import { sendProblem } from '../http/problem.filter.ts';
import { SECURITY_HEADERS } from '../http/security-headers.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { readSettings } from '../runtime/settings.ts';
import { type CallbackPath, callbackPath, isUnder } from './callback-path.ts';
import { createIntake } from './take-in.ts';
import { verifyIntent } from './verify-intent.ts';

type Next = (error?: unknown) => void;

const RETRY_AFTER_SECONDS = '60';

/**
 * The one way in for hubs: callbacks of subscriptions, under the push address or any name that the dashboard answers
 * to. Every other request goes on to the front door, so the push address opens these paths and nothing else.
 */
export function pushDoor(context: ApiContext, names: ReadonlySet<string>) {
  const intake = createIntake(context);
  const enter = async (
    request: IncomingMessage,
    response: ServerResponse,
    path: CallbackPath,
  ): Promise<boolean> => {
    const row = await context.store.subscriptions.findByToken(path.token);
    const { pushAddress } = await readSettings(context.store);
    const addresses = [pushAddress, row?.address].filter((address) => address !== undefined);
    const { method = 'GET', headers } = request;
    if (!isUnder(path, addresses)) return false;
    const known = new Set([...names, ...addresses.map((address) => new URL(address).host)]);
    const refusal = refuse({ method, path: '/api/push', headers }, known);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    if (refusal) answer(response, refusal.status, refusal.detail);
    else if (method === 'GET')
      sendAgreement(response, await verifyIntent(context, path.token, queryOf(request)));
    else if (method === 'POST') {
      const { status, detail } = await intake(request, row);
      answer(response, status, detail);
    } else answer(response, 405, 'A callback takes GET and POST.');
    return true;
  };
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const path = callbackPath(pathOf(request));
    if (path === null) next();
    else enter(request, response, path).then((entered) => entered || next(), next);
  };
}

const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams =>
  new URLSearchParams(url.split('?')[1] ?? '');

function sendAgreement(response: ServerResponse, agreement: { text: string } | null): void {
  if (agreement === null) {
    answer(response, 404, 'This was not asked for.');
    return;
  }
  // As plain text it is harmless, whatever a challenge holds.
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.end(agreement.text);
}

function answer(response: ServerResponse, status: number, detail: string): void {
  if (status === 503) response.setHeader('retry-after', RETRY_AFTER_SECONDS);
  // What is left of a body that is not wanted is not waited for.
  if (status >= 400) response.setHeader('connection', 'close');
  if (status >= 400) sendProblem(response, problemOf(status, detail));
  else {
    response.statusCode = status;
    response.end();
  }
}
