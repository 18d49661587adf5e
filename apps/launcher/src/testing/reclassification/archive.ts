import type { Store } from '@framewatch/store';
import { syntheticText } from './synthetic-texts.ts';

const DAY_MS = 86_400_000;
const ROWS_AT_ONCE = 1_000;
const OUTLETS = 12;

const ARCHIVE_DAYS = 90;

/** The whole days in UTC over which the archive is spread. They end yesterday, so that news of today is beside it. */
export function archiveRange(now: Date): { from: Date; to: Date } {
  const end = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return { from: new Date(end - ARCHIVE_DAYS * DAY_MS), to: new Date(end) };
}

/** Stores so many synthetic articles as if they had come long ago: read, grouped, classified by models that are gone. */
export async function loadArchive(
  { database: { pool } }: Store,
  count: number,
  now: Date,
  onProgress: (stored: number) => void = () => {},
): Promise<void> {
  await pool.query(
    `insert into outlet (name, country, outlet_group, language)
     select 'Synthetic outlet ' || n, case when n % 2 = 0 then 'US' else 'JP' end, 'newspaper', 'en'
     from generate_series(1, $1::int) n`,
    [OUTLETS],
  );
  const end = archiveRange(now).to.getTime();
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, i) => from + i);
    const rows = numbers.map((number) => ({
      ...syntheticText(number),
      key: `synthetic-${number}`,
      outlet: number % OUTLETS,
      at: new Date(end - 1 - Math.floor((number / count) * ARCHIVE_DAYS * DAY_MS)).toISOString(),
    }));
    await pool.query(
      `with outlets as (select array_agg(id order by id) as ids from outlet)
       insert into article (canonical_key, url, outlet_id, title, text, language, counted_at, stated_at, date_is_stated,
         first_seen_at, text_source, content_hash, fate, is_news, synthetic, read_at, grouped_at, touched_at)
       select r.key, 'https://synthetic.example/' || r.key, outlets.ids[r.outlet + 1], r.title, r.text, 'en', r.at, r.at,
         true, r.at, 'page', md5(r.text), 'classified', false, true, r.at, r.at, r.at
       from json_to_recordset($1::json) as r(key text, title text, text text, outlet integer, at timestamptz), outlets`,
      [JSON.stringify(rows)],
    );
    onProgress(from + numbers.length);
  }
  await pool.query('analyze article');
}

/** One piece of news as the stage before leaves it for classify-article; gives its id. */
export async function addNews({ database: { pool } }: Store, number: number, now: Date): Promise<string> {
  const { title, text } = syntheticText(number * 3);
  const { rows } = await pool.query<{ id: string }>(
    `insert into article (canonical_key, url, outlet_id, title, text, language, counted_at, date_is_stated, first_seen_at,
       text_source, content_hash, fate, is_news, synthetic, read_at, grouped_at, touched_at)
     select 'news-' || $1, 'https://synthetic.example/news-' || $1, (select min(id) from outlet), $2, $3, 'en', $4, false, $4,
       'page', md5($3 || $1), 'grouped', true, true, $4, $4, $4 returning id`,
    [String(number), title, text, now],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The archive has to be loaded first.');
  return id;
}
