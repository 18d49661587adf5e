import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { ChannelConfig } from '@framewatch/contracts';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { aBook } from './fixtures/book.ts';
import { aDigest, anAlert, HOSTILE } from './fixtures/message.ts';
import { createReceivers, NEVER } from './fixtures/receiver.ts';

const { channel } = createReceivers();
const config: ChannelConfig = {
  kind: 'email',
  id: 'e',
  to: ['desk@example.org', 'night@example.org'],
  from: 'framewatch@example.org',
  smtpFromEnv: 'ALERT_SMTP',
};

let server: SMTPServer | null = null;
afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = null;
});

/** A mail server on loopback that keeps what it takes. */
async function mailServer(options: SMTPServerOptions = {}) {
  const mails: { raw: string; recipients: string[]; user: unknown }[] = [];
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ raw: Buffer.concat(chunks).toString(), recipients, user: session.user });
        done();
      });
    },
    ...options,
  });
  server = made;
  made.on('error', () => {});
  await new Promise<void>((resolve) => {
    made.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = made.server.address() as AddressInfo;
  return { address: `127.0.0.1:${port}`, mails };
}

function reply(responseCode: number) {
  return Object.assign(new Error('hunter2 is not welcome'), { responseCode });
}

/** Header lines that were folded, each on one line again. */
const unfolded = (raw: string): string => raw.replace(/\r\n[ \t]+/g, ' ');

/** Undoes quoted-printable and base64 as far as these mails use them. */
function decodedParts(raw: string): string {
  const joined = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const base64 = [...raw.matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)].map(([, text]) =>
    Buffer.from(text ?? '', 'base64').toString(),
  );
  return `${Buffer.from(joined, 'latin1').toString()}\n${base64.join('\n')}`;
}

