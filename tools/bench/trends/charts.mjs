const DAY_MS = 86_400_000;
const TOPICS = ['us_forces_bases', 'china_taiwan', 'host_nation_support', 'summit_diplomacy', 'north_korea'];
const FRAMES = [
  'deterrence_threat',
  'burden_sharing',
  'commitment_reassurance',
  'host_community',
  'economic_interest',
];
const COUNTRIES = ['US', 'JP', 'GB', 'KR', 'CN', 'AU'];
const ZONES = [
  'UTC',
  'Asia/Tokyo',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
];

/** Kinds of charts over two years. A path is other in each run: its range ends some minutes apart, zones and filters turn. */
export function chartKinds({ beat, end, days }) {
  const range = (run, length = days) => {
    const to = new Date(end.getTime() - run * 60_000);
    return { from: new Date(to.getTime() - length * DAY_MS + DAY_MS).toISOString(), to: to.toISOString() };
  };
  const chart = (kind, name, filters, { length, first, zone = (run) => ZONES[run % ZONES.length] } = {}) => {
    const of = (run) => ({
      beat,
      tz: zone(run),
      ...range(run, length),
      ...(typeof filters === 'function' ? filters(run) : filters),
    });
    return {
      name: `${kind}, ${name}`,
      first,
      path: (run) => `/api/trends/${kind}?${new URLSearchParams(of(run))}`,
      query: { chart: kind, ...of(0), tz: 'UTC' },
    };
  };
  const turn = (values, run) => values[run % values.length];
  return [
    chart('coverage', 'all in one line, days', { bucket: 'day' }, { first: true }),
    chart('coverage', 'by topic, days', { bucket: 'day', by: 'topic' }),
    chart('coverage', 'by frame, weeks', { bucket: 'week', by: 'frame' }),
    chart('coverage', 'by outlet (12 of 500), days', { bucket: 'day', by: 'outlet' }),
    chart('coverage', 'by outlet (100 of 500), months', { bucket: 'month', by: 'outlet', most: '100' }),
    chart('coverage', 'by group, days', { bucket: 'day', by: 'group' }),
    chart('coverage', 'by country, days', { bucket: 'day', by: 'country' }),
    chart('coverage', 'by language, days', { bucket: 'day', by: 'language' }),
    chart('coverage', 'one outlet, days', (run) => ({
      bucket: 'day',
      outlet: String(1 + ((run * 7) % 500)),
    })),
    chart('coverage', 'topic and country, by group, weeks', (run) => ({
      bucket: 'week',
      by: 'group',
      topic: turn(TOPICS, run),
      country: turn(COUNTRIES, run),
    })),
    chart('coverage', 'all in one line, 80 days of hours', { bucket: 'hour' }, { length: 80 }),
    chart('framing', 'by frame, days', { bucket: 'day', by: 'frame' }),
    chart('framing', 'by frame, one topic, weeks', (run) => ({
      bucket: 'week',
      by: 'frame',
      topic: turn(TOPICS, run),
    })),
    chart('framing', 'one frame by outlet, weeks', (run) => ({
      bucket: 'week',
      by: 'outlet',
      frame: turn(FRAMES, run),
    })),
    chart('framing', 'by topic, months', { bucket: 'month', by: 'topic' }),
    chart('coverage', 'stories, all in one line, days', { bucket: 'day', of: 'stories' }, { first: true }),
    chart('coverage', 'stories by topic, days', { bucket: 'day', by: 'topic', of: 'stories' }),
    chart('coverage', 'stories by country, weeks', { bucket: 'week', by: 'country', of: 'stories' }),
    chart('coverage', 'stories by outlet (12 of 500), weeks', {
      bucket: 'week',
      by: 'outlet',
      of: 'stories',
    }),
    chart('framing', 'stories by frame, days', { bucket: 'day', by: 'frame', of: 'stories' }),
  ];
}
