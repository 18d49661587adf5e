import { seededRandom, wilson } from '@framewatch/measures';
import { describe, expect, it } from '@jest/globals';
import { storyBand } from './story-band.ts';

const stories = (count: number, n: number, hitsOf: (i: number) => number) =>
  Array.from({ length: count }, (_, i) => ({ n, hits: hitsOf(i) }));
const width = (band: { low: number; high: number } | null) => (band ? band.high - band.low : Number.NaN);

describe('storyBand', () => {
  it('is Wilson’s where no story repeats', () => {
    expect(
      storyBand(
        stories(40, 1, (i) => (i % 4 === 0 ? 1 : 0)),
        seededRandom(1),
      ),
    ).toEqual({
      method: 'wilson',
      ...wilson(10, 40),
    });
  });

  it('is as wide as the stories allow, not as the articles would', () => {
    // Thirty stories of ten articles each, all or none of a story framed: thirty pieces of evidence, not three hundred.
    const band = storyBand(
      stories(30, 10, (i) => (i % 3 === 0 ? 10 : 0)),
      seededRandom(1),
    );
    expect(band?.method).toBe('story-bootstrap');
    expect(width(band)).toBeGreaterThan(2.5 * width(wilson(100, 300)));
    expect(width(band) / width(wilson(10, 30))).toBeCloseTo(1, 0);
  });

  it('does not shrink to nothing with few stories, or with none or all framed', () => {
    const few = storyBand(
      stories(5, 20, (i) => (i === 0 ? 20 : 0)),
      seededRandom(1),
    );
    expect(few).toEqual({ method: 'wilson-by-story', ...wilson(1, 5) });
    expect(
      width(
        storyBand(
          stories(50, 3, () => 0),
          seededRandom(1),
        ),
      ),
    ).toBeGreaterThan(0.05);
    expect(storyBand([], seededRandom(1))).toBeNull();
  });

  it('goes over smoothly from drawing stories to their variance', () => {
    const many = (count: number) =>
      storyBand(
        stories(count, 4, (i) => ((i * 7_919) % 10 < 3 ? 4 : 0)),
        seededRandom(1),
      );
    const [drawn, reckoned] = [many(1_000), many(1_010)];
    expect([drawn?.method, reckoned?.method]).toEqual(['story-bootstrap', 'story-variance']);
    expect(Math.abs((drawn?.low ?? 0) - (reckoned?.low ?? 1))).toBeLessThan(0.005);
    expect(Math.abs((drawn?.high ?? 0) - (reckoned?.high ?? 1))).toBeLessThan(0.005);
  });

  it('holds the true share about 19 times in 20 where stories repeat', () => {
    const random = seededRandom(5);
    let held = 0;
    for (let round = 0; round < 200; round++) {
      const drawn = Array.from({ length: 60 }, () => {
        const n = 1 + Math.floor(random() * 8);
        return { n, hits: random() < 0.3 ? n : 0 };
      });
      const band = storyBand(drawn, random);
      if (band && band.low <= 0.3 && 0.3 <= band.high) held += 1;
    }
    expect(held / 200).toBeGreaterThan(0.9);
  });
});
