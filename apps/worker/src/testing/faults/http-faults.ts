import { change, movedFrom, page, redirect, send } from './answers.ts';
import type { FaultCase } from './fault-case.ts';

const soft = { outcome: 'failed', weight: 0.5 } as const;
const hard = { outcome: 'failed', weight: 1 } as const;
const elsewhere = ({ request }: { request: { url?: string | undefined } }) => `/moved${request.url ?? ''}`;
const LOGIN =
  '<!DOCTYPE html><html><title>Log in</title><form action="/login"><input name="user"><input type="password"></form></html>';

/** What servers say, and when they should not. */
export const httpFaults: FaultCase[] = [
  ...([302, 303, 307] as const).map(
    (status): FaultCase => ({
      kind: `${status}: moved for now`,
      sent: `a ${status} to the same feed elsewhere`,
      answer: movedFrom(status, elsewhere),
      expect: { outcome: 'fetched', status: 200, stored: 1, feed: { current_url: 'unmoved' } },
    }),
  ),
  ...([301, 308] as const).map(
    (status): FaultCase => ({
      kind: `${status}: moved for good`,
      sent: `a ${status} to the same feed elsewhere`,
      answer: movedFrom(status, elsewhere),
      expect: { outcome: 'fetched', status: 200, stored: 1, feed: { current_url: 'moved' } },
    }),
  ),
  {
    kind: '301 to a page that is no feed',
    sent: 'a 301 to the front page',
    answer: (exchange) =>
      (exchange.request.url === '/moved/' ? page(200) : redirect(301, () => '/moved/'))(exchange),
    expect: { ...soft, status: 200, error: /web page, not a feed/, feed: { current_url: 'unmoved' } },
  },
  {
    kind: 'redirect in a circle',
    sent: 'a 302 to itself',
    answer: redirect(302, ({ request }) => request.url ?? ''),
    expect: { ...hard, error: /redirects in a circle/ },
  },
  {
    kind: 'redirects without end',
    sent: 'each 302 leads to another',
    answer: redirect(302, ({ request, served }) => `${request.url?.split('?')[0]}?hop=${served}`),
    expect: { ...hard, error: /More than 10 redirects/ },
  },
  {
    kind: 'redirect to a private address',
    sent: 'a 302 to a server on this machine that is not allowed',
    answer: redirect(302, ({ trap }) => trap),
    expect: { ...hard, error: /Refused: 127\.0\.0\.1 is a loopback address/ },
  },
  {
    kind: 'redirect to cloud metadata',
    sent: 'a 302 to http://169.254.169.254/latest/meta-data/',
    answer: redirect(302, () => 'http://169.254.169.254/latest/meta-data/'),
    expect: { ...hard, error: /Refused: 169\.254\.169\.254 is a cloud metadata address/ },
  },
  {
    kind: 'redirect to an IPv4 address in IPv6 dress',
    sent: 'a 302 to http://[::ffff:127.0.0.1]/',
    answer: redirect(302, ({ trap }) => trap.replace('127.0.0.1', '[::ffff:127.0.0.1]')),
    expect: { ...hard, error: /Refused: .* is a loopback address/ },
  },
  {
    kind: 'redirect to a file',
    sent: 'a 302 to file:///etc/passwd',
    answer: redirect(302, () => 'file:///etc/passwd'),
    expect: { ...hard, error: /only http and https are requested, not file:/ },
  },
  {
    kind: 'redirect with a password in it',
    sent: 'a 302 to http://editor:secret@press.test/',
    answer: redirect(302, ({ origin }) => origin.replace('http://', 'http://editor:secret@')),
    expect: { ...hard, error: /the address of press\.test holds a user name or password/ },
  },
  {
    kind: '304 that nobody asked for',
    sent: 'a 304 to a request without conditions',
    answer: ({ response }) => response.writeHead(304).end(),
    expect: { ...soft, status: 304, error: /makes no sense here \(304\)/ },
  },
  {
    kind: 'ETag that changes without reason',
    sent: 'the same bytes under another ETag each time',
    answer: ({ response, well, served, now }) =>
      response.writeHead(200, { etag: `"${served}"`, date: now.toUTCString() }).end(well),
    expect: { outcome: 'fetched', status: 200, stored: 1 },
  },
  {
    kind: 'weak ETag',
    sent: 'a W/ ETag with the feed',
    answer: send(({ well }) => well, { etag: 'W/"weak"' }),
    expect: { outcome: 'fetched', status: 200, stored: 1, feed: { etag: 'W/"weak"' } },
  },
  {
    kind: '401',
    sent: 'a 401 with a page',
    answer: page(401, { 'www-authenticate': 'Basic' }),
    expect: { ...hard, status: 401, error: /does not let us read this \(401\)/ },
  },
  {
    kind: '403 that wants a human',
    sent: 'a 403 with Cloudflare’s mark of a challenge',
    answer: page(403, { 'cf-mitigated': 'challenge' }),
    expect: { ...soft, status: 403, error: /wants proof of a human reader \(403\)/ },
  },
  {
    kind: '404',
    sent: 'a 404 with a page',
    answer: page(404),
    expect: { ...soft, status: 404, error: /finds nothing at this address \(404\)/ },
  },
  {
    kind: '410',
    sent: 'a 410 with a page',
    answer: page(410),
    expect: {
      outcome: 'gone',
      status: 410,
      error: /gone for good \(410\)/,
      paused: true,
      why: /it is paused/,
    },
  },
  ...(
    [
      ['in seconds', (_now: Date) => '7200', [120, 140]],
      ['as a date', (now: Date) => new Date(now.getTime() + 7_200_000).toUTCString(), [120, 140]],
      ['in the past', (_now: Date) => 'Wed, 21 Oct 2015 07:28:00 GMT', null],
      ['that is absurd', (_now: Date) => '99999999', [7 * 1440, 8 * 1440]],
      ['that cannot be read', (_now: Date) => 'soon', null],
    ] as const
  ).map(
    ([how, say, minutes]): FaultCase => ({
      kind: `429 with a Retry-After ${how}`,
      sent: `a 429, Retry-After: ${how === 'as a date' ? 'a date in two hours' : say(new Date(0))}`,
      answer: (exchange) => page(429, { 'retry-after': say(exchange.now) })(exchange),
      expect: {
        outcome: 'rate-limited',
        status: 429,
        weight: 0.5,
        error: /asks for fewer requests \(429\)/,
        ...(minutes
          ? { nextMinutes: [...minutes] as [number, number], why: /the server asks to wait for/ }
          : {}),
      },
    }),
  ),
  {
    kind: '429 without Retry-After',
    sent: 'a 429 and nothing more',
    answer: page(429),
    expect: { outcome: 'rate-limited', status: 429, weight: 0.5, error: /fewer requests \(429\)/ },
  },
  {
    kind: '500',
    sent: 'a 500 with a page',
    answer: page(500),
    expect: { ...soft, status: 500, error: /The server is in trouble \(500\)/ },
  },
  {
    kind: '503 with Retry-After',
    sent: 'a 503, Retry-After: 72000',
    answer: page(503, { 'retry-after': '72000' }),
    expect: {
      ...soft,
      status: 503,
      error: /in trouble \(503\)/,
      nextMinutes: [1200, 1300],
      why: /asks to wait for 20 hours/,
    },
  },
  {
    kind: '204',
    sent: 'a 204',
    answer: ({ response }) => response.writeHead(204).end(),
    expect: { ...soft, status: 204, error: /The document is empty/ },
  },
  {
    kind: '206 that nobody asked for',
    sent: 'a 206 with the first half',
    answer: send(({ well }) => well.slice(0, well.length / 2), { 'content-range': 'bytes 0-1/4' }, 206),
    expect: { outcome: 'fetched', status: 206, stored: 1, feed: { truncated: true } },
  },
  {
    kind: '200 with nothing',
    sent: 'a 200 of no bytes',
    answer: send(() => ''),
    expect: { ...soft, status: 200, error: /The document is empty/ },
  },
  {
    kind: '200 with an error page',
    sent: 'a web page under status 200',
    answer: page(200, {}, '<!DOCTYPE html><html><h1>Database error</h1></html>'),
    expect: { ...soft, status: 200, error: /This is a web page, not a feed/ },
  },
  {
    kind: '200 with a log-in page',
    sent: 'a redirect to a form that asks for a password',
    answer: (exchange) =>
      (exchange.request.url === '/login' ? page(200, {}, LOGIN) : redirect(302, () => '/login'))(exchange),
    expect: { ...soft, status: 200, error: /This is a web page, not a feed/ },
  },
  {
    kind: 'cookies demanded',
    sent: 'a 302 to itself until the cookie that it sets comes back',
    answer: (exchange) => {
      if (exchange.request.headers.cookie?.includes('seen=1')) return change((well) => well)(exchange);
      exchange.response
        .writeHead(302, { location: exchange.request.url ?? '', 'set-cookie': 'seen=1; Path=/' })
        .end();
    },
    expect: { outcome: 'fetched', status: 200, stored: 1 },
  },
];
