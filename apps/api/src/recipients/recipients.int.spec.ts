import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unsubscribeToken } from '@framewatch/alert-channels';
import { waitFor } from '@framewatch/testing';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

const ALERTS = `channels:
  - { id: browsers, kind: web-push, name: Newsroom browsers }
  - { id: desk, kind: email, to: [ann@example.org, BOB@example.org], from: fw@example.org, smtpFromEnv: ALERT_SMTP }
rules:
  - { id: news, name: "News & <more>", on: new-article, beat: ${BEAT}, channels: [in-app, browsers, desk] }
  - { id: quiet, name: Quiet, on: new-article, beat: ${BEAT}, channels: [in-app] }
`;
const PUBLIC = 'news.example.org';
const KEY_65 = Buffer.alloc(65, 4).toString('base64url');
const AUTH_16 = Buffer.alloc(16, 7).toString('base64url');

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await writeFile(join(api.configFolder, 'alerts.yaml'), ALERTS);
  await writeFile(join(api.configFolder, 'framewatch.yaml'), `publicAddress: https://${PUBLIC}\n`);
  await waitFor('the channel', async () => (await key()).channels.length === 1);
  await waitFor('the address', async () => {
    const settings = await api.store.configVersions.findNewest('settings');
    return JSON.stringify(settings?.content).includes(PUBLIC);
  });
});
afterAll(() => api.close());

const key = async () =>
  (await api.get('/api/push/key')).json as { key: string; channels: { id: string; name: string }[] };

async function link(ruleId: string | null, recipient = 'ann@example.org'): Promise<string> {
  const secret = await api.store.recipients.secret('unsubscribe', () => 'made by the test');
  const token = unsubscribeToken(secret, { channelId: 'desk', recipient, ruleId });
  return `${api.address}/api/unsubscribe?token=${token}`;
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

describe('unsubscribing', () => {
  it('asks first: looking changes nothing, as programs look at every link of an email', async () => {
    const page = await fetch(await link('news'));
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).toContain('Emails to ann@example.org');
    expect(html).toContain('News &#38; &#60;more&#62;');
    expect(html).not.toContain('<script');
    expect(await api.store.recipients.findUnsubscribed('desk')).toEqual([]);
  });

  it('speaks Japanese to who reads it', async () => {
    const page = await fetch(await link('news'), {
      headers: { 'accept-language': 'ja-JP,ja;q=0.9,en;q=0.5' },
    });
    expect(await page.text()).toContain('ルール「News &#38; &#60;more&#62;」のメールを停止する');
  });

  it('takes one click of a mail program, from anywhere and without a cookie (RFC 8058)', async () => {
    const answer = await post(await link('news'), 'List-Unsubscribe=One-Click', {
      origin: 'https://mail.example.com',
      'sec-fetch-site': 'cross-site',
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await api.store.recipients.findUnsubscribed('desk')).toEqual([
      { recipient: 'ann@example.org', ruleId: 'news' },
    ]);
    expect(await answer.text()).toContain('You get no more emails of the rule');
    const form = new FormData();
    form.append('List-Unsubscribe', 'One-Click');
    expect((await fetch(await link(null, 'bob@example.org'), { method: 'POST', body: form })).status).toBe(
      200,
    );
    const both = await api.store.recipients.findUnsubscribed('desk');
    expect(both).toContainEqual({ recipient: 'bob@example.org', ruleId: null });
    await post(await link(null, 'bob@example.org'), 'act=undo');
  });

  it('is reached under the name in the links, whatever name the API goes by itself', async () => {
    const url = new URL(await link('news'));
    const status = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asked = request(url, { headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        });
        asked.on('error', reject).end();
      });
    expect(await status(PUBLIC)).toBe(200);
    expect(await status('evil.example')).toBe(421);
  });

  it('is undone, and done for the whole channel, from the page', async () => {
    const url = await link('news');
    await post(url, 'scope=rule&act=undo', { origin: 'null' });
    expect(await api.store.recipients.findUnsubscribed('desk')).toEqual([]);
    const left = await post(url, 'scope=channel&act=leave');
    expect(await left.text()).toContain('You get no more alert emails of this list.');
    expect(await api.store.recipients.findUnsubscribed('desk')).toEqual([
      { recipient: 'ann@example.org', ruleId: null },
    ]);
    await post(url, 'scope=channel&act=undo');
    expect(await api.store.recipients.findUnsubscribed('desk')).toEqual([]);
  });

  it('goes with nobody else’s token, and says so plainly', async () => {
    const url = await link('news');
    for (const bad of [`${url}x`, url.slice(0, -4), `${api.address}/api/unsubscribe`]) {
      const answer = await post(bad, 'act=leave');
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('This link does not work');
    }
    expect(await api.store.recipients.findUnsubscribed('desk')).toEqual([]);
  });

  it('opens no other path, no other name and no large body', async () => {
    const url = await link('news');
    const elsewhere = { origin: 'https://mail.example.com' };
    expect((await post(`${api.address}/api/alerts/read`, '{}', elsewhere)).status).toBe(403);
    expect((await post(url, 'x'.repeat(5_000))).status).toBe(413);
    expect((await fetch(url, { method: 'PUT' })).status).toBe(405);
  });
});

