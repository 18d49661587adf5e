import { describe, expect, it } from '@jest/globals';
import { ODD_PAGES, readOddPage } from './odd-pages.ts';

describe('odd and hostile pages', () => {
  it('are all different', () => {
    expect(new Set(ODD_PAGES.map(({ name }) => name)).size).toBe(ODD_PAGES.length);
    expect(
      new Set(ODD_PAGES.map(({ html, url, contentType }) => `${String(html)} ${url} ${contentType}`)).size,
    ).toBe(ODD_PAGES.length);
  });

  it.each(ODD_PAGES.map((page) => ({ name: page.name, page })))('$name', ({ page }) => {
    const found = readOddPage(page);
    expect(found.kind === 'article' ? 'article' : found.reason).toBe(page.verdict);
    for (const words of page.keeps ?? []) expect(found.text).toContain(words);
    for (const words of page.loses ?? []) expect(found.text).not.toContain(words);
    if (page.facts !== undefined) expect(found).toMatchObject(page.facts);
    if (page.day !== undefined) expect(found.published?.written.slice(0, 10)).toBe(page.day);
  });
});
