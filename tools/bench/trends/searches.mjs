const DAY_MS = 86_400_000;
/** Words of the made-up vocabulary, from those in nearly every article to those in a handful. */
const WORDS = {
  English: {
    'a word of most articles': 'government',
    'a word of many': 'alliance',
    'a word of some': 'okinawa',
    'a word of few': 'futenma',
    'a rare word': 'zumwalt',
    'two words': 'alliance defense',
  },
  Japanese: {
    'a word of most articles': '政府',
    'a word of many': '防衛',
    'a word of some': '基地',
    'a word of few': '協定',
    'a rare word': '灯台',
    'two words': '防衛 沖縄',
  },
};
const FILTERS = {
  'no filter': () => ({}),
  'everything collected': () => ({ scope: 'all' }),
  'one small outlet': (run) => ({ outlet: String(500 - run), scope: 'all' }),
  'topic, country and 90 days': (run, end) => ({
    topic: 'north_korea',
    country: 'KR',
    from: new Date(end.getTime() - (90 + run) * DAY_MS).toISOString(),
    to: end.toISOString(),
  }),
  'one frame and group': (run) => ({
    frame: 'burden_sharing',
    group: 'wire',
    limit: String(20 + (run % 10)),
  }),
};

/** Words from frequent to rare, under filters from none to narrow; and the second page of some. */
export function searchKinds({ beat, end }) {
  return Object.entries(WORDS).flatMap(([language, words]) =>
    Object.entries(words).flatMap(([what, q]) =>
      Object.entries(FILTERS).map(([under, filters]) => ({
        name: `${language}, ${what}, ${under}`,
        path: (run) =>
          `/api/articles?${new URLSearchParams({ beat, q, limit: String(50 - (run % 20)), ...filters(run, end) })}`,
      })),
    ),
  );
}
