const DAY_MS = 86_400_000;
const WIDTH = { hour: DAY_MS / 24, day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS };

/**
 * The time in milliseconds of the same chart counted straight from the facts: one query for the numerators, one for the
 * denominators, and two more for the totals where stories are counted. The median of so many runs.
 */
export async function naiveChart(archive, query, runs) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const began = performance.now();
    for (const { text, values } of statements(query)) await archive.query(text, values);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function statements(query) {
  const [from, to] = [Date.parse(query.from), Date.parse(query.to)];
  const width = WIDTH[query.bucket];
  const slots = Array.from(
    { length: Math.ceil((to - from) / width) + 1 },
    (_, n) => new Date(from + n * width),
  );
  const parts = [
    [true, slots],
    [false, slots],
    ...(query.of === 'stories'
      ? [
          [true, [slots[0], slots.at(-1)]],
          [false, [slots[0], slots.at(-1)]],
        ]
      : []),
  ];
  return parts.map(([isNumerator, limits]) => statement(query, isNumerator, limits));
}

function statement(
  { beat, chart, by = 'none', of = 'articles', topic, frame, outlet, country },
  isNumerator,
  limits,
) {
  const values = [beat, limits.map((limit) => limit.toISOString()), limits[0], limits.at(-1)];
  const given = (value) => `$${values.push(value)}`;
  const isLabel = by === 'topic' || by === 'frame';
  const unnested = isNumerator && isLabel;
  const key = unnested
    ? 'value'
    : ({ outlet: 'f.outlet_id', group: 'o.outlet_group', country: 'o.country', language: 'f.language' }[by] ??
      "''");
  const conditions = [
    'f.counted_at >= $3 and f.counted_at < $4',
    chart === 'framing' ? 'f.in_framing' : 'true',
    ...(outlet ? [`o.id = ${given(outlet)}`] : []),
    ...(country ? [`o.country = ${given(country)}`] : []),
    ...(isNumerator ? ['f.relevant'] : []),
    ...(topic && (isNumerator || chart === 'framing') ? [`f.topics @> array[${given(topic)}]::text[]`] : []),
    ...(frame && isNumerator ? [`f.frames @> array[${given(frame)}]::text[]`] : []),
  ];
  return {
    text: `select width_bucket(f.counted_at, $2::timestamptz[]) - 1 as slot, ${key} as key,
        ${of === 'stories' ? 'count(distinct coalesce(f.story_id, -f.article_id))' : 'count(*)'} as count
      from trend_fact f join outlet o on o.id = f.outlet_id ${unnested ? `cross join lateral unnest(f.${by}s) as value` : ''}
      where f.model_id = (select id from model where beat_id = $1 and status = 'active') and ${conditions.join(' and ')}
      group by 1, 2`,
    values,
  };
}
