import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { extractArticle } from './extract.ts';
import { HOSTILE_SHAPES } from './hostile-shapes.ts';
import { startWorkMeter, type WorkMeter } from './work-meter.ts';

const context = { url: 'https://news.example.com/2026/05/03/plan', seenAt: '2026-05-04T00:00:00Z' };
/** Of a linear function twice the page takes twice the steps; of n log n a little more; of a square four times. */
const MOST = 2.2;

describe('the work for a page', () => {
  let meter: WorkMeter;
  let extract: typeof extractArticle;

  beforeAll(async () => {
    meter = await startWorkMeter('/libs/extraction/src/');
    ({ extractArticle: extract } = await import('./extract.ts'));
    extract('<p>Tables are built on first use.</p>', context);
  });

  afterAll(() => meter.stop());

  async function stepsFor(html: string): Promise<number> {
    await meter.read();
    extract(html, context);
    return meter.read();
  }

  it('is counted in a way that would show a square', async () => {
    const square = async (n: number) => {
      const words = Array.from({ length: n }, (_, i) => `w${i}`);
      await meter.read();
      for (const word of words) words.indexOf(`${word}!`);
      return meter.read();
    };
    expect((await square(400)) / (await square(200))).toBeGreaterThan(3.9);
  });

  it.each(HOSTILE_SHAPES.map(([name, build, n]) => ({ name, build, n: Math.max(600, Math.round(n / 40)) })))(
    'grows no faster than the page: $name',
    async ({ build, n }) => {
      const empty = await stepsFor(build(1));
      const once = (await stepsFor(build(2 * n))) - empty;
      const twice = (await stepsFor(build(4 * n))) - empty;
      expect(once).toBeGreaterThan(0);
      expect(twice / once).toBeLessThan(MOST);
    },
  );
});
