import { describe, expect, it } from '@jest/globals';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.ts';

const claim = { channelId: 'desk', recipient: 'ann@example.org', ruleId: 'new-articles' };
const token = unsubscribeToken('secret', claim);

describe('unsubscribeToken', () => {
  it('is read back as it was made, and stays the same', () => {
    expect(readUnsubscribeToken('secret', token)).toEqual(claim);
    expect(unsubscribeToken('secret', claim)).toBe(token);
    const whole = { ...claim, ruleId: null };
    expect(readUnsubscribeToken('secret', unsubscribeToken('secret', whole))).toEqual(whole);
    expect(token).toMatch(/^[\w.-]+$/);
  });

  it('is nothing under another secret, for another address, cut, or made up', () => {
    const other = unsubscribeToken('secret', { ...claim, recipient: 'bob@example.org' });
    const [mine = '', signature = ''] = token.split('.');
    const mixed = `${other.split('.')[0]}.${signature}`;
    for (const bad of ['', '.', mine, mixed, `${token}x.y`, token.slice(0, -2), 'x'.repeat(5_000)])
      expect(readUnsubscribeToken('secret', bad)).toBeNull();
    expect(readUnsubscribeToken('another', token)).toBeNull();
  });
});
