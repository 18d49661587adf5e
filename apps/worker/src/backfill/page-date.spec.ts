import { readDate } from '@framewatch/dates';
import { describe, expect, it } from '@jest/globals';
import { isWithin, mayHold, pageTime } from './page-date.ts';

const NOW = new Date('2026-05-12T12:00:00Z');
const entry = (url: string, published?: string, updated?: string) => ({
  url,
  published: published === undefined ? null : readDate(published),
  updated: updated === undefined ? null : readDate(updated),
});
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('pageTime', () => {
  it('believes a stated date, then the address, then the last change', () => {
    const url = 'https://press.example/2025/03/14/talks';
    expect(pageTime(entry(url, '2025-03-15T01:00:00+09:00', '2026-01-01'), NOW)).toEqual({
      instant: '2025-03-14T16:00:00.000Z',
      offsetMinutes: 540,
      from: 'published',
    });
    expect(pageTime(entry(url, undefined, '2026-01-01'), NOW)).toMatchObject({
      instant: '2025-03-14T00:00:00.000Z',
      from: 'address',
    });
    expect(pageTime(entry('https://press.example/talks', undefined, '2026-01-01'), NOW)).toMatchObject({
      from: 'changed',
    });
    expect(pageTime(entry('https://press.example/talks'), NOW)).toBeNull();
  });
  it('reads the ways in which addresses carry a day, and no other numbers', () => {
    const inAddress = (path: string) =>
      pageTime(entry(`https://press.example${path}`), NOW)?.instant.slice(0, 10);
    expect(inAddress('/20250314-talks')).toBe('2025-03-14');
    expect(inAddress('/news/2025-03-14/talks')).toBe('2025-03-14');
    expect(inAddress('/2025/03/talks')).toBe('2025-03-01');
    expect(inAddress('/talks-2025031499')).toBeUndefined();
    expect(inAddress('/2099/01/01/talks')).toBeUndefined();
    expect(inAddress('/article/20251399')).toBeUndefined();
  });
});

describe('a period', () => {
  const period = { since: day('2025-03-01'), until: day('2025-04-01') };
  it('holds what was published in it, and a day more where only a day is known', () => {
    const at = (instant: string, from: 'published' | 'address' = 'published') =>
      isWithin({ instant: `${instant}T00:00:00.000Z`, offsetMinutes: null, from }, period);
    expect([at('2025-02-28'), at('2025-03-01'), at('2025-03-31'), at('2025-04-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(at('2025-02-28', 'address')).toBe(true);
  });
  it('leaves out sitemaps that are called by another month or year', () => {
    const held = (name: string) => mayHold(`https://press.example/${name}`, period);
    expect([
      held('2025-03.xml'),
      held('sitemap-2025.xml'),
      held('post-sitemap12.xml'),
      held('sitemap.xml?y=2025&m=03'),
    ]).toEqual([true, true, true, true]);
    expect([held('2025-05.xml'), held('2024.xml'), held('archive/2026/01.xml')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
