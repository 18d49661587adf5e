import { createHmac, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

const PUBLIC = 'news.example.org';
const TOPIC = 'http://harbor.example/rss';
let api: TestApi;
let token: string;
let secret: string;

beforeAll(async () => {
  api = await startTestApi();
  await writeFile(join(api.configFolder, 'framewatch.yaml'), `pushAddress: https://${PUBLIC}/desk/\n`);
  await waitFor('the setting', async () => {
    const settings = await api.store.configVersions.findNewest('settings');
    return (settings?.content as { pushAddress?: string } | undefined)?.pushAddress !== undefined;
  });
  const [feed] = (await api.get('/api/feeds')).json.feeds;
  token = randomBytes(32).toString('base64url');
  secret = 'secret';
  const wanted = {
    feedId: feed?.id ?? '',
    hub: 'http://hub.example/',
    topic: TOPIC,
    address: `https://${PUBLIC}/desk/`,
  };
  await api.store.subscriptions.reconcile([wanted], () => ({ token, secret }), new Date());
  const [row] = await api.store.subscriptions.findAll();
  await api.store.subscriptions.beginAsking(row?.id ?? '', new Date(Date.now() + 1000), new Date());
});
afterAll(() => api.close());

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request exactly as written: no client tidies its path or its Host. */
function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const { hostname, port } = new URL(api.address);
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const sent = request(
        { hostname, port, path, method, headers: { host: PUBLIC, ...headers } },
        (answer) => {
          let text = '';
          answer.on('data', (chunk: Buffer) => {
            text += chunk.toString();
          });
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    },
  );
}

const query = (changes: Record<string, string> = {}) =>
  new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.challenge': 'yes', ...changes });
const at = (path: string) => `${path}?${query()}`;

describe('the push address', () => {
  it('opens the callback, with the proxy’s path or without it', async () => {
    for (const path of [`/api/push/${token}`, `/desk/api/push/${token}`]) {
      const { status, text, headers } = await send(at(path));
      expect([status, text]).toEqual([200, 'yes']);
      expect(headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await send(at(`/api/push/${token}`), { headers: { host: 'localhost:1' } })).status).toBe(200);
  });

  it('opens nothing else', async () => {
    for (const path of [
      '/',
      '/desk/',
      '/api/feeds',
      '/desk/api/feeds',
      '/metrics',
      '/assets/index-abc.js',
      '/api/push',
      '/api/push/',
      `/api/push/${token}/`,
      `/api/push/${token}/../../feeds`,
      `/api/push/../feeds`,
      `/api/push/${token}x`,
      `/api/push/${token.slice(1)}`,
      `/api/push/${token}%2f..%2ffeeds`,
      `/api/push/${token};/api/feeds`,
      `/API/PUSH/${token}`,
      `//api/push/${token}`,
      `/other/api/push/${token}`,
      `/api/feeds/api/push/${token}`,
      `/desk/desk/api/push/${token}`,
      `/desk/../api/push/${token}`,
      `http://${PUBLIC}/api/feeds`,
    ])
      expect([path, (await send(path, { headers: { accept: 'text/html' } })).status]).toEqual([path, 421]);
    const marked = await send('/api/alerts/read', { method: 'POST', body: '{"ids":"all"}' });
    expect(marked.status).toBe(421);
  });

  it('is no way in under another name, nor for another page', async () => {
    for (const host of ['rebound.example', `${PUBLIC}.evil.example`])
      expect((await send(at(`/api/push/${token}`), { headers: { host } })).status).toBe(421);
    const path = at(`/api/push/${token}`);
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await send(path, { headers: foreign })).status).toBe(403);
    expect((await send(path, { method: 'POST', headers: foreign, body: 'x' })).status).toBe(403);
  });

  it('knows a callback by its token alone, and takes GET and POST', async () => {
    const other = randomBytes(32).toString('base64url');
    expect((await send(at(`/api/push/${other}`))).status).toBe(404);
    expect((await send(`/api/push/${other}`, { method: 'POST', body: 'x' })).status).toBe(404);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])
      expect([method, (await send(`/api/push/${token}`, { method })).status]).toEqual([method, 405]);
  });

  it('takes a signed body of any type as it is, and says no more about an unsigned one', async () => {
    const push = (body: string, headers: Record<string, string>) =>
      send(`/desk/api/push/${token}`, { method: 'POST', headers, body });
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/xml']) {
      const body = `{"type": "${type}"`;
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      const good = await push(body, { 'content-type': type, 'x-hub-signature': signature });
      const bad = await push(body, { 'content-type': type, 'x-hub-signature': signature.replace(/.$/, 'g') });
      expect([good.status, good.text]).toEqual([bad.status, bad.text]);
      expect(good.status).toBe(202);
    }
    const { rows } = await api.store.database.pool.query(
      "select content_type, convert_from(body, 'utf8') as body from feed_push order by id",
    );
    expect(rows).toEqual(
      ['application/json', 'application/x-www-form-urlencoded', 'text/xml'].map((type) => ({
        content_type: type,
        body: `{"type": "${type}"`,
      })),
    );
    expect((await api.get('/api/feeds')).json.feeds.find(({ push: p }) => p !== null)?.push).toMatchObject({
      state: 'verified',
      forged: 3,
    });
    expect((await push('x', { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('asks a hub to wait where too many pushes are left to be read', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 50; n += 1) {
      const body = `<n>${n}</n>`;
      const signature = `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`;
      statuses.push(
        (
          await send(`/api/push/${token}`, {
            method: 'POST',
            headers: { 'x-hub-signature': signature },
            body,
          })
        ).status,
      );
    }
    expect(statuses.slice(0, 47).every((status) => status === 202)).toBe(true);
    expect(statuses.slice(47)).toEqual([503, 503, 503]);
  });
});
