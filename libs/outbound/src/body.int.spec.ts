import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { createHarness, get, textOf } from './fixtures/harness.ts';
import { serveHttp } from './fixtures/servers.ts';

const { server, outbound } = createHarness();
const text = '<rss>日米同盟</rss>'.repeat(500);

async function fetchBody(coding: string | null, body: Uint8Array | string, maxBytes = 1_000_000) {
  const site = await server(
    serveHttp((_request, response) => {
      response.writeHead(200, coding ? { 'Content-Encoding': coding } : {}).end(body);
    }),
  );
  return outbound().request(get(site.origin, { maxBytes }));
}

describe('compression', () => {
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['identity', Buffer.from(text)],
    ['gzip, gzip', gzipSync(gzipSync(text))],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['gzip', Buffer.from(text)],
  ])('undoes %s', async (coding, body) => {
    const result = await fetchBody(coding, body);
    expect(result.kind === 'response' && textOf(result)).toBe(text);
    expect(result).toMatchObject({ truncated: false });
  });

  it.each(['compress', 'exi', 'gzip, gzip, gzip'])('says that %s cannot be read', async (coding) => {
    expect(await fetchBody(coding, text)).toMatchObject({ kind: 'failure', reason: 'broken-response' });
  });

  it('leaves an empty body empty whatever its header says', async () => {
    expect(await fetchBody('gzip', '')).toMatchObject({ kind: 'response', truncated: false });
  });

  it('stops a bomb at maxBytes', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(200_000_000)));
    expect(bomb.length).toBeLessThan(10_000);
    const before = process.memoryUsage().rss;
    const result = await fetchBody('gzip, gzip', bomb, 100_000);
    expect(result).toMatchObject({ kind: 'response', truncated: true, truncatedBy: 'size' });
    expect(result.kind === 'response' && result.body.length).toBe(100_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('stops reading compressed bytes that give nothing', async () => {
    const site = await server(
      serveHttp((_request, response) => {
        response.writeHead(200, { 'Content-Encoding': 'gzip' });
        const nothing = Buffer.concat(Array.from({ length: 2_000 }, () => gzipSync('')));
        const feed = () => {
          while (!response.destroyed && response.write(nothing));
        };
        response.on('drain', feed);
        feed();
      }),
    );
    const result = await outbound().request(get(site.origin, { maxBytes: 10_000 }));
    expect(result).toMatchObject({ kind: 'response', truncatedBy: 'size' });
  });

  it.each([
    ['gzip', gzipSync(randomText())],
    ['br', brotliCompressSync(randomText())],
    ['deflate', deflateSync(randomText())],
  ])('gives what there is of a %s body cut short', async (coding, whole) => {
    const site = await server(
      serveHttp((_request, response) => {
        response.writeHead(200, { 'Content-Encoding': coding, 'Content-Length': whole.length });
        response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
      }),
    );
    const result = await outbound().request(get(site.origin));
    expect(result).toMatchObject({ kind: 'response', truncated: true, truncatedBy: 'connection' });
    expect(result.kind === 'response' && textOf(result).length).toBeGreaterThan(1_000);
    expect(result.kind === 'response' && randomText().startsWith(textOf(result))).toBe(true);
  });

  it('gives what there is before a checksum that is wrong', async () => {
    const whole = gzipSync(randomText(400_000));
    // The checksum at the end; the text itself is right.
    whole.fill(0, whole.length - 8);
    const result = await fetchBody('gzip', whole);
    expect(result).toMatchObject({ kind: 'response', truncated: true, truncatedBy: 'connection' });
  });
});

describe('length', () => {
  it('cuts a plain body at maxBytes', async () => {
    const result = await fetchBody(null, 'x'.repeat(50_000), 1_000);
    expect(result).toMatchObject({ kind: 'response', truncated: true, truncatedBy: 'size' });
    expect(result.kind === 'response' && result.body.length).toBe(1_000);
  });

  it('does not call a body of exactly maxBytes cut', async () => {
    expect(await fetchBody(null, 'x'.repeat(1_000), 1_000)).toMatchObject({
      kind: 'response',
      truncated: false,
    });
  });

  it('stops a body without end', async () => {
    const site = await server(
      serveHttp((_request, response) => {
        const feed = () => {
          while (!response.destroyed && response.write('x'.repeat(10_000)));
        };
        response.on('drain', feed);
        feed();
      }),
    );
    const result = await outbound().request(get(site.origin, { maxBytes: 100_000 }));
    expect(result).toMatchObject({ kind: 'response', truncatedBy: 'size' });
  });

  it('keeps what arrived before the server broke off', async () => {
    const site = await server(
      serveHttp((_request, response) => {
        response.writeHead(200, { 'Content-Length': 1_000 });
        response.write('x'.repeat(100), () => response.destroy());
      }),
    );
    const result = await outbound().request(get(site.origin));
    expect(result).toMatchObject({ kind: 'response', truncated: true, truncatedBy: 'connection' });
    expect(result.kind === 'response' && result.body.length).toBe(100);
  });

  it('is a failure where nothing of the body arrived', async () => {
    const site = await server(
      serveHttp((_request, response) => {
        response.writeHead(200, { 'Content-Length': 1_000 });
        response.flushHeaders();
        response.destroy();
      }),
    );
    expect(await outbound().request(get(site.origin))).toMatchObject({
      kind: 'failure',
      reason: 'broken-response',
    });
  });
});

/** Text that compresses badly, the same at every call. */
function randomText(length = 20_000): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(32 + (state % 90));
  }).join('');
}
