import { describe, expect, it } from '@jest/globals';
import { readSmtpAddress } from './smtp-address.ts';

describe('readSmtpAddress', () => {
  it.each([
    ['smtp://mail.test', { host: 'mail.test', port: 587, secure: false, requireTLS: false, auth: null }],
    ['smtps://mail.test', { port: 465, secure: true, requireTLS: false }],
    ['smtp://u%40x:p%2Fw@mail.test:25', { port: 25, requireTLS: true, auth: { user: 'u@x', pass: 'p/w' } }],
    ['smtp://u:p@127.0.0.1:2525', { host: '127.0.0.1', requireTLS: false }],
    ['smtp://[::1]:2525', { host: '::1', port: 2_525 }],
  ])('%s', (text, expected) => {
    expect(readSmtpAddress(text, 'ALERT_SMTP')).toMatchObject(expected);
  });

  it.each(['mail.test:25', 'https://u:hunter2@mail.test', 'smtp://u:%zzhunter2@mail.test', 'smtp://', ''])(
    'refuses "%s" without repeating it',
    (text) => {
      expect(() => readSmtpAddress(text, 'ALERT_SMTP')).toThrow(
        /^The environment variable ALERT_SMTP should hold/,
      );
    },
  );
});
