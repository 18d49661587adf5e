import { request } from 'node:http';
import type { MarkReadAnswer } from '@framewatch/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeArticle } from '../testing/build-articles.ts';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await storeArticle(api.store, {
    outlet: '=Lantern, Daily',
    at: '2026-05-04T12:00:00.000Z',
    frames: ['burden_sharing'],
  });
});
afterAll(() => api.close());

/** A request with headers that fetch does not let one set. */
function raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, api.address), { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the front door', () => {
  it('answers to no other name, and lets no page of another origin write', async () => {
    expect(await raw('/api/health', { host: 'rebound.example' })).toBe(421);
    expect(await raw('/', { host: 'rebound.example', accept: 'text/html' })).toBe(421);
    expect(await raw('/assets/index-abc.js', { host: 'rebound.example' })).toBe(421);
    const mark = (headers: Record<string, string>) => api.post('/api/alerts/read', { ids: 'all' }, headers);
    expect((await mark({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await mark({ origin: api.address })).status).toBe(200);
    expect((await mark({})).status).toBe(200);
  });

  it('sends a strict policy with everything, errors included', async () => {
    for (const path of ['/api/health', '/api/nothing', '/assets/index-abc.js', '/metrics', '/api/docs']) {
      const { headers } = await api.get(path);
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual([
        'nosniff',
        'no-referrer',
      ]);
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('refuses bodies that are too large, or no JSON', async () => {
    const large = await api.post('/api/alerts/read', { ids: ['1'.repeat(200_000)] });
    expect([large.status, large.headers.get('content-type')]).toEqual([
      413,
      'application/problem+json; charset=utf-8',
    ]);
    const text = '同盟'.repeat(200_000);
    expect((await api.post('/api/classify', { text })).status).toBe(200);
    expect((await api.post('/api/classify', { text: text.repeat(3) })).status).toBe(413);
    expect((await api.post('/api/classify', '{"text":')).status).toBe(400);
    expect((await api.post('/api/classify', 'text=x', { 'content-type': 'text/plain' })).status).toBe(400);
  });
});

describe('mistakes in a request', () => {
  it('are told by field, as problem details', async () => {
    const { status, headers, json } = await api.get('/api/trends/coverage', {
      beat: BEAT,
      from: 'today',
      bucket: 'minute',
    });
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(json).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400 });
    expect(json.errors?.map(({ field }) => field)).toEqual(['from', 'to', 'bucket']);
  });

  it.each([
    ['/api/articles/abc?beat=x', 400],
    [`/api/articles/9999999999999999999?beat=${BEAT}`, 400],
    [`/api/articles?beat=${BEAT}&q=%00`, 400],
    [`/api/articles?beat=${BEAT}&cursor=zzz`, 400],
    [`/api/articles?beat=${BEAT}&limit=100000`, 400],
    [`/api/articles?beat=${BEAT}&outlet=1&outlet=2`, 400],
    ['/api/articles?beat=none', 404],
    [`/api/headline?beat=${BEAT}&tz=Mars/Base`, 400],
    [`/api/trends/coverage?beat=${BEAT}&from=1900-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&bucket=hour`, 400],
    ['/api/nothing', 404],
  ])('%s answers %i', async (path, status) => {
    const answer = await api.get(path);
    expect([answer.status, answer.json.status]).toEqual([status, status]);
  });
});

describe('pages', () => {
  it('are the dashboard for whoever asks for HTML, and nothing else is', async () => {
    const page = await raw('/articles/7', { host: new URL(api.address).host, accept: 'text/html' });
    expect(page).toBe(200);
    expect((await api.get('/articles/7')).status).toBe(404);
    expect(await raw('/api/nothing', { accept: 'text/html', host: new URL(api.address).host })).toBe(404);
    expect((await api.get('/assets/index-abc.js')).headers.get('cache-control')).toContain('immutable');
    expect((await api.get('/assets/../../config/feeds.yaml')).status).toBe(404);
    expect(await raw('/..%2f..%2fconfig%2ffeeds.yaml', { host: new URL(api.address).host })).toBeGreaterThan(
      399,
    );
  });
});

describe('exports', () => {
  const query = {
    beat: BEAT,
    chart: 'framing',
    by: 'outlet',
    from: '2026-05-04T00:00:00Z',
    to: '2026-05-05T00:00:00Z',
  };

  it('equal the chart, and hold no formula', async () => {
    const chart = (await api.get('/api/trends/framing', { ...query, chart: undefined })).json;
    const { headers, text } = await api.get('/api/export.csv', query);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="${BEAT}_framing_2026-05-04_2026-05-05.csv"`,
    );
    const [series] = chart.series;
    const point = series?.points[0];
    expect(text.split('\r\n')[1]).toBe(
      [
        '2026-05-04,2026-05-04T00:00:00.000Z,2026-05-05T00:00:00.000Z',
        `${series?.key},"'=Lantern, Daily"`,
        `${point?.numerator},${point?.denominator},${point?.share},${point?.low},${point?.high}`,
        `false,false,${chart.modelVersion},false`,
      ].join(','),
    );
    const { rows } = (await api.get('/api/export.json', query)).json;
    expect(rows[0]).toMatchObject({
      series: '=Lantern, Daily',
      ...point,
      gap: false,
      modelVersion: chart.modelVersion,
    });
  });
});

describe('what describes the whole', () => {
  it('names every endpoint with its parameters, and loads nothing from elsewhere', async () => {
    const { paths } = (await api.get('/api/openapi.json')).json;
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/status', '/api/articles/{id}/corrections', '/metrics']),
    );
    const names = paths['/api/articles']?.get?.parameters?.map(
      (parameter) => 'name' in parameter && parameter.name,
    );
    expect(names).toEqual(expect.arrayContaining(['beat', 'frame', 'from', 'q', 'scope', 'cursor']));
    expect(paths['/api/classify']?.post?.requestBody).toHaveProperty([
      'content',
      'application/json',
      'schema',
      'properties',
      'text',
    ]);
    const page = (await api.get('/api/docs')).text;
    expect(page).toContain('swagger-ui-bundle.js');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('counts for Prometheus in the words of the dashboard', async () => {
    const { headers, text } = await api.get('/metrics');
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toContain('framewatch_articles{fate="classified"} 1\n');
    expect(text).toContain('framewatch_feeds{state="new"} 4\n');
    expect(text).toContain('framewatch_queue_jobs{queue="poll-feed",state="waiting"} 0\n');
  });

  it('lets a feed be checked now', async () => {
    const [feed] = (await api.get('/api/feeds')).json.feeds;
    expect((await api.post(`/api/feeds/${feed?.id}/check`, {})).status).toBe(204);
    expect((await api.get('/api/feeds')).json.feeds[0]?.nextCheckReason).toBe('An editor asked for it.');
    expect((await api.post('/api/feeds/4711/check', {})).status).toBe(404);
  });

  it('offers alerts as an Atom feed', async () => {
    await api.store.alerts.raise(
      {
        ruleId: 'news',
        ruleName: 'News',
        occurrenceKey: 'article-1',
        on: 'new-article',
        beatId: BEAT,
        title: 'Bases <cost> more',
        articleId: null,
        url: 'http://articles.example/1',
        outlet: 'Harbor Wire',
        labels: ['burden_sharing'],
        why: 'Relevant (0.90)',
        quotes: [],
        synthetic: true,
        channels: ['in-app'],
      },
      new Date('2026-05-04T12:00:00Z'),
    );
    const { headers, text } = await api.get('/api/alerts.atom');
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(text).toContain('Bases &lt;cost&gt; more');
    const { items, total, unread } = (await api.get('/api/alerts')).json;
    expect([items[0]?.title, items[0]?.deliveries[0]?.channel, total, unread]).toEqual([
      'Bases <cost> more',
      'in-app',
      1,
      1,
    ]);
    const changed = async (body: object) =>
      (JSON.parse((await api.post('/api/alerts/read', body)).text) as MarkReadAnswer).changed;
    const shown = async (query: Record<string, string>) => (await api.get('/api/alerts', query)).json.total;
    expect(await shown({ rule: items[0]?.ruleId ?? '', kind: items[0]?.on ?? '', unread: '1' })).toBe(1);
    expect([await shown({ rule: 'another' }), await shown({ kind: 'spike' })]).toEqual([0, 0]);
    expect(await changed({ ids: 'all', rule: 'another' })).toEqual([]);
    expect(await changed({ ids: [items[0]?.id] })).toEqual([items[0]?.id]);
    expect([(await api.get('/api/alerts')).json.unread, await shown({ unread: '1' })]).toEqual([0, 0]);
    expect(await changed({ ids: [items[0]?.id], read: false })).toEqual([items[0]?.id]);
    expect((await api.get('/api/alerts')).json.unread).toBe(1);
  });
});

describe('readiness', () => {
  it('ends with the database, while the process stays alive', async () => {
    expect((await api.get('/api/ready')).status).toBe(200);
    await api.stopDatabase();
    expect((await api.get('/api/ready')).status).toBe(503);
    expect((await api.get('/api/health')).status).toBe(200);
    expect((await api.get('/api/status')).json.detail).not.toMatch(/postgres|127\.0\.0\.1/);
  });
});