describe('email', () => {
  it('is received in plain text and HTML, under the delivery key', async () => {
    const { address, mails } = await mailServer();
    const outcome = await channel(config, { ALERT_SMTP: `smtp://${address}` }).send(anAlert(), NEVER);
    expect(outcome).toEqual({ kind: 'sent', note: null });
    expect(mails.map(({ recipients }) => recipients)).toEqual([['desk@example.org'], ['night@example.org']]);
    const [{ raw } = { raw: '' }, second] = mails;
    expect(raw).toMatch(new RegExp(`Message-ID: <${anAlert().deliveryKey}\\.[0-9a-f]{12}@example.org>`));
    expect(raw).toContain('To: desk@example.org');
    expect(raw).not.toContain('night@');
    expect(second?.raw).not.toContain('desk@');
    expect(raw).toContain('Subject: Tokyo & Washington agree on <new> bases (New relevant articles)');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).toContain('Date: Sun, 22 Nov 2026 03:06:00 +0000');
    expect(raw).toMatch(/Content-Type: multipart\/alternative/);
    const parts = decodedParts(raw);
    expect(parts).toContain('> 日本の負担は重い。');
    expect(parts).toContain('Tokyo &amp; Washington agree on &lt;new&gt; bases');
  });

  it('keeps its Message-ID when it is sent again', async () => {
    const { address, mails } = await mailServer();
    const out = channel(config, { ALERT_SMTP: `smtp://${address}` });
    await out.send(anAlert(), NEVER);
    await out.send(anAlert(), NEVER);
    const ids = mails.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]);
    expect(ids.slice(2)).toEqual(ids.slice(0, 2));
    expect(new Set(ids).size).toBe(2);
  });

  it('gives a hostile headline no header of its own', async () => {
    const { address, mails } = await mailServer();
    await channel(config, { ALERT_SMTP: `smtp://${address}` }).send(anAlert({ title: HOSTILE }), NEVER);
    const head = mails[0]?.raw.split('\r\n\r\n')[0] ?? '';
    expect(head).toContain('Subject:');
    expect(head).not.toMatch(/^Bcc:/im);
    expect(mails[0]?.recipients).toEqual(['desk@example.org']);
  });

  it('shows user name and password to a server that asks', async () => {
    const { address, mails } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        password === 'p/w' ? done(null, { user: username ?? '' }) : done(reply(535)),
    });
    expect(
      await channel(config, { ALERT_SMTP: `smtp://u%40x:p%2Fw@${address}` }).send(anAlert(), NEVER),
    ).toMatchObject({ kind: 'sent' });
    expect(mails[0]?.user).toBe('u@x');
    const wrong = await channel(config, { ALERT_SMTP: `smtp://u:hunter2@${address}` }).send(anAlert(), NEVER);
    expect(wrong).toEqual({
      kind: 'failed',
      message: 'The mail server does not accept user name and password: 127.0.0.1, answer 535.',
    });
  });

  it.each([
    [450, 'retry'],
    [550, 'failed'],
  ])('%i for all recipients: %s, without the words of the server', async (code, kind) => {
    const { address } = await mailServer({ onRcptTo: (_address, _session, done) => done(reply(code)) });
    const outcome = await channel(config, { ALERT_SMTP: `smtp://${address}` }).send(anAlert(), NEVER);
    expect(outcome).toMatchObject({ kind, message: expect.stringContaining(`answer ${code}`) });
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
  });

  it('says where only some recipients were taken', async () => {
    const { address } = await mailServer({
      onRcptTo: (recipient, _session, done) =>
        recipient.address.startsWith('night') ? done(reply(550)) : done(),
    });
    expect(await channel(config, { ALERT_SMTP: `smtp://${address}` }).send(anAlert(), NEVER)).toEqual({
      kind: 'sent',
      note: '1 of 2 not reached. The mail server does not accept sender or recipient: 127.0.0.1, answer 550.',
    });
  });

  it('tries again later where no server answers, and when interrupted', async () => {
    const down = channel(config, { ALERT_SMTP: 'smtp://127.0.0.1:1' });
    expect(await down.send(anAlert(), NEVER)).toMatchObject({ kind: 'retry' });
    const { address } = await mailServer({ onConnect: () => {} });
    const controller = new AbortController();
    const waiting = channel(config, { ALERT_SMTP: `smtp://${address}` }).send(anAlert(), controller.signal);
    controller.abort();
    expect(await waiting).toMatchObject({
      kind: 'retry',
      message: expect.stringContaining('Sending was interrupted.'),
    });
  });

  it('repeats nothing to those whom an earlier attempt reached', async () => {
    let isDown = true;
    const { address, mails } = await mailServer({
      onRcptTo: (recipient, _session, done) =>
        isDown && recipient.address.startsWith('night') ? done(reply(450)) : done(),
    });
    const recipients = aBook();
    const out = channel(config, { ALERT_SMTP: `smtp://${address}` }, [], { recipients });
    expect(await out.send(anAlert(), NEVER)).toMatchObject({
      kind: 'retry',
      message: expect.stringContaining('1 of 2 not reached.'),
    });
    isDown = false;
    expect(await out.send(anAlert(), NEVER)).toEqual({ kind: 'sent', note: null });
    expect(await out.send(anAlert(), NEVER)).toEqual({ kind: 'sent', note: null });
    expect(mails.map((mail) => mail.recipients[0])).toEqual(['desk@example.org', 'night@example.org']);
  });

  it('gives each reader a link of their own, for one click (RFC 8058)', async () => {
    const { address, mails } = await mailServer();
    const out = channel(config, { ALERT_SMTP: `smtp://${address}` }, [], { recipients: aBook() });
    await out.send(anAlert(), NEVER);
    const links = mails.map(({ raw }) => /^List-Unsubscribe: <(.*)>\r$/m.exec(unfolded(raw))?.[1]);
    expect(links).toEqual(
      ['desk', 'night'].map(
        (name) => `https://framewatch.test/leave/${name}@example.org/new-relevant-articles`,
      ),
    );
    for (const [index, { raw }] of mails.entries()) {
      expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
      expect(decodedParts(raw)).toContain(links[index]);
    }
  });

  it('leaves out who left the rule or the channel, and rules of a digest', async () => {
    const { address, mails } = await mailServer();
    const recipients = aBook();
    const out = channel(config, { ALERT_SMTP: `smtp://${address}` }, [], { recipients });
    recipients.leavers.push({ recipient: 'DESK@example.org', ruleId: 'rule-0' });
    await out.sendDigest(aDigest(3), NEVER);
    const [desk = '', night = ''] = mails.map(({ raw }) => decodedParts(raw));
    expect(desk).not.toContain('Headline 1');
    expect(desk).toContain('Headline 2');
    expect(night).toContain('Headline 1');
    recipients.leavers.push({ recipient: 'desk@example.org', ruleId: null });
    const second = { ...aDigest(3), deliveryKey: 'another' };
    await out.sendDigest(second, NEVER);
    expect(mails.map((mail) => mail.recipients[0]).slice(2)).toEqual(['night@example.org']);
    recipients.leavers.push({ recipient: 'night@example.org', ruleId: null });
    expect(await out.send(anAlert({ deliveryKey: 'third' }), NEVER)).toEqual({
      kind: 'sent',
      note: 'Everybody who received this has unsubscribed.',
    });
  });

  it('shows no password to a server whose certificate nobody vouches for', async () => {
    const seen: unknown[] = [];
    // The server warns that its certificate is everybody's, which is what this test wants of it.
    const warned = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { address } = await mailServer({
      secure: true,
      onAuth: ({ password }, _session, done) => {
        seen.push(password);
        done(null, { user: 'u' });
      },
    });
    const outcome = await channel(config, { ALERT_SMTP: `smtps://u:hunter2@${address}` }).send(
      anAlert(),
      NEVER,
    );
    expect(outcome).toMatchObject({ kind: 'retry' });
    expect(JSON.stringify(outcome)).not.toContain('hunter2');
    expect(seen).toEqual([]);
    warned.mockRestore();
  });
});
