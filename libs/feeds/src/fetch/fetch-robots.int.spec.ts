import { describe, expect, it } from '@jest/globals';
import { fetchRobots, rulesOf, type RobotsAnswer } from './fetch-robots.ts';
import { createSites, type Handler, LIMITS } from './fixtures/site.ts';

const { site, outbound } = createSites();
const { now, timeoutMs } = LIMITS;
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const known: RobotsAnswer = {
  status: 'rules',
  body: 'User-agent: *\nDisallow: /old',
  expiresAt: now,
  reason: '',
};

async function ask(handler: Handler, previous: RobotsAnswer | null = null) {
  const { origin } = await site(handler);
  const answer = await fetchRobots(outbound(), { origin, previous, timeoutMs, now });
  const rules = rulesOf(answer, { origin, userAgent: 'Framewatch/1' });
  return { answer, allows: (path: string) => rules.isAllowed(origin + path) };
}

describe('fetchRobots', () => {
  it('reads rules and keeps them a day', async () => {
    const { answer, allows } = await ask((request, response) => {
      response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /private\0' : 'no');
    });
    expect(answer).toMatchObject({
      status: 'rules',
      expiresAt: hours(24),
      body: 'User-agent: *\nDisallow: /private',
    });
    expect([allows('/private/x'), allows('/news')]).toEqual([false, true]);
  });

  it.each([
    ['max-age=7200', 2],
    ['max-age=1', 1],
    ['max-age=9999999', 24],
  ])('keeps them as %s asks, within bounds: %i h', async (control, lifetime) => {
    const { answer } = await ask(
      (_request, response) => void response.writeHead(200, { 'Cache-Control': control }).end(),
    );
    expect(answer.expiresAt).toEqual(hours(lifetime));
  });

  it.each([401, 403, 404, 410])('%i allows everything', async (status) => {
    const { answer, allows } = await ask(
      (_request, response) => void response.writeHead(status).end('Disallow: /'),
      known,
    );
    expect(answer).toMatchObject({ status: 'allow-all', expiresAt: hours(24) });
    expect(allows('/old')).toBe(true);
  });

  it.each([429, 500, 503])('%i allows nothing for an hour', async (status) => {
    const { answer, allows } = await ask((_request, response) => void response.writeHead(status).end());
    expect(answer).toMatchObject({ status: 'disallow-all', expiresAt: hours(1) });
    expect(allows('/news')).toBe(false);
  });

  it('waits as long as Retry-After asks', async () => {
    const { answer } = await ask(
      (_request, response) => void response.writeHead(503, { 'Retry-After': '10800' }).end(),
    );
    expect(answer.expiresAt).toEqual(hours(3));
  });

  it('goes on with the last rules while the server is in trouble', async () => {
    const { answer, allows } = await ask((_request, response) => void response.writeHead(500).end(), known);
    expect(answer).toMatchObject({ status: 'rules', expiresAt: hours(1) });
    expect([allows('/old'), allows('/news')]).toEqual([false, true]);
  });

  it('allows nothing where the server is out of reach', async () => {
    const { answer } = await ask((request) => request.socket.destroy());
    expect(answer).toMatchObject({ status: 'disallow-all', expiresAt: hours(1) });
  });

  it('follows redirects, and takes a circle as none there', async () => {
    const moved = await ask((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(301, { Location: '/r' }).end();
      else response.end('User-agent: *\nDisallow: /x');
    });
    expect(moved.allows('/x')).toBe(false);
    const circle = await ask(
      (_request, response) => void response.writeHead(302, { Location: '/robots.txt' }).end(),
    );
    expect(circle.answer.status).toBe('allow-all');
  });
});
