/** Made-up answers for developing the dashboard and for its specs: a small press that does not exist. */
import type {
  ArticleDetail,
  Beat,
  Evidence,
  FeedHealth,
  FeedState,
  LabelInfo,
  LabelKind,
  Measure,
  Status,
} from '@framewatch/contracts';
import { randomFrom } from './random.ts';

const day = 86_400_000;

const frames = [
  ['deterrence_threat', 'Shield against threats', '脅威への盾'],
  ['modernization_integration', 'Upgrade and integration', '近代化と統合'],
  ['burden_sharing', 'Who pays', '誰が払うのか'],
  ['commitment_reassurance', 'Commitment and reliability', '約束と信頼'],
  ['rules_based_order', 'Values and order', '価値と秩序'],
  ['networked_coalition', 'Latticework', '格子状の連携'],
  ['provocation_encirclement', 'Provocation and containment', '挑発と封じ込め'],
  ['economic_interest', 'Economic stakes', '経済的利害'],
  ['host_community', 'Local burden', '地元の負担'],
  ['implementation_gap', 'Unfinished business', '残された課題'],
] as const;

const topics = [
  ['summit_diplomacy', 'Summits and diplomacy', '首脳外交'],
  ['host_nation_support', 'Host-nation support', '在日米軍駐留経費'],
  ['us_forces_bases', 'Bases and forces', '基地と部隊'],
  ['china_taiwan', 'China and Taiwan', '中国と台湾'],
] as const;

export const outlets = [
  ['Invented Herald', 'US', 'newspaper', 'en'],
  ['Example Wire', 'JP', 'wire', 'en'],
  ['Sample Broadcasting', 'JP', 'broadcaster', 'ja'],
  ['Placeholder Daily', 'CN', 'state-media', 'en'],
  ['Institute of Made-up Studies', 'US', 'think-tank', 'en'],
  ['Ministry of Examples', 'JP', 'official', 'en'],
  ['The Fictional Review', 'AU', 'magazine', 'en'],
  ['Model Shimbun', 'JP', 'newspaper', 'ja'],
] as const;

export const beat: Beat = {
  id: 'us-japan-alliance',
  name: { en: 'US-Japan alliance', ja: '日米同盟' },
  description: { en: 'How the press presents the alliance of the United States and Japan.' },
  languages: ['en', 'ja'],
  labels: [...labelsOf('topic', topics), ...labelsOf('frame', frames)],
  briefs: [
    { id: 'made-up', title: 'A made-up brief', manner: 'newspaper', text: 'One paragraph.\n\nAnother.' },
  ],
  model: { version: 'synthetic-1', activatedAt: '2026-01-01T00:00:00.000Z' },
  preparing: null,
  figures: {
    measuredAt: '2026-01-01T00:00:00.000Z',
    gold: {
      hash: 'synthetic',
      texts: 196,
      heldOut: 52,
      labels: [
        figuresOf('frame', 'burden_sharing', [24, 9], [7, 4]),
        figuresOf('relevance', 'relevance', [130, 10], [38, 6]),
      ],
    },
    leastCorrections: 30,
    corrections: [
      { kind: 'frame', labelId: 'burden_sharing', measure: measureOf(34, 12, 20) },
      { kind: 'topic', labelId: 'china_taiwan', measure: measureOf(3, 1, 2) },
    ],
  },
};

function figuresOf(
  kind: 'frame' | 'relevance',
  labelId: string,
  all: [number, number],
  heldOut: [number, number],
) {
  return { kind, labelId, all: measureOf(196, ...all), heldOut: measureOf(52, ...heldOut) };
}

/** Made-up figures; the intervals are only about as wide as real ones. */
function measureOf(n: number, right: number, wrong: number): Measure {
  const value = right / (right + wrong);
  const estimate = { value, low: Math.max(0, value - 0.2), high: Math.min(1, value + 0.15) };
  return { n, positives: right + wrong, precision: estimate, recall: estimate };
}

/** Half a year of made-up articles up to `now`, newest first. */
export function makeArticles(now: Date): ArticleDetail[] {
  const random = randomFrom(7);
  const made: ArticleDetail[] = [];
  for (let index = 0; index < 700; index += 1) {
    const at = now.getTime() - Math.floor(random() ** 1.2 * 180 * day);
    made.push(makeArticle(String(1000 + index), new Date(at), random));
  }
  return made.sort((a, b) => b.countedAt.localeCompare(a.countedAt));
}

