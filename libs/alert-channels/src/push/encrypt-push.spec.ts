import { createECDH } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { pushReader } from '../fixtures/push-reader.ts';
import { encryptPush, MAX_PUSH_BYTES } from './encrypt-push.ts';

/** The example of RFC 8291, section 5 and appendix A. */
const EXAMPLE = {
  text: 'When I grow up, I want to be a watermelon',
  sender: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  browser: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  message:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

describe('encryptPush', () => {
  it('gives the very bytes of the example of RFC 8291', () => {
    const sender = createECDH('prime256v1');
    sender.setPrivateKey(EXAMPLE.sender, 'base64url');
    const message = encryptPush(EXAMPLE.text, EXAMPLE, { salt: EXAMPLE.salt, sender });
    expect(message.toString('base64url')).toBe(EXAMPLE.message);
  });

  it('is read by the browser it is for, and by no other', () => {
    const example = pushReader(EXAMPLE.browser, EXAMPLE.auth);
    expect(example.p256dh).toBe(EXAMPLE.p256dh);
    expect(example.read(Buffer.from(EXAMPLE.message, 'base64url'))).toBe(EXAMPLE.text);
    const browser = pushReader();
    const message = encryptPush('日米同盟', browser);
    expect(browser.read(message)).toBe('日米同盟');
    expect(() => pushReader().read(message)).toThrow();
  });

  it('fits into what a push service takes, up to its own limit', () => {
    const message = encryptPush('x'.repeat(MAX_PUSH_BYTES), pushReader());
    expect(message.length).toBe(4_096);
  });

  it('differs each time', () => {
    const browser = pushReader();
    expect(encryptPush('a', browser)).not.toEqual(encryptPush('a', browser));
  });
});
