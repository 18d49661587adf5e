import { describe, expect, it } from '@jest/globals';
import { fetchPage } from './fetch-page.ts';
import { createSites, LIMITS } from './fixtures/site.ts';

const { site, outbound } = createSites();

describe('fetchPage', () => {
  it('asks for HTML in the languages wanted, and without conditions', async () => {
    const press = await site((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>');
    });
    const result = await fetchPage(outbound(), {
      url: press.origin,
      acceptLanguage: 'ja, en;q=0.5',
      ...LIMITS,
    });
    expect(result).toMatchObject({ kind: 'fetched', contentType: 'text/html', truncated: false });
    expect(press.requests[0]?.headers).toMatchObject({
      accept: expect.stringContaining('text/html'),
      'accept-language': 'ja, en;q=0.5',
    });
  });

  it('tells a page that is refused from one that is missing', async () => {
    const press = await site(
      (request, response) => void response.writeHead(request.url === '/no' ? 403 : 404).end(),
    );
    const out = outbound();
    expect(await fetchPage(out, { url: `${press.origin}/no`, ...LIMITS })).toMatchObject({
      failure: 'forbidden',
    });
    expect(await fetchPage(out, { url: press.origin, ...LIMITS })).toMatchObject({ failure: 'not-found' });
  });

  it('stops when told to', async () => {
    const press = await site(() => {});
    const signal = AbortSignal.abort();
    expect(await fetchPage(outbound(), { url: press.origin, ...LIMITS, signal })).toMatchObject({
      failure: 'aborted',
    });
  });
});
