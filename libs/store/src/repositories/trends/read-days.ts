import type pg from 'pg';
import { DAY_MS, dayOf, type DaySheet, type PackedDay, unpackDay } from './day-sheet.ts';
import type { FactClasses } from './fact-classes.ts';

/** A day as it stands: which sheet it has (null: none), and which touches of its facts came since it was packed. */
export interface DayState {
  day: number;
  version: string | null;
  touches: number;
  newestTouch: string | null;
}

/**
 * What tells one state of a model's days from every other, without naming the days: sheets get ever greater versions, and
 * touches ever greater numbers.
 */
export async function readSignature(
  client: pg.Pool,
  modelId: string,
  from: number,
  to: number,
): Promise<string> {
  const { rows } = await client.query<{ signature: string }>({
    name: 'trend-signature',
    text: `select concat_ws(' ', s.n, s.newest, s.sum, t.n, t.newest, t.sum) as signature
      from (select count(*) as n, coalesce(max(version), 0) as newest, coalesce(sum(version), 0) as sum from trend_sheet
        where model_id = $1 and day between $2 and $3) s,
      (select count(*) as n, coalesce(max(id), 0) as newest, coalesce(sum(id), 0) as sum from trend_touch
        where model_id = $1 and day between $2 and $3) t`,
    values: [modelId, from, to],
  });
  return rows[0]?.signature ?? '';
}

/** Days of a model that hold facts, from `from` up to and with `to`. One statement: one state of the database. */
export async function readStates(
  client: pg.Pool | pg.PoolClient,
  modelId: string,
  from: number,
  to: number,
): Promise<DayState[]> {
  const { rows } = await client.query<DayState>({
    name: 'trend-states',
    text: `select coalesce(s.day, t.day) as day, s.version::text as version, coalesce(t.touches, 0)::integer as touches, t.newest::text as "newestTouch"
      from (select day, version from trend_sheet where model_id = $1 and day between $2 and $3) s
      full join (select day, count(*) as touches, max(id) as newest from trend_touch where model_id = $1 and day between $2 and $3 group by day) t
        on t.day = s.day
      order by 1`,
    values: [modelId, from, to],
  });
  return rows;
}

/** A packed day names a class that nobody knows: it was not packed by this program. */
export class UnknownClassError extends Error {}

/** Days as they are packed. */
export async function readPacked(
  client: pg.PoolClient,
  modelId: string,
  days: readonly number[],
  classes: FactClasses,
): Promise<DaySheet[]> {
  if (days.length === 0) return [];
  const { rows } = await client.query<PackedDay>(
    'select day, ats, stories, outlets, classes, articles from trend_sheet where model_id = $1 and day = any($2::integer[])',
    [modelId, days],
  );
  await nameClasses(client, classes);
  const placeOf = (id: number): number => {
    const place = classes.find(id);
    if (place === undefined)
      throw new UnknownClassError(`A sheet of model ${modelId} names class ${id}, which does not exist.`);
    return place;
  };
  return rows.map((row) => unpackDay(row, placeOf));
}

async function nameClasses(client: pg.PoolClient, classes: FactClasses): Promise<void> {
  const { rows } = await client.query<{
    id: number;
    language: string;
    relevant: boolean;
    unclear: boolean;
    in_framing: boolean;
    topics: string[];
    frames: string[];
  }>('select * from trend_class where id > $1', [classes.newest()]);
  for (const { id, in_framing, language, relevant, unclear, topics, frames } of rows)
    classes.name(id, { language, relevant, unclear, inFraming: in_framing, topics, frames });
}

/** Days as their facts say. */
export async function readFacts(
  client: pg.PoolClient,
  modelId: string,
  days: readonly number[],
  classes: FactClasses,
): Promise<DaySheet[]> {
  const sheets: DaySheet[] = [];
  for (const day of days) sheets.push(await readFactsOf(client, modelId, day, classes));
  return sheets;
}

async function readFactsOf(
  client: pg.PoolClient,
  modelId: string,
  day: number,
  classes: FactClasses,
): Promise<DaySheet> {
  const start = new Date(day * DAY_MS);
  const { rows } = await client.query<
    [number, string, string, string, boolean, boolean, boolean, string, string, string]
  >({
    text: `select floor(extract(epoch from counted_at - $2::timestamptz) * 1000)::integer,
        coalesce(story_id, -article_id)::text, outlet_id::text, language, relevant, unclear, in_framing,
        to_json(topics)::text, to_json(frames)::text, article_id::text
      from trend_fact where model_id = $1 and counted_at >= $2 and counted_at < $3 order by 1, trend_fact.article_id`,
    values: [modelId, start, new Date(start.getTime() + DAY_MS)],
    rowMode: 'array',
  } as pg.QueryArrayConfig);
  const known = new Map<string, number>();
  const placeOf = (parts: string[]): number => {
    const key = parts.join('\n');
    const place = known.get(key) ?? classes.placeOf(classOf(parts));
    known.set(key, place);
    return place;
  };
  const column = (of: (row: (typeof rows)[number]) => number): Int32Array => Int32Array.from(rows, of);
  return dayOf(day, {
    ats: column((row) => row[0]),
    stories: column((row) => Number(row[1])),
    outlets: column((row) => Number(row[2])),
    classes: column((row) => placeOf(row.slice(3, 9).map(String))),
    articles: column((row) => Number(row[9])),
  });
}

function classOf([language = '', relevant, unclear, inFraming, topics = '[]', frames = '[]']: string[]) {
  return {
    language,
    relevant: relevant === 'true',
    unclear: unclear === 'true',
    inFraming: inFraming === 'true',
    topics: (JSON.parse(topics) as string[]).sort(),
    frames: (JSON.parse(frames) as string[]).sort(),
  };
}
