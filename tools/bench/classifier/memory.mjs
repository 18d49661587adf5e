/** Memory over 100,000 articles through one model, English and Japanese in turn. Ends with 1 where it grows. */
import { trainBeatModel } from '../../../libs/classifier/dist/index.js';
import { makeArticles, seeds } from './texts.mjs';

const ARTICLES = 100_000;
const BLOCK = 10_000;
/** Megabytes by which the heap may grow from the second block on. */
const MOST_GROWTH = 8;
const model = trainBeatModel({ seeds });
const megabytes = (bytes) => bytes / 2 ** 20;

console.log(`\nMemory: megabytes in use after so many articles of 300 words, garbage collected`);
const heaps = [];
for (let done = 0; done < ARTICLES; done += BLOCK) {
  for (let n = 0; n < BLOCK; n += 100) {
    const language = (n / 100) % 2 === 0 ? 'en' : 'ja';
    for (const article of makeArticles(language, 300, 100, done + n + 1)) {
      // Every text brings spellings that no other has, as a stream does.
      model.classify({ ...article, text: `${article.text} Serial${done + n}x${article.text.length}.` });
    }
  }
  global.gc();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  heaps.push(megabytes(heapUsed + arrayBuffers));
  console.log(
    `${(done + BLOCK).toLocaleString('en-US').padStart(8)}  ${heaps.at(-1).toFixed(1).padStart(7)}   resident ${megabytes(rss).toFixed(0)}`,
  );
}
const growth = heaps.at(-1) - heaps[1];
console.log(`From the second block to the last: ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MB.`);
process.exitCode = growth <= MOST_GROWTH ? 0 : 1;
