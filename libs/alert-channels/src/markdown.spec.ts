import { describe, expect, it } from '@jest/globals';
import { anAlert, HOSTILE } from './fixtures/message.ts';
import { alertMarkdown } from './markdown.ts';
import { wordsOf } from './message-text.ts';

describe('alertMarkdown', () => {
  it('links headline and dashboard and quotes the evidence with its frames', () => {
    const text = alertMarkdown(
      wordsOf(anAlert({ title: 'Bases agreed', url: 'https://news.test/a_(b)' }), 'UTC'),
    );
    expect(text).toContain('**[Bases agreed](https://news.test/a_%28b%29)**');
    expect(text).toContain('> Japan should pay more, he said\\. — **Burden sharing**');
    expect(text).toContain('[Open in Framewatch](https://framewatch.test/alerts/42)');
  });

  it('lets hostile text neither link nor mention', () => {
    const text = alertMarkdown(wordsOf(anAlert({ title: HOSTILE, url: null }), 'UTC'));
    expect(text).not.toContain('@everyone');
    expect(text).not.toContain('](http://evil');
    expect(text).not.toContain('<script>');
  });
});
