import type { Classification, FeedConfig } from '@framewatch/contracts';
import type { Store } from '@framewatch/store';

/** Numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS = [
  '日米同盟',
  '在日米軍の駐留経費をめぐり、',
  '髙﨑さん𠮷野家',
  'alliance',
  'said "yes", then; left',
  'back\\slash',
  "O'Neil",
  'line\u2028separator',
  'tab\tand\nbreak',
  '<b>bold</b> & co',
  '👩‍👩‍👧',
  'naïve café',
  '\u202eright to left',
  '\u0001control',
  'x'.repeat(300),
];

type Random = ReturnType<typeof seeded>;
const pick = <Value>(random: Random, list: readonly Value[]): Value =>
  list[Math.floor(random() * list.length)] as Value;
const words = (random: Random, most: number): string =>
  Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(random, WORDS)).join(' ');
const instant = (random: Random): string =>
  new Date(1_700_000_000_000 + Math.floor(random() * 8e10)).toISOString();

const FEEDS: (FeedConfig & { line: number })[] = [
  {
    url: 'https://harbor.example/rss',
    outlet: 'Harbor Wire',
    country: 'US',
    language: 'en',
    group: 'wire',
    line: 1,
  },
  {
    url: 'https://湾岸.example/フィード',
    outlet: '湾岸新聞 "夕刊"',
    country: 'JP',
    language: 'ja',
    group: 'newspaper',
    line: 2,
  },
];

/** Fills a database with what a newsroom may hold after a while: made up at random, odd letters and gaps included. */
export async function fillNewsroom(store: Store, count: number, random: Random): Promise<void> {
  await store.feeds.syncFromConfig(FEEDS, new Date('2026-05-01T00:00:00Z'));
  const feeds = await store.database.sql
    .selectFrom('feed')
    .select(['id', 'outlet_id'])
    .orderBy('id')
    .execute();
  const modelId = await store.models.prepare({
    beatId: 'us-japan-alliance',
    version: 'v-1',
    seedHash: 'h',
    seeds: {} as never,
    background: {},
    corrections: [],
    figures: { measuredAt: '2026-05-01T00:00:00Z', gold: null, leastCorrections: 30, corrections: [] },
  });
  for (let n = 0; n < count; n += 1) {
    const feed = pick(random, feeds);
    const id = await addArticle(store, feed, n, random);
    if (id === null) continue;
    if (random() < 0.5) await classify(store, id, modelId ?? '', random);
    if (random() < 0.3) await correct(store, id, random);
    if (random() < 0.1) await store.articles.setFate(id, 'discarded', words(random, 2));
  }
}

async function addArticle(
  store: Store,
  feed: { id: string; outlet_id: string },
  n: number,
  random: Random,
): Promise<string | null> {
  const url = `https://www.harbor.example/${n}/%E6%97%A5?b=${n}&a=1`;
  const stated = random() < 0.8 ? instant(random) : null;
  const time = {
    statedAt: stated,
    offsetMinutes: pick(random, [null, 0, 540, -330, 345]),
    countedAt: stated ?? instant(random),
    dateIsStated: stated !== null,
  };
  const now = new Date(instant(random));
  const found = {
    guid: words(random, 2) + n,
    entryHash: `${n}`,
    canonicalKey: random() < 0.1 ? `an-older-key/${n}` : `harbor.example/${n}/日?a=1&b=${n}`,
    url,
    title: words(random, 3),
    authors: random() < 0.5 ? [] : [words(random, 1), words(random, 1)],
    ...time,
    feedText: random() < 0.3 ? null : words(random, 20),
    feedTextIsWhole: random() < 0.3,
  };
  const where = {
    feedId: feed.id,
    outletId: feed.outlet_id,
    isNews: random() < 0.5,
    synthetic: random() < 0.5,
    now,
  };
  const [id = null] = (await store.articles.upsertFound([found], where)).toRead;
  if (id === null || random() < 0.1) return id;
  for (let revision = 0; revision < 1 + Math.floor(random() * 3); revision += 1)
    await store.articles.saveText(
      id,
      {
        ...time,
        title: random() < 0.5 ? found.title : words(random, 3),
        text: random() < 0.05 ? '' : words(random, 60),
        authors: found.authors,
        language: pick(random, ['en', 'ja', 'und']),
        textSource: pick(random, ['page', 'page-cut', 'feed-summary', 'import']),
        method: pick(random, [null, 'vote']),
        quality: pick(random, [null, 0.1, 0.83, 1, 0.333_333]),
        note: pick(random, [null, words(random, 2)]),
        canonicalUrl: pick(random, [null, url]),
        contentHash: `hash ${random()}`,
        searchWords: 'words',
        ...(random() < 0.5 ? {} : { page: pageOf(url, random) }),
      },
      new Date(instant(random)),
      { why: 'feed', note: words(random, 1), ...(random() < 0.2 ? { outcome: 'withdrawn' } : {}) },
    );
  return id;
}

const pageOf = (url: string, random: Random) => ({
  url,
  etag: pick(random, [null, '"1"']),
  lastModified: null,
  modifiedAt: pick(random, [null, instant(random)]),
  modifiedOffsetMinutes: pick(random, [null, 540]),
  siteName: pick(random, [null, words(random, 1)]),
  section: null,
  leadImage: null,
  truncation: pick(random, [null, 'paywall' as const]),
});

async function classify(store: Store, articleId: string, modelId: string, random: Random): Promise<void> {
  const decision = () => pick(random, ['yes', 'no', 'unclear'] as const);
  const result: Classification = {
    language: 'en',
    covered: random() < 0.9,
    relevance: { score: random(), decision: decision(), groups: [], sentences: [] },
    labels: ['burden_sharing', 'summit'].map((labelId, at) => ({
      kind: at === 0 ? ('frame' as const) : ('topic' as const),
      labelId,
      score: random() * random() * random() * 1e-3,
      decision: decision(),
    })),
    evidence: [],
    briefs: [],
    modelVersion: 'v-1',
  };
  const key = { articleId, revision: 1, beatId: 'us-japan-alliance', modelId };
  await store.classifications.save(key, result);
}

async function correct(store: Store, articleId: string, random: Random): Promise<void> {
  for (const decision of ['yes', pick(random, ['no', 'withdraw'] as const)] as const)
    await store.corrections.apply(
      articleId,
      {
        beat: 'us-japan-alliance',
        corrections: [
          { kind: 'frame', labelId: 'burden_sharing', decision },
          { kind: 'relevance', labelId: 'relevance', decision: 'yes' },
        ],
      },
      new Date(instant(random)),
    );
}
