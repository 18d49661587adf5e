import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { createWebhookSigner } from './sign-webhook.ts';

const secret = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;
const other = `whsec_${Buffer.from('another secret, 24 bytes long').toString('base64')}`;
const body = '{"title":"日米同盟"}';

function verify(signature: string, key: string, text = body): unknown {
  const seconds = Math.floor(Date.now() / 1_000);
  return new Webhook(key).verify(text, {
    'webhook-id': 'id-1',
    'webhook-timestamp': String(seconds),
    'webhook-signature': signature,
  });
}

describe('createWebhookSigner', () => {
  it("equals the specification's own example", () => {
    const sign = createWebhookSigner('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'ALERT_SECRET');
    expect(sign('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it("is accepted by the specification's library, and only with the right key and body", () => {
    const signature = createWebhookSigner(secret, 'V')('id-1', Math.floor(Date.now() / 1_000), body);
    expect(verify(signature, secret)).toEqual({ title: '日米同盟' });
    expect(() => verify(signature, other)).toThrow();
    expect(() => verify(signature, secret, body.replace('日', '月'))).toThrow();
  });

  it('signs with both secrets while one is being changed', () => {
    const signature = createWebhookSigner(`${secret} ${other}`, 'V')(
      'id-1',
      Math.floor(Date.now() / 1_000),
      body,
    );
    expect(verify(signature, secret)).toEqual(verify(signature, other));
  });

  it.each(['plain', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_***', `whsec_${Buffer.alloc(65).toString('base64')}`])(
    'refuses %s, naming the variable and not the value',
    (bad) => {
      expect(() => createWebhookSigner(bad, 'ALERT_SECRET')).toThrow(
        'The environment variable ALERT_SECRET should hold whsec_ and base64 of 24 to 64 bytes.',
      );
    },
  );
});
