/** Articles per second of processor time at three lengths, in two languages, next to naive keyword matching. */
import { trainBeatModel } from '../../../libs/classifier/dist/index.js';
import { cpuSeconds, makeArticles, median, seeds } from './texts.mjs';

const PASSES = 7;
const model = trainBeatModel({ seeds });

/** What a plain filter does: looks for every cue term of every label in the text. */
function keywordCounts(language) {
  const cues = seeds.labels.map((label) => (label.cues[language] ?? []).map((cue) => cue.toLowerCase()));
  return ({ title, text }) => {
    const whole = `${title}\n${text}`.toLowerCase();
    return cues.map((terms) => terms.reduce((n, term) => n + (whole.includes(term) ? 1 : 0), 0));
  };
}

const rate = (articles, work) => {
  for (const article of articles) work(article);
  const seconds = Array.from({ length: PASSES }, () =>
    cpuSeconds(() => {
      for (const article of articles) work(article);
    }),
  );
  return articles.length / median(seconds);
};
const shown = (n) => Math.round(n).toLocaleString('en-US').padStart(10);

console.log(
  `\nSpeed: articles a second of processor time, ${seeds.labels.length} labels with evidence, median of ${PASSES}`,
);
console.log('language  words  classifier    keywords   ratio');
for (const language of ['en', 'ja']) {
  for (const words of [200, 1_000, 5_000]) {
    const articles = makeArticles(language, words, Math.max(60, Math.round(400_000 / words)));
    const own = rate(articles, (article) => model.classify(article));
    const naive = rate(articles, keywordCounts(language));
    console.log(
      `${language.padEnd(8)} ${String(words).padStart(6)} ${shown(own)}  ${shown(naive)}  ${(own / naive).toFixed(2).padStart(6)}`,
    );
  }
}
