import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Classification } from '@framewatch/contracts';
import type { Plugin } from 'vite';
import { beat, makeAlerts, makeArticles, makeFeeds, makeStatus, type Scene } from './synthetic.ts';
import { makeHeadline, makeHeatmap, makeTrend } from './synthetic-trends.ts';

/** Answers `/api` with made-up data while the dashboard is developed without a running Framewatch. */
export function mockApi(): Plugin {
  const now = new Date();
  const scene = (process.env['FRAMEWATCH_SCENE'] ?? 'full') as Scene;
  const articles = scene === 'full' ? makeArticles(now) : [];
  const alerts = makeAlerts(articles);
  const answer = (path: string, query: URLSearchParams): unknown => {
    const [, id = ''] = /^\/articles\/(\d+)/.exec(path) ?? [];
    if (id) return articles.find((article) => article.id === id);
    switch (path) {
      case '/status':
        return makeStatus(scene, new Date(), articles);
      case '/beats':
        return [beat];
      case '/headline':
        return makeHeadline(Number(query.get('days') ?? 30));
      case '/trends/coverage':
        return makeTrend('coverage', query, articles, now);
      case '/trends/framing':
        return makeTrend('framing', query, articles, now);
      case '/trends/heatmap':
        return makeHeatmap(articles);
      case '/articles':
        return page(query);
      case '/feeds':
        return { feeds: makeFeeds(now), problems: [] };
      case '/alerts':
        return { items: alerts, total: alerts.length, unread: 4, nextCursor: null };
      case '/alert-rules':
        return [rule];
      case '/classify':
        return classification;
      default:
        return undefined;
    }
  };
  const page = (query: URLSearchParams) => {
    const found = articles.filter(
      (article) =>
        (query.get('scope') === 'all' || article.relevance.decision === 'yes') &&
        article.countedAt >= (query.get('from') ?? '') &&
        article.countedAt < (query.get('to') ?? '9') &&
        (!query.get('frame') || article.labels.some(({ labelId }) => labelId === query.get('frame'))) &&
        (!query.get('outlet') || article.outlet.id === query.get('outlet')) &&
        article.title.toLowerCase().includes((query.get('q') ?? '').toLowerCase()),
    );
    const limit = Number(query.get('limit') ?? 50);
    return {
      items: found.slice(0, limit),
      total: found.length,
      nextCursor: null,
      modelVersion: 'synthetic-1',
    };
  };
  const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!url.pathname.startsWith('/api/')) return next();
    if (url.pathname === '/api/events') return keepOpen(response);
    send(response, answer(url.pathname.slice(4), url.searchParams));
  };
  return {
    name: 'made-up-api',
    configureServer: (server) => void server.middlewares.use(handle),
    configurePreviewServer: (server) => void server.middlewares.use(handle),
  };
}

const rule = {
  id: 'new-articles',
  name: 'New relevant articles',
  on: 'new-article',
  beat: beat.id,
  enabled: true,
  channels: ['in-app'],
  when: 'A new article is relevant to the beat, in any language and from any outlet.',
  fired7Days: 12,
};

const classification: Classification = {
  language: 'en',
  covered: true,
  relevance: { score: 0.91, decision: 'yes', groups: [], sentences: [] },
  labels: [{ kind: 'frame', labelId: 'burden_sharing', score: 0.8, decision: 'yes' }],
  evidence: [
    {
      kind: 'frame',
      labelId: 'burden_sharing',
      sentence: { field: 'text', start: 0, end: 40 },
      weight: 1,
      terms: [],
      voice: { kind: 'outlet' },
    },
  ],
  briefs: [],
  modelVersion: 'synthetic-1',
};

function keepOpen(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': made-up\n\n');
}

function send(response: ServerResponse, body: unknown): void {
  const problem = {
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    detail: 'The made-up API has no such answer.',
  };
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body === undefined ? problem : body));
}