describe('browsers', () => {
  const endpoint = 'https://push.example.net/send/very-secret';
  const subscribe = (change: object = {}) =>
    api.post('/api/push/subscriptions', {
      channel: 'browsers',
      label: 'Firefox on Linux',
      subscription: { endpoint, expirationTime: null, keys: { p256dh: KEY_65, auth: AUTH_16 } },
      ...change,
    });

  it('get one key, which stays, and never its other half', async () => {
    const first = await key();
    expect(first.channels).toEqual([{ id: 'browsers', name: 'Newsroom browsers' }]);
    expect(Buffer.from(first.key, 'base64url')).toHaveLength(65);
    expect(await key()).toEqual(first);
    const kept = await api.store.recipients.secret('vapid', () => '');
    const { privateKey } = JSON.parse(kept) as { privateKey: string };
    expect((await api.get('/api/push/key')).text).not.toContain(privateKey);
  });

  it('subscribe, are listed without their secrets, and leave', async () => {
    expect((await subscribe()).status).toBe(200);
    expect((await subscribe({ language: 'ja' })).status).toBe(200);
    const list = await api.get('/api/push/subscriptions');
    expect(list.json).toMatchObject([
      { channel: 'browsers', label: 'Firefox on Linux', language: 'ja', service: 'push.example.net' },
    ]);
    expect(list.text).not.toMatch(/very-secret|p256dh|auth/);
    const [{ id, fingerprint }] = list.json as unknown as [{ id: string; fingerprint: string }];
    const moved = { endpoint: `${endpoint}-2`, keys: { p256dh: KEY_65, auth: AUTH_16 } };
    const renew = () => api.post('/api/push/subscriptions/renewed', { endpoint, subscription: moved });
    expect((await renew()).status).toBe(204);
    expect((await renew()).status).toBe(404);
    const after = (await api.get('/api/push/subscriptions')).json as object[];
    expect(after).toMatchObject([{ id, label: 'Firefox on Linux' }]);
    expect(after).not.toMatchObject([{ fingerprint }]);
    const remove = () => fetch(`${api.address}/api/push/subscriptions/${id}`, { method: 'DELETE' });
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
  });

  it('are refused with what is wrong', async () => {
    const unknown = await subscribe({ channel: 'desk' });
    expect(unknown).toMatchObject({ status: 400 });
    expect(unknown.text).toContain('no channel \\"desk\\" of the kind web-push');
    const keys = { p256dh: 'AAAA', auth: AUTH_16 };
    expect((await subscribe({ subscription: { endpoint, keys } })).text).toContain('65 bytes');
    expect((await subscribe({ subscription: { endpoint: 'file:///x', keys } })).status).toBe(400);
  });
});

describe('what is remembered of recipients', () => {
  it('whom a message reached, until it is forgotten', async () => {
    const { recipients } = api.store;
    await Promise.all(['ann', 'ann', 'bob'].map((name) => recipients.markReached('key', name)));
    expect([...(await recipients.findReached('key'))].sort()).toEqual(['ann', 'bob']);
    expect((await recipients.findReached('another')).size).toBe(0);
    expect(await recipients.deleteReachedBefore(new Date(Date.now() + 60_000))).toBe(2);
    expect((await recipients.findReached('key')).size).toBe(0);
  });

  it('one secret, however many processes make it at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) => api.store.recipients.secret('race', () => String(index))),
    );
    expect(new Set(made).size).toBe(1);
  });
});

describe('the feed of a rule', () => {
  it('holds that rule alone, under ids that are the same in the feed of all', async () => {
    const raise = (ruleId: string, occurrenceKey: string) =>
      api.store.alerts.raise(
        {
          ruleId,
          ruleName: ruleId,
          occurrenceKey,
          on: 'new-article',
          beatId: BEAT,
          title: `Headline ${occurrenceKey}`,
          articleId: null,
          url: 'https://news.test/a',
          outlet: 'The Test Times',
          labels: [],
          why: 'because',
          quotes: [],
          synthetic: false,
          channels: [],
        },
        new Date(),
      );
    await raise('news', 'a');
    await raise('quiet', 'b');
    const all = await api.get('/api/alerts.atom');
    const one = await api.get('/api/alerts.atom', { rule: 'news' });
    expect(one.text).toContain('Framewatch alerts · News &amp; &lt;more&gt;');
    expect(one.text).toContain(`<link rel="self" href="https://${PUBLIC}/api/alerts.atom?rule=news"/>`);
    const ids = (text: string) => text.match(/<id>[^<]*framewatch\/alerts\/\d+<\/id>/g) ?? [];
    expect(ids(one.text)).toHaveLength(1);
    expect(ids(all.text)).toHaveLength(2);
    expect(ids(all.text)).toContain(ids(one.text)[0]);
    expect((await api.get('/api/alerts.atom', { rule: 'none' })).status).toBe(404);
  });

  it('is not sent again to a reader that has it', async () => {
    const url = `${api.address}/api/alerts.atom?rule=news`;
    const tag = (await fetch(url)).headers.get('etag') ?? '';
    const again = await fetch(url, { headers: { 'if-none-match': `"other", W/${tag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });
});
