import type { Classification, Decision, FeedConfig, LabelScore } from '@framewatch/contracts';
import type { FoundEntry, ReadText } from '../repositories/articles.repository.ts';
import type { Store } from '../store.ts';

export const NOON = new Date('2026-05-12T12:00:00.000Z');

/** `seconds` after noon of the day on which these tests play. */
export const later = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000);

export function feedEntry(
  changes: Partial<FeedConfig & { line: number }> = {},
): FeedConfig & { line: number } {
  return {
    url: 'https://harbor.example/rss',
    outlet: 'Harbor Wire',
    country: 'US',
    language: 'en',
    group: 'wire',
    paused: false,
    line: 3,
    ...changes,
  };
}

export function foundEntry(name: string, changes: Partial<FoundEntry> = {}): FoundEntry {
  return {
    guid: name,
    entryHash: `${name} v1`,
    canonicalKey: `harbor.example/${name}`,
    url: `https://harbor.example/${name}`,
    title: `Headline of ${name}`,
    authors: [],
    statedAt: NOON.toISOString(),
    offsetMinutes: 0,
    countedAt: NOON.toISOString(),
    dateIsStated: true,
    feedText: `Summary of ${name}`,
    feedTextIsWhole: false,
    ...changes,
  };
}

export function readText(name: string, changes: Partial<ReadText> = {}): ReadText {
  return {
    title: `Headline of ${name}`,
    text: `The whole text of ${name}.`,
    authors: [],
    language: 'en',
    textSource: 'page',
    method: 'test',
    quality: 1,
    note: null,
    canonicalUrl: null,
    contentHash: `hash of ${name}`,
    statedAt: NOON.toISOString(),
    offsetMinutes: 0,
    countedAt: NOON.toISOString(),
    dateIsStated: true,
    searchWords: name,
    ...changes,
  };
}

/** A feed in the table; gives its id and its outlet's. */
export async function addFeed(
  store: Store,
  changes: Parameters<typeof feedEntry>[0] = {},
): Promise<{ id: string; outletId: string }> {
  const entry = feedEntry(changes);
  await store.feeds.syncFromConfig([entry], NOON);
  const row = await store.database.sql
    .selectFrom('feed')
    .select(['id', 'outlet_id'])
    .where('url', '=', entry.url)
    .executeTakeFirstOrThrow();
  return { id: row.id, outletId: row.outlet_id };
}

/** An article that came by import, with its text. */
export async function addArticle(
  store: Store,
  outletId: string,
  name: string,
  changes: { found?: Partial<FoundEntry>; text?: Partial<ReadText>; isNews?: boolean; now?: Date } = {},
): Promise<string> {
  const id = await store.articles.insertImported(
    foundEntry(name, changes.found),
    { outletId, isNews: changes.isNews ?? false, synthetic: false, now: changes.now ?? NOON },
    readText(name, changes.text),
  );
  if (id === null) throw new Error(`${name} is stored already`);
  return id;
}

export function classification(
  relevance: Decision,
  labels: { topics?: string[]; frames?: string[] } = {},
): Classification {
  const scored = (kind: LabelScore['kind'], ids: string[] = []): LabelScore[] =>
    ids.map((labelId) => ({ kind, labelId, score: 0.9, decision: 'yes' }));
  return {
    language: 'en',
    covered: true,
    relevance: { score: relevance === 'yes' ? 0.9 : 0.2, decision: relevance, groups: [], sentences: [] },
    labels: [...scored('topic', labels.topics), ...scored('frame', labels.frames)],
    evidence: [],
    briefs: [],
    modelVersion: 'v',
  };
}

/** A model of the beat, prepared but not in force; `version` tells it from others. */
export async function prepareModel(store: Store, version: string, beatId = 'beat'): Promise<string> {
  const id = await store.models.prepare({
    beatId,
    version,
    seedHash: version,
    seeds: {} as never,
    background: {},
    corrections: [],
    figures: { measuredAt: NOON.toISOString(), gold: null, leastCorrections: 30, corrections: [] },
  });
  if (id === null) throw new Error(`${version} is there already`);
  return id;
}

/** Groups an article into a story, as the stage before classification does. */
export async function group(store: Store, articleId: string, storyId?: string): Promise<string> {
  const id = storyId ?? (await store.stories.create('Story', NOON));
  await store.articles.saveGrouping(
    articleId,
    { signature: {}, bands: [], storyTerms: [], bridgeTerms: [], copyOf: null, storyId: id },
    NOON,
  );
  return id;
}
