/**
 * Copies and stories: for each article its signature, the search for its copies and for its story among at most 60
 * candidates of each, as the worker's group-article stage does it, with indexes in memory in place of the database,
 * whose time is not counted.
 */
import { assignStory, isSameCopy, storyVector, textSignature } from '../../../libs/dedup/dist/index.js';
import { pressPages } from './press-pages.mjs';

const MOST_CANDIDATES = 60;
const BAR = 1_000;
const { articles } = await pressPages(3_000);
const byBand = new Map();
const byKey = new Map();
const spent = { signature: 0, copies: 0, stories: 0, 'looking candidates up': 0 };
let copies = 0;
let stories = 0;

articles.forEach((article, i) => {
  const signature = timed('signature', () => textSignature(article.title, article.text, article.language));
  const alike = timed('looking candidates up', () => candidatesIn(byBand, signature.bands));
  const copyOf = timed('copies', () => alike.find((other) => isSameCopy(signature, other.signature).same));
  const vector = timed('signature', () => storyVector(article.title, article.text, article.published));
  const near = timed('looking candidates up', () => candidatesIn(byKey, vector.keys));
  const found = timed('stories', () =>
    copyOf === undefined ? assignStory(vector, near) : { storyId: copyOf.storyId },
  );
  copies += copyOf === undefined ? 0 : 1;
  if (found.storyId === null) stories += 1;
  const entry = { signature, vector, storyId: found.storyId ?? String(i + 1) };
  index(byBand, signature.bands, entry);
  index(byKey, vector.keys, entry);
});
report();

function timed(part, work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  spent[part] += (user + system) / 1e6;
  return result;
}

/** Those that share most keys, the latest first, as the database orders them. */
function candidatesIn(map, keys) {
  const shared = new Map();
  for (const key of keys)
    for (const entry of map.get(key) ?? []) shared.set(entry, (shared.get(entry) ?? 0) + 1);
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .map(([entry]) => entry);
}

function index(map, keys, entry) {
  for (const key of keys) {
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    else list.push(entry);
  }
}

function report() {
  const seconds = spent.signature + spent.copies + spent.stories;
  const perSecond = articles.length / seconds;
  const letters = articles.reduce((sum, { text }) => sum + text.length, 0) / articles.length;
  const share = (part) => `${part} ${((1_000 * spent[part]) / articles.length).toFixed(2)} ms`;
  console.log(
    `Sameness: ${articles.length} articles of the local press (synthetic), ${letters.toFixed(0)} letters on average, ${copies} copies and ${stories} stories found.`,
  );
  console.log(
    `  ${perSecond.toFixed(0)} articles a second and core (we aim for ${BAR}): ${Object.keys(spent).map(share).join(', ')} an article; the last, here in memory, is the database's work and not counted\n`,
  );
  process.exitCode = perSecond >= BAR ? 0 : 1;
}
