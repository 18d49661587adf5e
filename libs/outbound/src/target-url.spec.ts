import { describe, expect, it } from '@jest/globals';
import { readTargetUrl } from './target-url.ts';

describe('readTargetUrl', () => {
  it.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'gopher://example.org/',
    'data:text/plain,x',
    'javascript:alert(1)',
    'http://user:secret@example.org/',
    'http://user@example.org/',
    '/relative',
    'not a url',
    '',
    `https://example.org/${'x'.repeat(9_000)}`,
  ])('refuses %s', (written) => {
    expect(() => readTargetUrl(written)).toThrow(expect.objectContaining({ reason: 'refused-url' }));
  });

  it('keeps a password out of its message', () => {
    expect(() => readTargetUrl('http://user:secret@example.org/')).not.toThrow(/secret/);
  });

  it('resolves against a base', () => {
    expect(readTargetUrl('/feed', 'https://example.org/a/b').href).toBe('https://example.org/feed');
  });
});
