import { describe, expect, it } from '@jest/globals';
import { createBackground, emptyBackground, shareOf } from './background.ts';

describe('createBackground', () => {
  it('counts texts and uses of terms by language', () => {
    const background = createBackground();
    background.add('Ships and more ships.', 'en');
    background.add('A ship.', 'en');
    background.add('日本の艦船', 'ja');
    expect(background.snapshot().languages.en?.terms.ship).toEqual([2, 3]);
    expect(background.snapshot().languages.ja?.terms).toEqual({ 日本: [1, 1], 艦船: [1, 1] });
  });

  it('goes on from a snapshot as if it had never stopped', () => {
    const whole = createBackground();
    const first = createBackground();
    for (const text of ['One ship.', 'Two ships.']) whole.add(text, 'en');
    first.add('One ship.', 'en');
    const second = createBackground(first.snapshot());
    second.add('Two ships.', 'en');
    expect(second.snapshot()).toEqual(whole.snapshot());
  });

  it('forgets the rarest terms before its memory grows without bounds', () => {
    const background = createBackground();
    for (let n = 0; n < 100; n++) {
      const rare = Array.from({ length: 1_000 }, (_, i) => `w${n}x${i}`).join(' ');
      background.add(`common ${rare}`, 'en');
    }
    const { terms } = background.snapshot().languages.en!;
    expect(Object.keys(terms).length).toBeLessThanOrEqual(40_000);
    expect(terms.common?.[0]).toBe(100);
  });
});

describe('shareOf', () => {
  it('knows common words on day one and learns the stream’s', () => {
    expect(shareOf('govern', 'en', emptyBackground)).toBeGreaterThan(
      shareOf('zyzzyva', 'en', emptyBackground),
    );
    const background = createBackground();
    for (let n = 0; n < 50; n++) background.add('zyzzyva '.repeat(1_000), 'en');
    expect(shareOf('zyzzyva', 'en', background.snapshot())).toBeGreaterThan(0.1);
  });
});
