import { createECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readUnsubscribeToken } from '@framewatch/alert-channels';
import { SMTPServer } from 'smtp-server';
import { type AlertDesk, openAlertDesk } from './testing/alert-desk.ts';

let desk: AlertDesk;
let down: ReadonlySet<string> = new Set();
const mails: { to: string; raw: string }[] = [];
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    down.has(address) ? done(Object.assign(new Error('later'), { responseCode: 450 })) : done(),
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw });
      done();
    });
  },
});
const pushes: { path: string; authorization: string }[] = [];
const pushService = createServer((request, response) => {
  request.resume().on('end', () => {
    pushes.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '' });
    response.writeHead(request.url === '/gone' ? 410 : 201).end();
  });
});

beforeAll(async () => {
  desk = await openAlertDesk();
  await new Promise<void>((resolve) => {
    mailServer.listen(0, '127.0.0.1', () => resolve());
  });
  await new Promise<void>((resolve) => {
    pushService.listen(0, '127.0.0.1', () => resolve());
  });
  // The way out reads the accepted settings, and remembers them for a while.
  const content = { allowAddresses: [`127.0.0.1:${(pushService.address() as AddressInfo).port}`] };
  await desk.store.configVersions.accept('settings', { hash: 'push', content, problems: [] });
  const { port } = mailServer.server.address() as AddressInfo;
  desk.context.secret = (name) => (name === 'ALERT_SMTP' ? `smtp://127.0.0.1:${port}` : undefined);
});
afterEach(() => desk.reset());
afterAll(async () => {
  await new Promise<void>((resolve) => {
    mailServer.close(() => resolve());
  });
  await new Promise<void>((resolve) => {
    pushService.close(() => resolve());
    pushService.closeAllConnections();
  });
  await desk.stop();
});

const linkOf = (raw: string): URL => {
  const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
  return new URL(/^List-Unsubscribe: <(.*)>/m.exec(unfolded)?.[1] ?? 'none:');
};

describe('email', () => {
  const channel = {
    kind: 'email',
    id: 'desk',
    to: ['ann@example.org', 'Bob@example.org'],
    from: 'fw@example.org',
    smtpFromEnv: 'ALERT_SMTP',
  };

  it('reaches each reader once, though one had to be tried again, and leaves out who left', async () => {
    desk.accept({ channels: [channel] }, { publicAddress: 'https://news.example.org' });
    down = new Set(['Bob@example.org']);
    await desk.raise();
    expect(mails.map(({ to }) => to)).toEqual(['ann@example.org']);
    expect(await desk.deliveries()).toMatchObject([{ state: 'waiting' }]);
    // One mailbox that takes nothing is no channel that is down: the others go on.
    for (let more = 0; more < 3; more += 1) await desk.raise();
    expect(mails.splice(1).map(({ to }) => to)).toEqual(Array.from({ length: 3 }, () => 'ann@example.org'));
    down = new Set();
    await desk.at('2026-05-12T12:30:00Z');
    expect(mails.splice(1).map(({ to }) => to)).toEqual(Array.from({ length: 4 }, () => 'Bob@example.org'));
    expect((await desk.deliveries()).map(({ state }) => state)).toEqual(
      Array.from({ length: 4 }, () => 'sent'),
    );

    const link = linkOf(mails[0]?.raw ?? '');
    expect(`${link.origin}${link.pathname}`).toBe('https://news.example.org/api/unsubscribe');
    const secret = await desk.store.recipients.secret('unsubscribe', () => 'another');
    const claim = readUnsubscribeToken(secret, link.searchParams.get('token') ?? '');
    expect(claim).toEqual({ channelId: 'desk', recipient: 'ann@example.org', ruleId: 'rule' });
    await desk.store.recipients.unsubscribe('desk', { recipient: 'ann@example.org', ruleId: 'rule' });
    await desk.raise();
    expect(mails.slice(1).map(({ to }) => to)).toEqual(['Bob@example.org']);
  });
});

describe('web push', () => {
  it('goes to every browser under the kept key, and strikes off the one that is gone', async () => {
    const { port } = pushService.address() as AddressInfo;
    const origin = `http://127.0.0.1:${port}`;
    desk.accept({ channels: [{ kind: 'web-push', id: 'desk' }] });
    for (const name of ['gone', 'here-hunter2'])
      await desk.store.recipients.addBrowser({
        channelId: 'desk',
        endpoint: `${origin}/${name}`,
        p256dh: createECDH('prime256v1').generateKeys('base64url'),
        auth: randomBytes(16).toString('base64url'),
        label: name,
        language: 'en',
      });
    await desk.raise();
    expect(await desk.deliveries()).toMatchObject([{ state: 'sent' }]);
    expect(pushes.map(({ path }) => path).sort()).toEqual(['/gone', '/here-hunter2']);
    const browsers = await desk.store.recipients.findBrowsers('desk');
    expect(browsers.map(({ label, served_at }) => [label, served_at !== null])).toEqual([
      ['here-hunter2', true],
    ]);
    const kept = JSON.parse(await desk.store.recipients.secret('vapid', () => '')) as Record<string, string>;
    expect(pushes[0]?.authorization).toContain(`k=${kept['publicKey']}`);
    expect(desk.logged.join()).not.toMatch(new RegExp(`hunter2|${kept['privateKey']}`));
  });
});
