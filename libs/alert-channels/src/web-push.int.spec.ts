import { describe, expect, it } from '@jest/globals';
import type { ChannelConfig } from '@framewatch/contracts';
import { aBook } from './fixtures/book.ts';
import { aDigest, anAlert } from './fixtures/message.ts';
import { checkVapid, pushReader } from './fixtures/push-reader.ts';
import { createReceivers, NEVER } from './fixtures/receiver.ts';
import { makeVapidKeys } from './push/vapid.ts';

const { receiver, channel } = createReceivers();
const config: ChannelConfig = { kind: 'web-push', id: 'p', contact: 'desk@example.org' };
const keys = makeVapidKeys();
const sent = { kind: 'sent', note: null };

/** Browsers a, b, c … whose push service stands at `origin`. */
function browsersAt(origin: string, count: number, language: 'en' | 'ja' = 'en') {
  return Array.from({ length: count }, (_, index) => {
    const reader = pushReader();
    const id = String(index + 1);
    return { ...reader, id, endpoint: `${origin}/push/${'abcdefghij'[index]}-hunter2`, language };
  });
}

function pushTo(recipients: ReturnType<typeof aBook>, allow?: string[]) {
  return channel(config, {}, allow, { recipients, now: () => new Date('2026-11-22T03:00:00Z') });
}

describe('web push', () => {
  it('is read by each browser, and signed for its push service', async () => {
    const { origin, received } = await receiver({ status: 201 });
    const [first, second] = browsersAt(origin, 2);
    if (!first || !second) throw new Error('two browsers were made');
    const outcome = await pushTo(aBook([first, { ...second, language: 'ja' }], keys)).send(
      anAlert({ updates: { count: 4, latest: [] } }),
      NEVER,
    );
    expect(outcome).toEqual(sent);
    const [one, two] = [...received].sort((a, b) => a.url.localeCompare(b.url));
    expect(one?.headers).toMatchObject({
      ttl: '86400',
      urgency: 'normal',
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
    });
    expect(checkVapid(one?.headers.authorization ?? '')).toMatchObject({
      aud: origin,
      sub: 'mailto:desk@example.org',
      key: keys.publicKey,
    });
    expect(JSON.parse(first.read(one?.bytes ?? Buffer.alloc(0)))).toEqual({
      title: anAlert().title,
      body: 'The Test Times · New relevant articles\n“Japan should pay more, he said.”\nand 4 more articles of the same story',
      path: '/alerts/42',
      tag: anAlert().deliveryKey,
      language: 'en',
    });
    expect(JSON.parse(second.read(two?.bytes ?? Buffer.alloc(0)))).toMatchObject({
      body: expect.stringContaining('同じ話題の記事がほかに 4 件'),
      language: 'ja',
    });
    expect(() => second.read(one?.bytes ?? Buffer.alloc(0))).toThrow();
  });

  it('tells a digest in a few lines, however many alerts it holds', async () => {
    const { origin, received } = await receiver({ status: 201 });
    const [browser] = browsersAt(origin, 1);
    if (!browser) throw new Error('a browser was made');
    const long = '同盟'.repeat(2_000);
    const alerts = aDigest(500).alerts.map((alert) => ({ ...alert, title: long }));
    expect(
      await pushTo(aBook([browser], keys)).sendDigest(aDigest(0, { alerts, heading: long }), NEVER),
    ).toEqual(sent);
    expect(received[0]?.bytes.length).toBeLessThanOrEqual(4_096);
    expect(JSON.parse(browser.read(received[0]?.bytes ?? Buffer.alloc(0)))).toMatchObject({
      title: expect.stringMatching(/^514 alerts · 同盟/),
      body: expect.stringContaining('and 510 more'),
      path: '/alerts',
    });
  });

  it('removes browsers that are gone, and lets none hold the others back or get anything twice', async () => {
    const answers = new Map([
      ['/push/a-hunter2', 410],
      ['/push/b-hunter2', 404],
      ['/push/c-hunter2', 503],
      ['/push/d-hunter2', 201],
    ]);
    const { origin, received } = await receiver((url) => ({ status: answers.get(url) ?? 500 }));
    const book = aBook(browsersAt(origin, 4), keys);
    const out = pushTo(book);
    const outcome = await out.send(anAlert(), NEVER);
    expect(outcome).toMatchObject({
      kind: 'retry',
      message: '1 of 4 not reached. Push service 127.0.0.1: The receiver answers 503.',
    });
    expect([...book.kept.keys()]).toEqual(['3', '4']);
    answers.set('/push/c-hunter2', 201);
    expect(await out.send(anAlert(), NEVER)).toEqual(sent);
    expect(received.map(({ url }) => url).sort()).toEqual(
      ['a', 'b', 'c', 'c', 'd'].map((name) => `/push/${name}-hunter2`),
    );
  });

  it.each([
    [429, { 'Retry-After': '120' }, { kind: 'retry', afterSeconds: 120 }],
    [500, {}, { kind: 'retry' }],
    [403, {}, { kind: 'failed' }],
    [413, {}, { kind: 'failed' }],
    [307, { Location: 'http://10.0.0.1/' }, { kind: 'failed' }],
  ])('%i: its outcome names the service, not the endpoint', async (status, headers, expected) => {
    const { origin } = await receiver({ status, headers: { ...headers } as Record<string, string> });
    const outcome = await pushTo(aBook(browsersAt(origin, 1), keys)).send(anAlert(), NEVER);
    expect(outcome).toMatchObject(expected);
    expect(outcome).toMatchObject({ message: expect.stringContaining('127.0.0.1') });
    expect(JSON.stringify(outcome)).not.toMatch(/hunter2|\/push\//);
  });

  it('goes to no internal address that was not allowed', async () => {
    const { origin, received } = await receiver();
    const outcome = await pushTo(aBook(browsersAt(origin, 1), keys), []).send(anAlert(), NEVER);
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringContaining('allow-list') });
    expect(received).toEqual([]);
  });

  it('says so where no browser wants it', async () => {
    expect(await pushTo(aBook([], keys)).send(anAlert(), NEVER)).toEqual({
      kind: 'sent',
      note: 'No browser has switched these notifications on.',
    });
  });
});
