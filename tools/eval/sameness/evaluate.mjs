import { createPress, fakeClock } from '../../../libs/testing/dist/index.js';
import { bCubed } from './b-cubed.mjs';
import { createGrouper } from './group.mjs';
import { hardArticles, hardPairs } from './hard-pairs.mjs';

const BARS = { copyPrecision: 0.99, copyRecall: 0.97, f1: 0.9, pairs: 0.9, perSecond: 1000 };
const share = (value) => value.toFixed(3);

/** A worker runs for weeks: it is measured after its code has been compiled, with articles that it has not seen. */
export async function warmUp() {
  groupAll(await pressArticles(30, 20));
}

async function pressArticles(seed, historyDays) {
  const clock = fakeClock('2026-11-22T12:00:00Z');
  const press = await createPress({ seed, clock, historyDays, articlesPerDay: 60 });
  const articles = press.articles();
  await press.close();
  return articles;
}

/** Groups the articles of one seed of the press as they were published; prints figures, returns what is below a bar. */
export async function evaluatePress(seed, historyDays, show) {
  const articles = await pressArticles(seed, historyDays);
  console.log(`\nSynthetic press, seed ${seed}: ${articles.length} articles of ${historyDays} days`);
  const failures = [];
  for (const [name, chosen] of [
    // First, while the library has met no name of this press: what it remembers of words is part of its speed.
    ['both together', articles],
    ['English', articles.filter(({ language }) => language === 'en')],
    ['Japanese', articles.filter(({ language }) => language === 'ja')],
  ]) {
    const { grouper, seconds, clock } = groupAll(chosen);
    const perSecond = Math.round(chosen.length / seconds);
    const items = chosen.map(({ storyId }, at) => ({ found: grouper.storyOf(at), truth: storyId, at }));
    const { precision, recall, f1 } = bCubed(items);
    console.log(
      `  stories, ${name.padEnd(13)} B-cubed P ${share(precision)} R ${share(recall)} F1 ${share(f1)}   ${seconds.toFixed(2)} s of processor time (${clock.toFixed(2)} s by the clock), ${perSecond} articles/s and core`,
    );
    if (f1 < BARS.f1) failures.push(`seed ${seed}: stories ${name}, F1 ${share(f1)} < ${BARS.f1}`);
    if (name !== 'both together') continue;
    const across = acrossLanguages(items, (at) => chosen[at].language);
    console.log(
      `  pairs of an English and a Japanese article: P ${share(across.precision)} R ${share(across.recall)}`,
    );
    const copies = copyFigures(chosen, grouper);
    console.log(`  copies: P ${share(copies.precision)} R ${share(copies.recall)} of ${copies.truths}`);
    if (copies.precision < BARS.copyPrecision || copies.recall < BARS.copyRecall)
      failures.push(`seed ${seed}: copies, P ${share(copies.precision)} R ${share(copies.recall)}`);
    if (perSecond < BARS.perSecond)
      failures.push(`seed ${seed}: ${perSecond} articles/s < ${BARS.perSecond}`);
    printWorst(items, chosen, show);
  }
  return failures;
}

/** Speed is counted in processor time: other work on the machine shows less in it than in that of the clock. */
function groupAll(articles) {
  const grouper = createGrouper(articles.length);
  const [before, began] = [process.cpuUsage(), performance.now()];
  for (const article of articles) grouper.add(article);
  const clock = (performance.now() - began) / 1e3;
  const { user, system } = process.cpuUsage(before);
  return { grouper, seconds: (user + system) / 1e6, clock };
}

function acrossLanguages(items, languageOf) {
  const pairs = (key) => {
    const groups = new Map();
    for (const item of items) {
      const counts = groups.get(key(item)) ?? { en: 0, ja: 0 };
      counts[languageOf(item.at)] += 1;
      groups.set(key(item), counts);
    }
    return [...groups.values()].reduce((sum, { en, ja }) => sum + en * ja, 0);
  };
  const both = pairs(({ found, truth }) => `${found}\u0000${truth}`);
  return { precision: both / pairs(({ found }) => found), recall: both / pairs(({ truth }) => truth) };
}

