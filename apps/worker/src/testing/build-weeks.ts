import type { Store } from '@framewatch/store';
import { BEAT, type Newsroom } from './newsroom.ts';

const DAY = 86_400_000;

interface Made {
  at: Date;
  isNews: boolean;
  topics: string[];
  frames: string[];
}

/**
 * Weeks of made-up coverage under the model in force: little on North Korea and the framing of costs, as an import;
 * then, as news, a day of another framing (yesterday), and much on North Korea (just now).
 */
export async function buildWeeks({ store, pool }: Newsroom): Promise<void> {
  const { rows } = await pool.query<{ id: string; outlet_id: string }>(
    "select m.id, (select min(id) from outlet) as outlet_id from model m where status = 'active' and beat_id = $1",
    [BEAT],
  );
  const place = { modelId: rows[0]?.id ?? '', outletId: rows[0]?.outlet_id ?? '' };
  const now = Date.now();
  const before = Array.from({ length: 28 * 5 }, (_, n) => ({
    at: new Date(now - (2 + (n % 28)) * DAY),
    isNews: false,
    topics: n < 28 ? ['north_korea'] : ['us_forces_bases'],
    frames: ['burden_sharing'],
  }));
  const yesterday = Array.from({ length: 12 }, () => ({
    at: new Date(now - DAY),
    isNews: true,
    topics: ['us_forces_bases'],
    frames: ['deterrence_threat'],
  }));
  const today = Array.from({ length: 20 }, () => ({
    at: new Date(now),
    isNews: true,
    topics: ['north_korea'],
    frames: [],
  }));
  await Promise.all([...before, ...yesterday, ...today].map((made, n) => build(store, place, made, n)));
}

async function build(
  store: Store,
  { modelId, outletId }: { modelId: string; outletId: string },
  { at, isNews, topics, frames }: Made,
  n: number,
): Promise<void> {
  const url = `https://weeks.example/${n}`;
  const title = `Made up ${n}`;
  const time = {
    statedAt: at.toISOString(),
    offsetMinutes: null,
    countedAt: at.toISOString(),
    dateIsStated: true,
  };
  const id = await store.articles.insertImported(
    {
      guid: url,
      entryHash: url,
      canonicalKey: url,
      url,
      title,
      authors: [],
      feedText: null,
      feedTextIsWhole: false,
      ...time,
    },
    { outletId, isNews, synthetic: true, now: at },
    {
      ...time,
      title,
      text: 'Made up.',
      authors: [],
      language: 'en',
      textSource: 'page',
      method: null,
      quality: null,
      note: null,
      canonicalUrl: null,
      contentHash: url,
      searchWords: title,
    },
  );
  if (id === null) throw new Error(`${url} is there already`);
  const storyId = await store.stories.create(title, at);
  await store.articles.saveGrouping(
    id,
    { signature: null, bands: [], storyTerms: [], bridgeTerms: [], copyOf: null, storyId },
    at,
  );
  const label = (kind: 'topic' | 'frame') => (labelId: string) => ({
    kind,
    labelId,
    score: 0.9,
    decision: 'yes' as const,
  });
  const key = { articleId: id, revision: 1, beatId: BEAT, modelId };
  await store.classifications.save(key, {
    language: 'en',
    covered: true,
    relevance: { score: 0.9, decision: 'yes', groups: [], sentences: [] },
    labels: [...topics.map(label('topic')), ...frames.map(label('frame'))],
    evidence: [],
    briefs: [],
    modelVersion: 'made up',
  });
  await store.classifications.markAlerted(id, at);
  await store.articles.setFate(id, 'classified', null);
  await store.trends.saveFact({ ...key, relevant: true, unclear: false, inFraming: true, topics, frames });
}
