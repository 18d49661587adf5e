import type { ArticleDetail } from '@framewatch/contracts';
import type { Answers } from './render-page.tsx';
import { AlertDesk } from './alert-desk.ts';
import { beat, makeArticles, makeFeeds, makeStatus, type Scene } from './synthetic.ts';
import { makeHistory } from './synthetic-history.ts';
import { makeChanges, makeWords, withOverlays } from './synthetic-statistics.ts';
import { makeHeadline, makeHeatmap, makeTrend } from './synthetic-trends.ts';

/** The made-up press answering as the API would; `special` answers come first. */
export function syntheticAnswers(scene: Scene, special: Partial<Record<string, unknown>> = {}): Answers {
  const now = new Date();
  const articles = scene === 'full' ? makeArticles(now) : [];
  const desk = new AlertDesk(articles);
  return (url, init) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (pathname in special) return { body: special[pathname] };
    const told = desk.answer({
      method: init?.method ?? 'GET',
      path: pathname,
      query: searchParams,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    });
    if (told) return told;
    const body = usual(pathname, searchParams, articles, scene, now);
    return body === undefined ? notFound : { body };
  };
}

const notFound = {
  status: 404,
  body: { type: 'about:blank', title: 'Not found', status: 404, detail: 'There is no such answer.' },
};

/** The answer to one path, or undefined. */
export function usual(
  path: string,
  query: URLSearchParams,
  articles: readonly ArticleDetail[],
  scene: Scene,
  now: Date,
): unknown {
  const [, id = '', part] = /^\/articles\/(\d+)(\/revisions)?$/.exec(path) ?? [];
  const one = articles.find((article) => article.id === id);
  if (id) return one && part ? makeHistory(one) : one;
  switch (path) {
    case '/status':
      return makeStatus(scene, new Date(), articles);
    case '/beats':
      return [beat];
    case '/headline':
      return makeHeadline(Number(query.get('days') ?? 30));
    case '/trends/coverage':
      return withOverlays(makeTrend('coverage', query, articles, now), query);
    case '/trends/framing':
      return withOverlays(makeTrend('framing', query, articles, now), query);
    case '/trends/changes':
      return makeChanges(query);
    case '/trends/words':
      return makeWords(articles);
    case '/trends/heatmap':
      return makeHeatmap(articles);
    case '/articles':
      return page(query, articles);
    case '/feeds':
      return { feeds: makeFeeds(now), problems: [] };
    case '/feeds/preview':
      return preview(now);
    case '/review':
      return review(articles);
    case '/drift':
      return drift;
    case '/classify':
      return classification;
    default:
      return undefined;
  }
}

const drift = {
  beat: beat.id,
  modelVersion: 'synthetic-1',
  activatedAt: null,
  now: { days: 14, articles: 412 },
  before: { days: 56, articles: 1604 },
  scores: { index: 0.14, chance: 0.05, level: 'moved' },
  needed: 100,
  unseen: {
    articles: 143,
    share: 0.023,
    words: [
      { word: 'Tomahawk', language: 'en', texts: 14, outlets: 6 },
      { word: 'hypersonic', language: 'en', texts: 9, outlets: 5 },
      { word: '滑空段階迎撃', language: 'ja', texts: 4, outlets: 3 },
    ],
  },
};

/** Every third one drawn at random. */
function review(articles: readonly ArticleDetail[]) {
  const items = articles
    .filter(({ labels }) => labels.length > 0)
    .slice(0, 12)
    .map((article, index) => ({
      articleId: article.id,
      title: article.title,
      outlet: article.outlet.name,
      language: article.language,
      countedAt: article.countedAt,
      sampled: index % 3 === 1 ? 'random' : 'chosen',
      unclear:
        index % 3 === 1 ? [] : article.labels.slice(0, 2).map(({ kind, labelId }) => ({ kind, labelId })),
    }));
  const random = { judged: articles.length > 0 ? 37 : 0, population: articles.length, needed: 100, days: 90 };
  return { beat: beat.id, modelVersion: 'synthetic-1', items, random, unclear: { articles: 23, days: 30 } };
}

function page(query: URLSearchParams, articles: readonly ArticleDetail[]) {
  const frame = query.get('frame');
  const outlet = query.get('outlet');
  const found = articles.filter(
    (article) =>
      (query.get('scope') === 'all' || article.relevance.decision === 'yes') &&
      article.countedAt >= (query.get('from') ?? '') &&
      article.countedAt < (query.get('to') ?? '9') &&
      (!frame || article.labels.some(({ labelId }) => labelId === frame)) &&
      (!outlet || article.outlet.id === outlet) &&
      article.title.toLowerCase().includes((query.get('q') ?? '').toLowerCase()),
  );
  const limit = Number(query.get('limit') ?? 50);
  return { items: found.slice(0, limit), total: found.length, nextCursor: null, modelVersion: 'synthetic-1' };
}

const classification = {
  language: 'en',
  covered: true,
  relevance: { score: 0.91, decision: 'yes', groups: [], sentences: [] },
  labels: [{ kind: 'frame', labelId: 'burden_sharing', score: 0.8, decision: 'yes' }],
  evidence: [
    {
      kind: 'frame',
      labelId: 'burden_sharing',
      sentence: { field: 'text', start: 0, end: 20 },
      weight: 1,
      terms: [],
      voice: { kind: 'outlet' },
    },
  ],
  briefs: [],
  modelVersion: 'synthetic-1',
};

/** Two feeds of a made-up site: one that is watched already, and one whose entry lacks what only an editor knows. */
function preview(now: Date) {
  const item = (n: number) => ({
    title: `Made-up headline ${n}`,
    url: `https://press.example/${n}`,
    publishedAt: new Date(now.getTime() - n * 3_600_000).toISOString(),
    firstWords: 'Made-up words.',
  });
  const candidate = (path: string, kind: string, line: number | null, warnings: string[]) => ({
    url: `https://press.example/${path}`,
    title: 'Made-up press',
    kind,
    format: kind === 'feed' ? 'rss2.0' : kind,
    found: 'link',
    entries: 30,
    entriesPerDay: 12,
    newestAt: now.toISOString(),
    items: [1, 2, 3, 4, 5].map(item),
    warnings,
    line,
    entry: {
      url: `https://press.example/${path}`,
      outlet: 'Made-up press',
      country: null,
      language: 'en',
      group: null,
    },
  });
  return {
    address: 'https://press.example/',
    candidates: [
      candidate('rss', 'feed', 12, []),
      candidate('news.xml', 'news-sitemap', null, ['truncated']),
    ],
    unreadable: [
      { url: 'https://press.example/lost', message: 'The server finds nothing at this address (404).' },
    ],
    incomplete: false,
    fileVersion: 'version-1',
  };
}
