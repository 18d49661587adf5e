import { afterEach, describe, expect, it } from '@jest/globals';
import { createExtractionPool, type ExtractionPool } from './extraction-pool.ts';

// Needs the build: threads run the compiled entry.
const limits = { threads: 2, timeoutMs: 20_000, maxOldGenerationMb: 256 };
const context = { url: 'https://news.example.com/a', seenAt: '2026-05-04T00:00:00Z' };
const article = `<html><head><title>Plan approved</title><meta property="og:type" content="article"></head><body><article><h1>Plan approved</h1>${'<p>The council voted on Tuesday, after a long debate, to approve the plan for the old bridge.</p>'.repeat(6)}</article></body></html>`;

/** A thread that does to every page whose text is `bad` what the code says, and answers others at once. */
const threadThat = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ id, page }) => {
         if (page === 'bad') { ${code} }
         parentPort.postMessage({ id, page: { kind: 'article', text: page } });
       });`,
    )}`,
  );

let pool: ExtractionPool | undefined;
afterEach(() => pool?.close());

describe('createExtractionPool', () => {
  it('gives what extractArticle gives', async () => {
    pool = createExtractionPool(limits);
    const found = await pool.extract(new TextEncoder().encode(article), context);
    expect(found).toMatchObject({ kind: 'article', title: 'Plan approved' });
  });

  it('reads more pages than it has threads', async () => {
    pool = createExtractionPool(limits);
    const found = await Promise.all(Array.from({ length: 9 }, () => pool!.extract(article, context)));
    expect(found.map((page) => page.kind)).toEqual(Array.from({ length: 9 }, () => 'article'));
  });

  it.each([
    ['timeout', 'for (;;);', { timeoutMs: 500 }],
    [
      'memory',
      'const hoard = []; for (;;) hoard.push(new Array(10000).fill({}));',
      { maxOldGenerationMb: 32 },
    ],
    ['crash', 'process.exit(3);', {}],
    ['crash', 'throw new Error("no");', {}],
  ])('answers %s and goes on with the next page (%s)', async (reason, code, stricter) => {
    pool = createExtractionPool({ ...limits, threads: 1, ...stricter, entry: threadThat(code) });
    const [bad, good] = await Promise.all([pool.extract('bad', context), pool.extract('good', context)]);
    expect(bad).toMatchObject({ kind: 'failed', reason });
    expect(good).toMatchObject({ kind: 'article', text: 'good' });
  });

  it('answers what is under way or waiting when it is closed, and takes nothing more', async () => {
    pool = createExtractionPool({ ...limits, threads: 1, entry: threadThat('for (;;);') });
    const pages = [pool.extract('bad', context), pool.extract('good', context)];
    await pool.close();
    expect(await Promise.all(pages)).toMatchObject([{ kind: 'failed' }, { kind: 'failed' }]);
    await expect(pool.extract('good', context)).rejects.toThrow('closed');
  });
});
