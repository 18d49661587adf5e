/** Texts of any length for the benchmarks of the classifier, made of the gold set's sentences; all of it synthetic. */
import { fileURLToPath } from 'node:url';
import { loadGold, loadSeeds } from '../../../libs/seed-loader/dist/index.js';

const FOLDER = fileURLToPath(new URL('../../../seeds/us-japan-alliance', import.meta.url));

const inWords = (result) => {
  if (!('problems' in result)) return result;
  throw new Error(result.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
};

export const { seeds } = inWords(await loadSeeds(FOLDER));
export const gold = inWords(await loadGold(FOLDER)).articles;

/** A Japanese word is counted as two characters, which is near its mean length. */
export const CHARACTERS_A_WORD = 2;

const SENTENCES = Object.fromEntries(
  ['en', 'ja'].map((language) => [
    language,
    gold.filter((a) => a.language === language).flatMap((a) => a.sentences.map(({ text }) => text)),
  ]),
);
const TITLES = Object.fromEntries(
  ['en', 'ja'].map((language) => [
    language,
    gold.filter((a) => a.language === language).map(({ title }) => title),
  ]),
);
const lengthOf = (language, sentence) =>
  language === 'ja' ? sentence.length / CHARACTERS_A_WORD : sentence.split(' ').length;

/** `count` articles of `words` words each, every one another mixture; the same in every run. */
export function makeArticles(language, words, count, seed = 1) {
  let state = seed;
  const random = (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  return Array.from({ length: count }, () => {
    const sentences = [];
    for (let length = 0; length < words; ) {
      const sentence = SENTENCES[language][random(SENTENCES[language].length)];
      sentences.push(sentence + (sentences.length % 4 === 3 ? '\n\n' : language === 'ja' ? '' : ' '));
      length += lengthOf(language, sentence);
    }
    return { title: TITLES[language][random(TITLES[language].length)], text: sentences.join(''), language };
  });
}

/** Seconds of processor time, user and system, that `work` takes. */
export function cpuSeconds(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
