import type { OutboundResult } from '@framewatch/outbound';
import { describe, expect, it } from '@jest/globals';
import { readHubAnswer } from './hub-answer.ts';
import { afterAttempts } from './next-try.ts';

const answer = (status: number, changes: Record<string, unknown> = {}) =>
  readHubAnswer({
    kind: 'response',
    status,
    headers: {},
    body: new Uint8Array(),
    redirects: [],
    ...changes,
  } as unknown as OutboundResult);

describe('readHubAnswer', () => {
  it('takes every 2xx for a promise to verify', () => {
    for (const status of [200, 202, 204]) expect(answer(status).kind).toBe('accepted');
  });
  it('tells a hub that refuses from one in trouble', () => {
    for (const status of [400, 401, 403, 404, 410, 422]) expect(answer(status).kind).toBe('refused');
    for (const status of [408, 429, 500, 503, 304]) expect(answer(status).kind).toBe('failed');
  });
  it('quotes plain words of the hub, and no page', () => {
    const body = new TextEncoder().encode(' bad\ntopic. ');
    expect(answer(400, { body })).toMatchObject({ message: 'The hub refuses the request (400): bad topic.' });
    expect(answer(400, { body, headers: { 'content-type': 'text/html' } })).toMatchObject({
      message: 'The hub refuses the request (400).',
    });
  });
  it('accepts nothing that a redirect has turned into another request', () => {
    expect(answer(200, { redirects: [{ status: 301 }] }).kind).toBe('failed');
    expect(answer(202, { redirects: [{ status: 307 }, { status: 308 }] }).kind).toBe('accepted');
  });
});

describe('afterAttempts', () => {
  it('waits longer each time, a day at most, a little spread', () => {
    const now = new Date(0);
    const minutes = [1, 2, 3, 4, 5, 50].map((n) => afterAttempts(n, now, 0).getTime() / 60_000);
    expect(minutes).toEqual([10, 30, 120, 360, 1_440, 1_440]);
    expect(afterAttempts(1, now, 1).getTime()).toBe(11 * 60_000);
  });
});
