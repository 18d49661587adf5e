import {
  assignStory,
  isSameCopy,
  keysAcross,
  storyVector,
  survivingStory,
  textSignature,
} from '../../../libs/dedup/dist/index.js';
import { createIndex } from './candidate-index.mjs';

/** As `MOST_CANDIDATES` and `REACH_DAYS` of the worker's group-article stage. */
const MOST = 20;
const REACH = 5 * 86_400_000;
const COPY_REACH = 30 * 86_400_000;

/**
 * Groups articles one after the other as the worker does: signature, copies over shared bands, story over shared keys.
 * Candidates come from an index in memory in the order in which the store's SQL gives them; `most` articles in all.
 */
export function createGrouper(most) {
  const articles = [];
  const byBand = createIndex(most);
  const byKey = createIndex(most);
  const byBridge = createIndex(most);
  const root = new Map();
  let stories = 0;
  const rootOf = (id) => (root.has(id) ? rootOf(root.get(id)) : id);
  const apart = (at, time) => Math.abs(articles[at].time - time);

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
      const twins = byBand
        .take(
          signature.bands,
          MOST,
          (other) => apart(other, time) <= COPY_REACH,
          () => 0,
        )
        .sort((a, b) => articles[a].time - articles[b].time);
      const twin = twins.find((other) => isSameCopy(signature, articles[other].signature).same);
      if (twin !== undefined) {
        article.copyOf = articles[twin].copyOf ?? twin;
        article.storyId = articles[twin].storyId;
      } else article.storyId = this.findStory(article);
      byBand.put(signature.bands, at);
      byKey.put(vector.keys, at);
      byBridge.put(vector.bridgeKeys, at);
      return at;
    },
    findStory({ vector, time }) {
      const near = (index, keys) =>
        index.take(
          keys,
          MOST,
          (at) => apart(at, time) <= REACH,
          (a, b) => apart(a, time) - apart(b, time),
        );
      const members = [...near(byKey, vector.keys), ...near(byBridge, keysAcross(vector))].map((at) => ({
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
