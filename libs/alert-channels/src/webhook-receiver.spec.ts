import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Outbound } from '@framewatch/outbound';
import { createChannel } from './create-channel.ts';
import { aDigest, anAlert } from './fixtures/message.ts';
import { NEVER } from './fixtures/receiver.ts';

const DOCS = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8');
const SECRET = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;
const NEXT_SECRET = `whsec_${Buffer.from('another secret, 24 bytes long').toString('base64')}`;
const SENT_AT = Date.parse('2026-11-22T03:06:30Z');

interface Came {
  headers: Record<string, string>;
  body: string;
}
type Receive = (came: Came & { secret: string; seen: Set<string>; now: number }) => unknown;

/** The receiver that docs/webhooks.md tells people to write, as it stands there. */
let receive: Receive;
beforeAll(async () => {
  const [, source = ''] = /```js\n([\s\S]*?)```/.exec(DOCS) ?? [];
  const code = `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`;
  ({ receive } = (await import(code)) as { receive: Receive });
});

/** What one attempt of a webhook channel sends. */
async function attempt(secret = SECRET, at = SENT_AT): Promise<Came> {
  const came: Came[] = [];
  const outbound = {
    request: ({ headers, body }: Came) => {
      came.push({ headers, body });
      return Promise.resolve({ kind: 'response', status: 200, headers: {} });
    },
  } as unknown as Outbound;
  const config = { kind: 'webhook', id: 'w', url: 'https://a.test', secretFromEnv: 'ALERT_S' } as const;
  const channel = createChannel(config, { outbound, secrets: () => secret, now: () => new Date(at) });
  await channel.send(anAlert(), NEVER);
  const [first] = came;
  if (!first) throw new Error('nothing was sent');
  return first;
}

describe('a receiver as docs/webhooks.md describes it', () => {
  it('takes a message once, however often it comes', async () => {
    const seen = new Set<string>();
    const first = { ...(await attempt()), secret: SECRET, seen, now: SENT_AT };
    expect(receive(first)).toMatchObject({ type: 'alert.raised', data: { alertId: '42' } });
    expect(receive(first)).toBeNull();
    const later = SENT_AT + 3_600_000;
    expect(receive({ ...(await attempt(SECRET, later)), secret: SECRET, seen, now: later })).toBeNull();
  });

  it('refuses what is old, of the future, changed, or signed by another', async () => {
    const came = { ...(await attempt()), secret: SECRET, seen: new Set<string>(), now: SENT_AT };
    const bad = [
      { ...came, now: SENT_AT + 301_000 },
      { ...came, now: SENT_AT - 301_000 },
      { ...came, body: came.body.replace('42', '43') },
      { ...came, headers: { ...came.headers, 'webhook-id': 'another' } },
      { ...came, headers: { ...came.headers, 'webhook-timestamp': String(SENT_AT / 1_000 + 1) } },
      { ...came, headers: { ...came.headers, 'webhook-signature': '' } },
      { ...came, secret: NEXT_SECRET },
    ];
    for (const one of bad) expect(() => receive(one)).toThrow();
    expect(came.seen.size).toBe(0);
    expect(receive({ ...came, now: SENT_AT + 299_000 })).not.toBeNull();
  });

  it('knows the old secret and the new one while it is being changed', async () => {
    const came = await attempt(`${NEXT_SECRET} ${SECRET}`);
    for (const secret of [SECRET, NEXT_SECRET])
      expect(receive({ ...came, secret, seen: new Set(), now: SENT_AT })).toMatchObject({
        type: 'alert.raised',
      });
  });
});

describe('the payloads in docs/webhooks.md', () => {
  it('have the fields that are sent, no more and no fewer', async () => {
    const [alert, digest] = [...DOCS.matchAll(/```json\n([\s\S]*?)```/g)].map(
      ([, text]) => JSON.parse(text ?? '') as { data: Record<string, unknown> },
    );
    const sent = JSON.parse((await attempt()).body) as { data: object };
    expect(Object.keys(alert?.data ?? {})).toEqual(Object.keys(sent.data));
    const { alerts: _alerts, deliveryKey: _key, unsubscribeUrl: _url, ...said } = aDigest(1);
    expect(Object.keys(digest?.data ?? {}).sort()).toEqual([...Object.keys(said), 'alerts'].sort());
  });
});
