import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isSigned } from './signature.ts';

const body = Buffer.from('<rss/>');
const sign = (method: string, secret = 'secret') => createHmac(method, secret).update(body).digest('hex');

describe('isSigned', () => {
  it.each(['sha1', 'sha256', 'sha384', 'sha512'])('believes %s, in capitals too', (method) => {
    expect(isSigned(`${method}=${sign(method)}`, 'secret', body)).toBe(true);
    expect(isSigned(`${method}=${sign(method).toUpperCase()}`, 'secret', body)).toBe(true);
    expect(isSigned(`${method}=${sign(method, 'other')}`, 'secret', body)).toBe(false);
  });
  it('believes nothing else', () => {
    const right = sign('sha256');
    for (const header of [
      undefined,
      '',
      right,
      `sha256=${right.slice(2)}`,
      `sha256=${right}00`,
      `sha1=${right}`,
      `sha224=${sign('sha224')}`,
      `md5=${sign('md5')}`,
      `toString=${right}`,
      'sha256=',
      `sha256=${'zz'.repeat(32)}`,
    ])
      expect(isSigned(header, 'secret', body)).toBe(false);
    expect(isSigned(`sha256=${right}`, 'secret', Buffer.from('<rss />'))).toBe(false);
  });
});
