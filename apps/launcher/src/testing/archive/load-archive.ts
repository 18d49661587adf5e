import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BeatSeeds } from '@framewatch/contracts';
import type pg from 'pg';
import { type MadeUpArticle, madeUpArticles, madeUpOutlets, textMaker } from './made-up-archive.ts';

export interface ArchiveSize {
  articles: number;
  outlets: number;
  days: number;
  /** Left out: only counts are there, neither bodies nor classifications. */
  bodies: boolean;
}

const AT_ONCE = 20_000;
const HOUR = 3_600_000;

/** Tables that are filled, in this order, each by its own COPY. */
const COLUMNS = {
  story: 'id, title, first_at, last_at, alerted_as',
  article: `id, canonical_key, url, outlet_id, title, text, language, counted_at, stated_at, date_is_stated, first_seen_at,
    text_source, content_hash, fate, is_news, synthetic, read_at, grouped_at, touched_at, story_id`,
  classification: `id, article_id, revision, beat_id, model_id, language, covered, relevance_score, relevance_decision, relevance,
    briefs, alerted_at`,
  label: 'classification_id, kind, label_id, score, decision',
  trend_fact: `article_id, model_id, beat_id, counted_at, outlet_id, story_id, language, relevant, unclear, in_framing, topics,
    frames, revision`,
} as const;
type Table = keyof typeof COLUMNS | 'words';
type Rows = Record<Table, string[]>;

/**
 * Fills an empty, migrated database with a made-up archive that ends at `end`, by COPY from files in `folder`, which the
 * server has to be able to read. Indexes are made when all is in.
 */
export async function loadArchive(
  client: pg.Client,
  folder: string,
  size: ArchiveSize,
  seeds: BeatSeeds,
  end: Date,
  onProgress: (done: number) => void,
): Promise<void> {
  const outlets = madeUpOutlets(size.outlets);
  await client.query(
    `insert into outlet (id, name, country, outlet_group, language) overriding system value
     select n, name, country, "group", language from json_to_recordset($1::json)
       as r(n bigint, name text, country text, "group" text, language text)`,
    [JSON.stringify(outlets.map((outlet, n) => ({ n: n + 1, ...outlet })))],
  );
  await addFeeds(client, end, size.days);
  const modelId = await addModel(client, seeds, end);
  // Triggers and foreign keys are off while rows come in; what they keep is made at the end.
  await client.query(
    "set session_replication_role = replica; set maintenance_work_mem = '1GB'; set synchronous_commit = off",
  );
  const indexes = await dropIndexes(client);
  await client.query('create unlogged table words (id bigint, words text)');
  const text = size.bodies ? textMaker() : () => ({ title: 'A made-up headline', text: '', words: '' });
  let rows = emptyRows();
  let done = 0;
  for (const article of madeUpArticles(size.articles, outlets, end, size.days)) {
    addRows(rows, article, text(article.language), modelId, seeds.id, size.bodies);
    done += 1;
    if (done % AT_ONCE !== 0 && done !== size.articles) continue;
    await copyAll(client, folder, rows);
    rows = emptyRows();
    onProgress(done);
  }
  await client.query('drop table words; set session_replication_role = origin');
  for (const definition of indexes) await client.query(definition);
  await restartIdentities(client);
  await packDays(client, modelId);
  await client.query('vacuum (analyze)');
}

async function addFeeds(client: pg.Client, end: Date, days: number): Promise<void> {
  const from = new Date(end.getTime() - days * 24 * HOUR);
  await client.query(
    `insert into feed (url, current_url, outlet_id, language, added_at, first_polled_at, last_check_at, last_success_at, paused_reason)
     select 'https://o' || id || '.synthetic.example/feed', 'https://o' || id || '.synthetic.example/feed', id, language,
       $1, $1, $2, $2, 'synthetic' from outlet`,
    [from, end],
  );
  await client.query(
    `insert into coverage_gap (feed_id, from_at, to_at, reason)
     select id, $1::timestamptz + (id * 37 % $2) * interval '1 day', $1::timestamptz + (id * 37 % $2) * interval '1 day' + interval '7 hours',
       'HTTP 503' from feed where id % 4 = 0`,
    [from, days],
  );
}

