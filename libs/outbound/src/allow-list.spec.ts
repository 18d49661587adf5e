import { describe, expect, it } from '@jest/globals';
import { compileAllowList } from './allow-list.ts';

function allows(entry: string, hostname: string, address: string, port: number): boolean {
  return compileAllowList([entry])({ hostname, address, port });
}

describe('compileAllowList', () => {
  it.each([
    ['127.0.0.1:8093', 'press.test', '127.0.0.1', 8093, true],
    ['127.0.0.1:8093', 'press.test', '127.0.0.1', 8094, false],
    ['127.0.0.1', 'press.test', '::ffff:127.0.0.1', 1, true],
    ['10.0.0.0/8', 'x', '10.200.0.1', 443, true],
    ['10.0.0.0/8', 'x', '11.0.0.1', 443, false],
    ['10.0.0.0/8:8080', 'x', '10.0.0.1', 8080, true],
    ['10.0.0.0/8:8080', 'x', '10.0.0.1', 80, false],
    ['::1', 'x', '::1', 80, true],
    ['[::1]:8080', 'x', '::1', 8080, true],
    ['[::1]:8080', 'x', '::1', 80, false],
    ['fd00::/8', 'x', 'fd12::1', 80, true],
    ['fd00::/8', 'x', '10.0.0.1', 80, false],
    ['wire.intranet', 'wire.intranet', '10.0.0.1', 80, true],
    ['Wire.Intranet:8080', 'wire.intranet', '10.0.0.1', 8080, true],
    ['wire.intranet', 'other.intranet', '10.0.0.1', 80, false],
    ['wire.intranet', 'evil-wire.intranet', '10.0.0.1', 80, false],
    ['*.intranet', 'wire.intranet', '10.0.0.1', 80, true],
    ['*.intranet', 'intranet', '10.0.0.1', 80, false],
    ['localhost', 'localhost', '127.0.0.1', 3000, true],
    ['127.0.0.1', 'localhost', '127.0.0.1', 3000, true],
    ['localhost', 'press.test', '127.0.0.1', 3000, false],
  ])('%s for %s at %s port %i: %s', (entry, hostname, address, port, expected) => {
    expect(allows(entry, hostname, address, port)).toBe(expected);
  });

  it.each(['', 'http://x', '10.0.0.0/99', 'a b', '*', '*.', 'x:port', '::1/8/8'])(
    'refuses to read "%s"',
    (entry) => {
      expect(() => compileAllowList([entry])).toThrow('cannot read');
    },
  );

  it('allows nothing when empty', () => {
    expect(compileAllowList([])({ hostname: 'localhost', address: '127.0.0.1', port: 80 })).toBe(false);
  });
});
