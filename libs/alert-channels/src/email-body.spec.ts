import { describe, expect, it } from '@jest/globals';
import { emailBody } from './email-body.ts';
import { anAlert, HOSTILE } from './fixtures/message.ts';

describe('emailBody', () => {
  it('says the same in plain text and in HTML', () => {
    const { subject, text, html } = emailBody(anAlert(), 'UTC');
    expect(subject).toBe('Tokyo & Washington agree on <new> bases (New relevant articles)');
    for (const part of [
      'Japan should pay more',
      '日本の負担は重い。',
      'Burden sharing',
      'The Test Times',
      'alerts/42',
    ]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(text).toContain('Unsubscribe from these: https://framewatch.test/unsubscribe/abc');
    expect(html).toContain('href="https://framewatch.test/unsubscribe/abc"');
  });

  it('escapes what feeds say and links only web addresses', () => {
    const { subject, html } = emailBody(anAlert({ title: HOSTILE, url: 'javascript:alert(1)' }), 'UTC');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('javascript:');
    expect(html).toContain('&quot;quoted&quot;');
  });

  it('loads nothing from anywhere', () => {
    expect(emailBody(anAlert(), 'UTC').html).not.toMatch(/<(img|link|script|iframe)|url\(/);
  });

  it('says so of what is made up', () => {
    const { subject, html } = emailBody(anAlert({ synthetic: true }), 'UTC');
    expect(subject).toMatch(/^\[synthetic\]/);
    expect(html).toContain('Synthetic: what is told here is made up.');
  });
});
