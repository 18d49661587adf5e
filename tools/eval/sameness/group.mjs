import {
  assignStory,
  isSameCopy,
  keysAcross,
  storyVector,
  survivingStory,
  textSignature,
} from '../../../libs/dedup/dist/index.js';

/** As `MOST_CANDIDATES` and `REACH_DAYS` of the worker's group-article stage. */
const MOST = 20;
const REACH = 5 * 86_400_000;
const COPY_REACH = 30 * 86_400_000;

/**
 * Groups articles one after the other as the worker does: signature, copies over shared bands, story over shared keys.
 * Candidates come from an index in memory in the order in which the store's SQL gives them.
 */
export function createGrouper() {
  const articles = [];
  const byBand = new Map();
  const byKey = new Map();
  const byBridge = new Map();
  const root = new Map();
  let stories = 0;
  const rootOf = (id) => (root.has(id) ? rootOf(root.get(id)) : id);
  const take = (index, keys, self) => {
    const hits = new Map();
    for (const key of keys)
      for (const at of index.get(key) ?? []) if (at !== self) hits.set(at, (hits.get(at) ?? 0) + 1);
    return hits;
  };
  const put = (index, keys, at) => {
    for (const key of new Set(keys)) {
      const list = index.get(key);
      if (list) list.push(at);
      else index.set(key, [at]);
    }
  };

  return {
    articles,
    storyOf: (at) => rootOf(articles[at].storyId),
    copyOf: (at) => articles[at].copyOf,
    add({ title, text, language, published }) {
      const at = articles.length;
      const signature = textSignature(title, text, language);
      const vector = storyVector(title, text, published);
      const time = Date.parse(published);
      const article = { signature, vector, time, storyId: null, copyOf: null };
      articles.push(article);
      const twins = [...take(byBand, signature.bands, at)]
        .filter(([other]) => Math.abs(articles[other].time - time) <= COPY_REACH)
        .sort((a, b) => b[1] - a[1])
        .slice(0, MOST)
        .map(([other]) => other)
        .sort((a, b) => articles[a].time - articles[b].time);
      const twin = twins.find((other) => isSameCopy(signature, articles[other].signature).same);
      if (twin !== undefined) {
        article.copyOf = articles[twin].copyOf ?? twin;
        article.storyId = articles[twin].storyId;
      } else article.storyId = this.findStory(article, at);
      put(byBand, signature.bands, at);
      put(byKey, vector.keys, at);
      put(byBridge, vector.bridgeKeys, at);
      return at;
    },
    findStory({ vector, time }, self) {
      const near = (index, keys) =>
        [...take(index, keys, self)]
          .filter(([at]) => Math.abs(articles[at].time - time) <= REACH)
          .sort(
            (a, b) =>
              b[1] - a[1] || Math.abs(articles[a[0]].time - time) - Math.abs(articles[b[0]].time - time),
          );
      const hits = [
        ...near(byKey, vector.keys).slice(0, MOST),
        ...near(byBridge, keysAcross(vector)).slice(0, MOST),
      ];
      const members = hits.map(([at]) => ({
        storyId: rootOf(articles[at].storyId),
        vector: articles[at].vector,
      }));
      const found = assignStory(vector, members);
      if (found.storyId === null) return String(++stories);
      const oldest = survivingStory([found.storyId, ...found.merge]);
      for (const id of [found.storyId, ...found.merge]) if (id !== oldest) root.set(id, oldest);
      return oldest;
    },
  };
}
