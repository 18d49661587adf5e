import type { Classification, LabelScore } from '@framewatch/contracts';
import { searchWords } from '@framewatch/search-words';
import type { Store } from '@framewatch/store';
import { countsAs } from '@framewatch/trends';
import { BEAT } from './test-api.ts';

/** What is said of a made-up article; the rest is filled in. */
export interface ArticleOrder {
  outlet: string;
  at: string;
  title?: string;
  text?: string;
  language?: string;
  textSource?: 'page' | 'feed-summary';
  relevance?: 'yes' | 'unclear' | 'no';
  topics?: string[];
  frames?: string[];
  /** Whether it came as news; made-up articles are imports otherwise. */
  isNews?: boolean;
}

let made = 0;

/** Stores an article as if it had gone through every stage, as the active model's classification would have it. */
export async function storeArticle(store: Store, order: ArticleOrder): Promise<string> {
  const model = await store.models.findActive(BEAT);
  const outletId = (await store.feeds.findOutletIds()).get(order.outlet);
  if (!model || outletId === undefined) throw new Error('the model or the outlet is not there yet');
  made += 1;
  const { title = `Article ${made}`, text = 'Something happened in Tokyo.', language = 'en' } = order;
  const { textSource = 'page', relevance = 'yes' } = order;
  const url = `http://articles.example/${made}`;
  const time = { statedAt: order.at, offsetMinutes: null, countedAt: order.at, dateIsStated: true };
  const now = new Date(order.at);
  const entry = { guid: url, entryHash: url, canonicalKey: url, url, title, authors: [], feedText: null };
  const id = await store.articles.insertImported(
    { ...entry, ...time, feedTextIsWhole: false },
    { outletId, isNews: order.isNews ?? false, synthetic: true, now },
    {
      ...time,
      title,
      text,
      authors: [],
      language,
      textSource,
      method: null,
      quality: null,
      note: null,
      canonicalUrl: null,
      contentHash: url,
      searchWords: searchWords(`${title} ${text}`, language),
    },
  );
  if (id === null) throw new Error('the address is taken');
  const storyId = await store.stories.create(title, now);
  await store.articles.saveGrouping(
    id,
    { signature: null, bands: [], storyTerms: [], bridgeTerms: [], copyOf: null, storyId },
    now,
  );
  const labels = labelsOf(order);
  const key = { articleId: id, revision: 1, beatId: BEAT, modelId: model.id };
  await store.classifications.save(key, classification(relevance, labels, model.version, text));
  await store.articles.setFate(id, 'classified', null);
  await store.trends.saveFact({ ...key, ...countsAs({ relevance, labels }, [], textSource) });
  return id;
}

function labelsOf({ topics = [], frames = [] }: ArticleOrder): LabelScore[] {
  const yes = (kind: LabelScore['kind']) => (labelId: string) => ({
    kind,
    labelId,
    score: 0.9,
    decision: 'yes' as const,
  });
  return [...topics.map(yes('topic')), ...frames.map(yes('frame'))];
}

function classification(
  decision: Classification['relevance']['decision'],
  labels: LabelScore[],
  modelVersion: string,
  text: string,
): Classification {
  const sentence = { field: 'text' as const, start: 0, end: text.length };
  return {
    language: 'en',
    covered: true,
    relevance: { score: decision === 'yes' ? 0.9 : 0.1, decision, groups: [], sentences: [] },
    labels,
    evidence: labels.map(({ kind, labelId }, index) => ({
      kind,
      labelId,
      sentence,
      weight: 1 + index,
      terms: [],
      voice: { kind: 'outlet' },
    })),
    briefs: [],
    modelVersion,
  };
}
