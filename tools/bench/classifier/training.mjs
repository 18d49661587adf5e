/** Seconds that training takes, and retraining after one more correction. */
import { createBackground, trainBeatModel } from '../../../libs/classifier/dist/index.js';
import { cpuSeconds, gold, makeArticles, median, seeds } from './texts.mjs';

const PASSES = 5;
const BACKGROUND = 5_000;
const CORRECTED = 100;

const stream = createBackground();
const reading = cpuSeconds(() => {
  for (const language of ['en', 'ja'])
    for (const { text } of makeArticles(language, 400, BACKGROUND / 2)) stream.add(text, language);
});
const background = stream.snapshot();
const corrections = gold.slice(0, CORRECTED + 1).map(({ title, sentences, language, relevant, frames }) => ({
  article: { title, text: sentences.map(({ text }) => text).join(' '), language },
  labels: [
    { kind: 'relevance', labelId: 'relevance', decision: relevant ? 'yes' : 'no' },
    ...frames.map((labelId) => ({ kind: 'frame', labelId, decision: 'yes' })),
  ],
}));
const time = (training) =>
  median(Array.from({ length: PASSES }, () => cpuSeconds(() => trainBeatModel(training)))).toFixed(2);

console.log('\nTraining: seconds of processor time');
console.log(`counting the words of ${BACKGROUND.toLocaleString('en-US')} articles   ${reading.toFixed(2)}`);
console.log(`from the seeds alone                   ${time({ seeds })}`);
console.log(`with the stream's statistics           ${time({ seeds, background })}`);
console.log(
  `after a first correction               ${time({ seeds, background, corrections: corrections.slice(0, 1) })}`,
);
console.log(`after one more than ${CORRECTED} corrections      ${time({ seeds, background, corrections })}`);