async function addModel(client: pg.Client, seeds: BeatSeeds, end: Date): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into model (beat_id, version, seed_hash, seeds, background, status, activated_at)
     values ($1, 'made-up', 'made-up', $2, '{}', 'active', $3) returning id`,
    [seeds.id, JSON.stringify(seeds), end],
  );
  return rows[0]?.id ?? '';
}

const emptyRows = (): Rows => ({
  story: [],
  article: [],
  classification: [],
  label: [],
  trend_fact: [],
  words: [],
});

const csv = (values: readonly (string | number | boolean)[]): string =>
  values
    .map((value) =>
      value === '' || (typeof value === 'string' && /[",\n{]/.test(value))
        ? `"${value.replaceAll('"', '""')}"`
        : value,
    )
    .join();

function addRows(
  rows: Rows,
  article: MadeUpArticle,
  { title, text, words }: ReturnType<ReturnType<typeof textMaker>>,
  modelId: string,
  beatId: string,
  bodies: boolean,
): void {
  const { number: id, story, language, relevance, textSource, topics, frames } = article;
  const [at, outlet] = [article.at.toISOString(), article.outlet + 1];
  const relevant = relevance === 'yes';
  const key = `synthetic-${id}`;
  if (article.isNewStory) rows.story.push(csv([story, title.slice(0, 80), at, at, `{${story}}`]));
  rows.article.push(
    csv([id, key, `https://o${outlet}.synthetic.example/${id}`, outlet, title, text, language, at, at, true, at, textSource,
      key, 'classified', false, true, at, at, at, story]), // biome-ignore format: as the columns stand
  );
  const inFraming = relevant && textSource === 'page';
  rows.trend_fact.push(
    csv([id, modelId, beatId, at, outlet, story, language, relevant, relevance === 'unclear', inFraming,
      `{${topics.join()}}`, `{${frames.join()}}`, 1]), // biome-ignore format: as the columns stand
  );
  if (!bodies) return;
  rows.words.push(csv([id, words]));
  const score = { yes: 0.9, unclear: 0.5, no: 0.1 }[relevance];
  const detail = `{"score":${score},"decision":"${relevance}","groups":[],"sentences":[]}`;
  rows.classification.push(
    csv([id, id, 1, beatId, modelId, language, true, score, relevance, detail, '[]', at]),
  );
  for (const topic of topics) rows.label.push(csv([id, 'topic', topic, 0.9, 'yes']));
  for (const frame of frames) rows.label.push(csv([id, 'frame', frame, 0.8, 'yes']));
}

async function copyAll(client: pg.Client, folder: string, rows: Rows): Promise<void> {
  const copy = async (table: Table, columns: string): Promise<void> => {
    if (rows[table].length === 0) return;
    const file = join(folder, `${table}.csv`);
    await writeFile(file, `${rows[table].join('\n')}\n`);
    await chmod(file, 0o644);
    await client.query(`copy ${table} (${columns}) from '${file.replaceAll("'", "''")}' with (format csv)`);
    await rm(file);
  };
  await copy('story', COLUMNS.story);
  await copy('article', COLUMNS.article);
  await client.query('truncate words');
  await copy('words', 'id, words');
  await client.query(
    "insert into article_words (article_id, words) select id, to_tsvector('english', words) from words order by id",
  );
  await copy('classification', COLUMNS.classification);
  await copy('label', COLUMNS.label);
  await copy('trend_fact', COLUMNS.trend_fact);
}

/** Drops what COPY would have to keep up row by row; gives the statements that make it again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes i
     where schemaname = 'public' and tablename = any($1::text[])
       and not exists (select 1 from pg_constraint c where c.conname = i.indexname)`,
    [[...Object.keys(COLUMNS), 'article_words']],
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  return rows.map(({ definition }) => definition);
}

/** Triggers were off: every day is touched now, and packed as `requeue-stuck` does it. */
async function packDays(client: pg.Client, modelId: string): Promise<void> {
  await client.query(
    'insert into trend_touch (model_id, day) select distinct model_id, trend_day(counted_at) from trend_fact where model_id = $1',
    [modelId],
  );
  for (;;) {
    const { rows } = await client.query<{ days: number[] }>(
      'select coalesce(array_agg(day), $1) as days from (select distinct day from trend_touch order by day limit 30) x',
      [[]],
    );
    const days = rows[0]?.days ?? [];
    if (days.length === 0) return;
    await client.query('select fold_trend_days($1, $2::integer[])', [modelId, days]);
  }
}

async function restartIdentities(client: pg.Client): Promise<void> {
  for (const table of ['outlet', 'story', 'article', 'classification'])
    await client.query(
      `select setval(pg_get_serial_sequence('${table}', 'id'), coalesce((select max(id) from ${table}), 1))`,
    );
}
