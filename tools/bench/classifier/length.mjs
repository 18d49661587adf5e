/** Whether twice the text takes twice the time: plain prose, and texts made to be slow. Ends with 1 where it does not. */
import { trainBeatModel } from '../../../libs/classifier/dist/index.js';
import { cpuSeconds, makeArticles, seeds } from './texts.mjs';

const PASSES = 9;
/** A quadratic method would take four times as long. */
const MOST = 3;
const model = trainBeatModel({ seeds });

const repeated = (piece, language = 'en') => [
  JSON.stringify(piece.slice(0, 24)),
  (n) => ({ title: '', text: piece.repeat(Math.ceil(n / piece.length)).slice(0, n), language }),
];
const prose = (language) => [
  `prose, ${language}`,
  (n) => ({ ...makeArticles(language, n / (language === 'ja' ? 2 : 6), 1)[0], language }),
];
const TEXTS = [
  prose('en'),
  prose('ja'),
  repeated('Japan '),
  repeated('missile ballistic missile the the the '),
  repeated('U.S. '),
  repeated('Mr. A. B. '),
  repeated('a.'),
  repeated('!'),
  repeated('“'),
  repeated('word'),
  repeated('Said A, who said B, said '),
  repeated('By Jane Doe\n'),
  repeated('A Name '),
  repeated('日米の', 'ja'),
  repeated('日米の同盟。', 'ja'),
  [
    'sentences of one length',
    (n) => ({
      title: '',
      text: Array.from({ length: n / 20 }, (_, i) => `Japan saw ${1e6 + i}. `).join('\n'),
      language: 'en',
    }),
  ],
  repeated('「', 'ja'),
  repeated('と述べ', 'ja'),
  repeated('\n'),
];
const LENGTH = 60_000;

console.log(
  `\nLength: milliseconds (the best of ${PASSES}) for ${LENGTH.toLocaleString('en-US')} characters and for twice as many`,
);
let failed = 0;
for (const [name, textOf] of TEXTS) {
  const [once, twice] = [textOf(LENGTH), textOf(2 * LENGTH)];
  for (let i = 0; i < 3; i++) for (const text of [once, twice]) model.classify(text);
  const time = (text) =>
    1_000 * Math.min(...Array.from({ length: PASSES }, () => cpuSeconds(() => model.classify(text))));
  const [a, b] = [time(once), time(twice)];
  // Below a millisecond a ratio is noise.
  const ratio = b / Math.max(a, 1);
  if (ratio > MOST) failed += 1;
  console.log(
    `${name.padEnd(28)} ${a.toFixed(1).padStart(7)} ${b.toFixed(1).padStart(7)}   × ${(b / a).toFixed(2)}${ratio > MOST ? '   NOT LINEAR' : ''}`,
  );
}
console.log(failed === 0 ? 'All are linear.' : `${failed} are not linear.`);
process.exitCode = failed === 0 ? 0 : 1;
