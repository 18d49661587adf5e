const DAY_MS = 86_400_000;

/** What the Overview page asks for beside its charts, and the lists that points open. */
export function pageKinds({ beat, end, days }) {
  const back = (run, length) => ({
    from: new Date(end.getTime() - length * DAY_MS - run * 60_000).toISOString(),
    to: new Date(end.getTime() - run * 60_000).toISOString(),
  });
  const kind = (name, path, query) => ({ name, path: (run) => `${path}?${new URLSearchParams(query(run))}` });
  return [
    kind('headline, 30 days', '/api/headline', (run) => ({ beat, days: String(30 + (run % 3)) })),
    kind('headline, a year', '/api/headline', (run) => ({ beat, days: String(365 - run) })),
    kind('heat map, 30 days', '/api/trends/heatmap', (run) => ({ beat, ...back(run, 30) })),
    kind('heat map, two years', '/api/trends/heatmap', (run) => ({ beat, ...back(run, days) })),
    kind('newest articles', '/api/articles', (run) => ({ beat, limit: String(10 + (run % 3)) })),
    kind('newest articles of one topic and country', '/api/articles', (run) => ({
      beat,
      topic: 'china_taiwan',
      country: 'KR',
      ...back(run, days),
    })),
    kind('newest articles of a small outlet', '/api/articles', (run) => ({
      beat,
      outlet: String(500 - run),
    })),
    kind('a point of a day, opened', '/api/articles', (run) => ({
      beat,
      scope: 'framing',
      frame: 'burden_sharing',
      from: new Date(end.getTime() - (run * 13 + 2) * DAY_MS).toISOString(),
      to: new Date(end.getTime() - (run * 13 + 1) * DAY_MS).toISOString(),
    })),
    kind('a total of two years, opened as stories', '/api/articles', (run) => ({
      beat,
      of: 'stories',
      ...back(run, days),
    })),
    kind('feeds', '/api/feeds', () => ({})),
    kind('status', '/api/status', () => ({})),
    kind('beats', '/api/beats', () => ({})),
    kind('alerts', '/api/alerts', () => ({ limit: '20' })),
  ];
}