/** A copy is found where an article and what it repeats share an original. */
function copyFigures(articles, grouper) {
  const placeOf = new Map(articles.map(({ id }, at) => [id, at]));
  const original = (at) => grouper.copyOf(at) ?? at;
  const truths = articles.flatMap(({ copyOf }, at) => (copyOf !== null && placeOf.has(copyOf) ? [at] : []));
  const isFamily = (a, b) => rootOf(articles, placeOf, a) === rootOf(articles, placeOf, b);
  const found = articles.flatMap((_, at) => (grouper.copyOf(at) === null ? [] : [at]));
  const right = found.filter((at) => isFamily(at, grouper.copyOf(at)));
  const met = truths.filter((at) => original(at) === original(placeOf.get(articles[at].copyOf)));
  return {
    precision: right.length / found.length,
    recall: met.length / truths.length,
    truths: truths.length,
  };
}

function rootOf(articles, placeOf, at) {
  const { copyOf, id } = articles[at];
  return copyOf !== null && placeOf.has(copyOf) ? rootOf(articles, placeOf, placeOf.get(copyOf)) : id;
}

function printWorst(items, articles, show) {
  const title = ({ at }) =>
    `${articles[at].published.slice(0, 10)} ${articles[at].language} ${articles[at].title}`;
  const list = (name, key, other) => {
    const groups = Map.groupBy ? Map.groupBy(items, key) : groupBy(items, key);
    const worst = [...groups.values()]
      .map((group) => [...groupBy(group, other).values()])
      .filter((parts) => parts.length > 1)
      .sort((a, b) => sizeOf(b) - sizeOf(a))
      .slice(0, show);
    for (const parts of worst)
      console.log(
        `  ${name}:\n    ${parts.map((part) => `${part.length} × ${title(part[0])}`).join('\n    ')}`,
      );
  };
  list(
    'taken for one',
    (item) => item.found,
    (item) => item.truth,
  );
  list(
    'torn apart',
    (item) => item.truth,
    (item) => item.found,
  );
}

const sizeOf = (parts) =>
  parts.reduce((sum, part) => sum + part.length, 0) - Math.max(...parts.map((p) => p.length));

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Groups the hand-made articles and asks each named case; prints the wrong ones, returns what is below a bar. */
export function evaluateHardPairs() {
  const articles = hardArticles();
  const { grouper } = groupAll(articles);
  const placeOf = new Map(articles.map(({ id }, at) => [id, at]));
  const copy = { right: 0, found: 0, true: 0 };
  const story = { right: 0, asked: 0 };
  const wrong = [];
  for (const pair of hardPairs()) {
    const [a, b] = [placeOf.get(pair.a), placeOf.get(pair.b)];
    const isCopy = (grouper.copyOf(a) ?? a) === (grouper.copyOf(b) ?? b);
    const isStory = grouper.storyOf(a) === grouper.storyOf(b);
    if (pair.copy !== null) {
      copy.found += Number(isCopy);
      copy.true += Number(pair.copy);
      copy.right += Number(isCopy && pair.copy);
      if (isCopy !== pair.copy) wrong.push(`${pair.a} ${pair.b}: ${pair.name}: ${isCopy ? '' : 'no '}copy`);
    }
    story.asked += 1;
    story.right += Number(isStory === pair.story);
    if (isStory !== pair.story)
      wrong.push(`${pair.a} ${pair.b}: ${pair.name}: ${isStory ? 'one story' : 'two stories'}`);
  }
  const items = articles.map(({ event }, at) => ({ found: grouper.storyOf(at), truth: event, at }));
  const { precision, recall, f1 } = bCubed(items);
  const [copyPrecision, copyRecall] = [copy.right / copy.found, copy.right / copy.true];
  console.log(`\nHand-made: ${articles.length} articles, ${story.asked} named pairs`);
  console.log(`  copies: P ${share(copyPrecision)} R ${share(copyRecall)} of ${copy.true}`);
  console.log(`  stories: ${story.right} of ${story.asked} pairs right`);
  console.log(`  stories: B-cubed P ${share(precision)} R ${share(recall)} F1 ${share(f1)}`);
  for (const line of wrong) console.log(`  wrong: ${line}`);
  return [
    ...(copyPrecision < BARS.copyPrecision || copyRecall < BARS.copyRecall ? ['hand-made: copies'] : []),
    ...(f1 < BARS.f1 ? [`hand-made: stories, F1 ${share(f1)} < ${BARS.f1}`] : []),
    ...(story.right / story.asked < BARS.pairs ? ['hand-made: named pairs'] : []),
  ];
}
