import type { BeatSeeds, Decision, LabelScore } from '@framewatch/contracts';
import type { Store } from '@framewatch/store';

export const BEAT = 'beat';
export const TOPICS = ['bases', 'budget', 'drills'];
export const FRAMES = ['threat', 'cost'];

/** An article of a made-up history. */
export interface MadeArticle {
  outletId: string;
  countedAt: Date;
  seenAt: Date;
  isNews: boolean;
  language?: string;
  text?: string;
  relevance?: Decision;
  score?: number;
  topics?: Record<string, number>;
  frames?: string[];
  story?: string;
  /** What an editor says of it before the rules look. */
  corrections?: { kind: 'topic' | 'frame' | 'relevance'; labelId: string; decision: 'yes' | 'no' }[];
}

/** A beat with a model in force that was made long before; it judges nothing by itself. */
export async function makeBeat(store: Store, at: Date): Promise<string> {
  const label = (kind: 'topic' | 'frame') => (id: string) => ({ kind, id, name: { en: id } });
  const seeds = {
    name: { en: 'Beat' },
    labels: [...TOPICS.map(label('topic')), ...FRAMES.map(label('frame'))],
  };
  const id = await store.models.prepare({
    beatId: BEAT,
    version: 'v1',
    seedHash: 'v1',
    seeds: seeds as unknown as BeatSeeds,
    background: {},
    corrections: [],
    figures: { measuredAt: at.toISOString(), gold: null, leastCorrections: 30, corrections: [] },
  });
  if (id === null) throw new Error('the model is there already');
  await store.models.activate(id, at);
  return id;
}

/** Watches an outlet since an instant; gives its id and its feed's. */
export async function makeOutlet(store: Store, name: string, group: 'wire' | 'newspaper', since: Date) {
  const url = `https://${name.toLowerCase().replaceAll(' ', '-')}.example/rss`;
  const { rows } = await store.database.pool.query<{ id: string; outlet_id: string }>(
    `with o as (insert into outlet (name, country, outlet_group, language) values ($1, 'JP', $2, 'en') returning id)
     insert into feed (url, current_url, outlet_id, language, added_at, first_polled_at)
     select $3, $3, id, 'en', $4, $4 from o returning id, outlet_id`,
    [name, group, url, since],
  );
  return { feedId: rows[0]?.id ?? '', outletId: rows[0]?.outlet_id ?? '' };
}

let made = 0;

/** Stores an article as if it had gone through every stage but the alerts. */
export async function makeArticle(store: Store, modelId: string, order: MadeArticle): Promise<string> {
  made += 1;
  const name = `article ${made}`;
  const url = `https://made.example/${made}`;
  const { text = 'Something happened.', language = 'en', relevance = 'yes', score = 0.9 } = order;
  const time = {
    statedAt: order.countedAt.toISOString(),
    offsetMinutes: null,
    countedAt: order.countedAt.toISOString(),
    dateIsStated: true,
  };
  const id = await store.articles.insertImported(
    {
      guid: url,
      entryHash: url,
      canonicalKey: url,
      url,
      title: name,
      authors: [],
      feedText: null,
      feedTextIsWhole: false,
      ...time,
    },
    { outletId: order.outletId, isNews: order.isNews, synthetic: true, now: order.seenAt },
    {
      ...time,
      title: name,
      text,
      authors: [],
      language,
      textSource: 'page',
      method: null,
      quality: null,
      note: null,
      canonicalUrl: null,
      contentHash: url,
      searchWords: name,
    },
  );
  if (id === null) throw new Error('the address is taken');
  const own = await store.stories.create(name, order.seenAt);
  await store.articles.saveGrouping(
    id,
    { signature: null, bands: [], storyTerms: [], bridgeTerms: [], copyOf: null, storyId: own },
    order.seenAt,
  );
  if (order.story !== undefined) await store.stories.merge(own, order.story);
  const labels: LabelScore[] = [
    ...Object.entries(order.topics ?? {}).map(([labelId, s]) => ({
      kind: 'topic' as const,
      labelId,
      score: s,
      decision: 'yes' as const,
    })),
    ...(order.frames ?? []).map((labelId) => ({
      kind: 'frame' as const,
      labelId,
      score: 0.8,
      decision: 'yes' as const,
    })),
  ];
  const key = { articleId: id, revision: 1, beatId: BEAT, modelId };
  await store.classifications.save(key, {
    language,
    covered: true,
    relevance: { score, decision: relevance, groups: [], sentences: [] },
    labels,
    evidence: [],
    briefs: [],
    modelVersion: 'v1',
  });
  await store.articles.setFate(id, 'classified', null);
  const corrections = order.corrections ?? [];
  if (corrections.length > 0) await store.corrections.apply(id, { beat: BEAT, corrections }, order.seenAt);
  return id;
}

/** Random numbers that are the same at each run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
