import { describe, expect, it } from '@jest/globals';
import type { ChannelConfig } from '@framewatch/contracts';
import { aBook } from './fixtures/book.ts';
import { aDigest, anAlert } from './fixtures/message.ts';
import { pushReader } from './fixtures/push-reader.ts';
import { type Answer, createReceivers, NEVER } from './fixtures/receiver.ts';
import { makeVapidKeys } from './push/vapid.ts';

const { receiver, channel } = createReceivers();
const SECRET = `whsec_${Buffer.from('hunter2 hunter2 hunter2 hunter2').toString('base64')}`;
const keys = makeVapidKeys();

/** Every channel over HTTP, its secret and the secret part of its address holding "hunter2". */
const KINDS: [string, (origin: string) => ChannelConfig][] = [
  ...(['slack', 'mattermost', 'discord', 'teams'] as const).map(
    (kind): [string, (origin: string) => ChannelConfig] => [
      kind,
      () => ({ kind, id: kind, urlFromEnv: 'ALERT_URL' }),
    ],
  ),
  ['webhook', () => ({ kind: 'webhook', id: 'w', urlFromEnv: 'ALERT_URL', secretFromEnv: 'ALERT_SECRET' })],
  ['ntfy', (origin) => ({ kind: 'ntfy', id: 'n', url: origin, topic: 't', tokenFromEnv: 'ALERT_TOKEN' })],
  ['web-push', () => ({ kind: 'web-push', id: 'p', contact: 'hunter2@example.org' })],
];

function open(kind: (origin: string) => ChannelConfig, origin: string) {
  const secrets = { ALERT_URL: `${origin}/hunter2`, ALERT_SECRET: SECRET, ALERT_TOKEN: 'tk_hunter2' };
  const browser = { ...pushReader(), id: '1', endpoint: `${origin}/hunter2`, language: 'en' as const };
  return channel(kind(origin), secrets, undefined, { recipients: aBook([browser], keys) });
}

const ANSWERS: [string, Answer, object][] = [
  ['429', { status: 429, headers: { 'Retry-After': '90' } }, { kind: 'retry', afterSeconds: 90 }],
  ['503', { status: 503, headers: { 'Retry-After': '5' } }, { kind: 'retry', afterSeconds: 5 }],
  ['500', { status: 500 }, { kind: 'retry', afterSeconds: null }],
  ['403', { status: 403 }, { kind: 'failed' }],
  ['a cut connection', 'cut', { kind: 'retry' }],
  [
    'a way to a private address',
    { status: 307, headers: { Location: 'http://10.0.0.1/hunter2' } },
    { kind: 'failed' },
  ],
];

describe.each(KINDS)('%s', (name, kind) => {
  it.each(ANSWERS)('on %s', async (_what, answer, expected) => {
    const { origin, received } = await receiver(answer);
    const out = open(kind, origin);
    for (const outcome of [await out.send(anAlert(), NEVER), await out.sendDigest(aDigest(3), NEVER)]) {
      expect(outcome).toMatchObject(expected);
      expect(JSON.stringify(outcome)).not.toMatch(/hunter2|aHVudGVyM/);
    }
    expect(received).toHaveLength(2);
  });

  it('on 410', async () => {
    const { origin } = await receiver({ status: 410 });
    const outcome = await open(kind, origin).send(anAlert(), NEVER);
    // A browser that is gone is no failure of the channel.
    expect(outcome.kind).toBe(name === 'web-push' ? 'sent' : 'failed');
  });

  it('on silence, until it is given up', async () => {
    const { origin, first } = await receiver('silent');
    const controller = new AbortController();
    const sending = open(kind, origin).send(anAlert(), controller.signal);
    await first;
    controller.abort();
    expect(await sending).toMatchObject({ kind: 'retry' });
  });
});
