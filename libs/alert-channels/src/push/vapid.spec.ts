import { describe, expect, it } from '@jest/globals';
import { checkVapid } from '../fixtures/push-reader.ts';
import { installationKeys } from './installation-keys.ts';
import { makeVapidKeys, readVapidKeys, vapidAuthorization } from './vapid.ts';

const now = new Date('2026-11-22T03:00:00Z');
const keys = makeVapidKeys();

describe('vapidAuthorization', () => {
  it('is signed for the push service, for half a day, by the key beside it (RFC 8292)', () => {
    const endpoint = 'https://push.test:8443/secret/path';
    const claims = checkVapid(vapidAuthorization(keys, { endpoint, contact: 'mailto:a@b.test', now }));
    expect(claims).toEqual({
      aud: 'https://push.test:8443',
      exp: now.getTime() / 1_000 + 43_200,
      sub: 'mailto:a@b.test',
      key: keys.publicKey,
    });
    expect(checkVapid(vapidAuthorization(keys, { endpoint, contact: null, now }))).not.toHaveProperty('sub');
  });
});

describe('keys', () => {
  it('are made as long as they have to be', () => {
    for (let made = 0; made < 300; made += 1) {
      const { publicKey, privateKey } = makeVapidKeys();
      expect([publicKey, privateKey].map((key) => Buffer.from(key, 'base64url').length)).toEqual([65, 32]);
    }
  });

  it('of the operator are taken as a pair only, without being repeated', () => {
    expect(readVapidKeys(keys.publicKey, ` ${keys.privateKey}\n`)).toEqual(keys);
    for (const bad of ['', 'hunter2', makeVapidKeys().privateKey])
      expect(() => readVapidKeys(keys.publicKey, bad)).toThrow(/^(?!.*hunter2)ALERT_VAPID_PUBLIC_KEY and/);
  });

  it('are kept once where the operator has none', async () => {
    let kept: string | null = null;
    const keep = (make: () => string) => {
      kept ??= make();
      return Promise.resolve(kept);
    };
    const first = await installationKeys(() => undefined, keep);
    expect(await installationKeys(() => undefined, keep)).toEqual(first);
    const given = { ALERT_VAPID_PUBLIC_KEY: keys.publicKey, ALERT_VAPID_PRIVATE_KEY: keys.privateKey };
    expect(await installationKeys((name) => given[name as keyof typeof given], keep)).toEqual(keys);
    await expect(
      installationKeys((name) => (name.includes('PUBLIC') ? keys.publicKey : undefined), keep),
    ).rejects.toThrow('ALERT_VAPID_PRIVATE_KEY');
  });
});