function makeArticle(id: string, at: Date, random: () => number): ArticleDetail {
  const outletIndex = Math.floor(random() * outlets.length);
  const [name = '', country = '', group = '', language = 'en'] = outlets[outletIndex] ?? [];
  const relevant = random() < 0.45;
  const chosen = frames.filter((_, index) => random() < 0.42 / (1 + index * 0.35));
  const sentences = chosen.map(
    ([, frame], index) =>
      `${index % 2 ? 'A spokesperson who does not exist said that' : 'The made-up report notes that'} sentence ${id} is about “${frame}” and nothing else.`,
  );
  const text = [
    'This article was invented to develop a user interface; nobody wrote it and nothing in it happened.',
    ...sentences,
    'It ends here.',
  ].join('\n\n');
  const evidence = chosen.map(([labelId], index) => evidenceOf(text, sentences[index] ?? '', labelId, index));
  const labels = relevant
    ? chosen.map(([labelId], index) => ({
        kind: 'frame' as const,
        labelId,
        score: 0.9 - index * 0.12,
        decision: index > 3 ? ('unclear' as const) : ('yes' as const),
        corrected: false,
      }))
    : [];
  const iso = at.toISOString();
  return {
    id,
    title: `Made-up headline ${id}: ${chosen[0]?.[1] ?? 'nothing in particular'}`,
    url: `https://example.invalid/${id}`,
    canonicalUrl: `https://example.invalid/${id}`,
    origin: null,
    outlet: { id: String(outletIndex + 1), name, country, group, language },
    language,
    countedAt: iso,
    dateIsStated: random() > 0.05,
    offsetMinutes: 540,
    firstSeenAt: iso,
    textSource: random() < 0.9 ? 'page' : 'feed-summary',
    relevance: { score: relevant ? 0.7 + random() * 0.3 : 0.1, decision: relevant ? 'yes' : 'no' },
    labels,
    quotes: evidence.map((one, index) => ({
      kind: 'frame',
      labelId: one.labelId,
      text: sentences[index] ?? '',
      voice: one.voice,
    })),
    story: null,
    edited: Number(id) % 5 === 1,
    withdrawn: Number(id) % 17 === 3,
    synthetic: true,
    text,
    authors: [],
    extraction: { method: 'invented', quality: 0.9, note: null },
    page: {
      siteName: `${name} Online`,
      section: 'World',
      leadImage: null,
      modifiedAt: new Date(at.getTime() + 5_400_000).toISOString(),
      modifiedOffsetMinutes: 540,
      truncation: null,
    },
    covered: true,
    relevanceDetail: {
      score: 0.93,
      decision: relevant ? 'yes' : 'no',
      groups: [
        { id: 'japan', mentions: 4, inLead: true },
        { id: 'united_states', mentions: 3, inLead: true },
        { id: 'alliance_terms', mentions: 2, inLead: false },
      ],
      sentences: [],
    },
    evidence,
    briefs: [{ id: 'made-up', title: 'A made-up brief', similarity: 0.42 }],
    modelVersion: 'synthetic-1',
    sightings: [{ feedUrl: 'https://example.invalid/feed.xml', seenAt: iso }],
    revisions: [],
    agency: null,
    sameStory: [],
    fate: 'classified',
    fateReason: null,
  };
}

function evidenceOf(text: string, sentence: string, labelId: string, index: number): Evidence {
  const start = text.indexOf(sentence);
  const term = text.indexOf('“', start);
  return {
    kind: 'frame',
    labelId,
    sentence: { field: 'text', start, end: start + sentence.length },
    weight: 1,
    terms: [{ field: 'text', start: term + 1, end: text.indexOf('”', term), weight: 1 }],
    voice: index % 2 ? { kind: 'reported', speaker: 'A. Nobody' } : { kind: 'outlet' },
  };
}

export function makeFeeds(now: Date): FeedHealth[] {
  const random = randomFrom(3);
  const states: FeedState[] = ['well', 'well', 'silent', 'error', 'well', 'well', 'empty', 'well'];
  return outlets.map(([outlet, country, group, language], index) => {
    const state = states[index] ?? 'well';
    const failing = state === 'error' ? new Date(now.getTime() - 5 * day).toISOString() : null;
    return {
      id: String(index + 1),
      url: `https://example.invalid/${index + 1}/feed.xml`,
      title: null,
      outlet,
      outletId: String(index + 1),
      country,
      language,
      group,
      state,
      sentence: failing
        ? `Nothing collected from ${outlet} for five days: its server answers 503.`
        : `${outlet} is well.`,
      httpStatus: failing ? 503 : 200,
      lastCheckAt: now.toISOString(),
      lastSuccessAt: failing ?? now.toISOString(),
      failingSince: failing,
      nextCheckAt: new Date(now.getTime() + 600_000).toISOString(),
      nextCheckReason: failing ? 'backing off after 14 failures' : 'its usual rhythm: 9 entries a day',
      push:
        index % 3 === 0
          ? {
              state: 'verified' as const,
              hub: 'hub.example',
              leaseEndsAt: new Date(now.getTime() + 6 * 86_400_000).toISOString(),
              lastPushAt: now.toISOString(),
              taken: 41,
              forged: 0,
              error: null,
            }
          : null,
      newEntriesByDay: Array.from({ length: 14 }, (_, at) =>
        failing && at > 8 ? null : Math.floor(random() * 9),
      ),
      reader: 'tolerant',
      secondReaderUses: 0,
      truncated: false,
      line: index * 6 + 3,
    };
  });
}

/** `first` is the minute after a first start, `offline` a machine without the internet, `full` the usual day. */
export type Scene = 'full' | 'first' | 'offline';

export function makeStatus(scene: Scene, now: Date, articles: readonly ArticleDetail[]): Status {
  const full = scene === 'full';
  return {
    version: '0.1.0',
    mode: 'embedded',
    synthetic: full,
    now: now.toISOString(),
    startedAt: new Date(now.getTime() - 40_000).toISOString(),
    defaultTimezone: 'Asia/Tokyo',
    feeds: {
      total: 8,
      checked: full || scene === 'offline' ? 8 : 3,
      well: full ? 5 : 0,
      troubled: full ? 3 : scene === 'offline' ? 8 : 0,
      paused: 0,
      nextCheckAt: now.toISOString(),
    },
    articles: {
      total: full ? articles.length : 0,
      waiting: scene === 'first' ? 12 : 0,
      relevant: full ? articles.filter(({ relevance }) => relevance.decision === 'yes').length : 0,
      fates: {},
      newestAt: articles[0]?.countedAt ?? null,
    },
    offline: scene === 'offline',
    problems: [],
    queues: [],
    latencySeconds: null,
  };
}

function labelsOf(kind: LabelKind, list: readonly (readonly [string, string, string])[]): LabelInfo[] {
  return list.map(([id, en, ja], position) => ({
    kind,
    id,
    name: { en, ja },
    definition: { en: `The made-up definition of “${en}”.` },
    codebook: null,
    cues: { en: ['example', 'sample'] },
    position,
  }));
}
