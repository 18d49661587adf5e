import { type RawBuilder, sql as raw } from 'kysely';
import type { Database } from '../../database.ts';

/** By what an article's copies and fellow reports are looked up; the dedup lib makes the keys. */
export interface Sought {
  articleId: string;
  bands: string[];
  terms: string[];
  /** Keys of reports in another script. */
  bridges: string[];
  around: Date;
  /** How far from `around` reports may lie, and how far copies. */
  days: number;
  copyDays: number;
  /** At most so many of each kind. */
  limit: number;
}

/** An article that may hold the same text or tell the same story. */
export interface Neighbour {
  id: string;
  signature: unknown;
  copy_of: string | null;
  story_id: string;
  counted_at: Date;
}

export interface Neighbours {
  copies: Neighbour[];
  reports: Neighbour[];
  /** Decisions up to this number were seen. */
  upTo: string;
}

const COLUMNS = raw`id, signature, copy_of, story_id, counted_at`;
const DAY = 86_400_000;

/** Articles that share keys, the likeliest first. */
export function findNeighbours({ sql }: Database, sought: Sought): Promise<Neighbours> {
  return sql.transaction().execute(async (trx) => {
    const { rows: seen } = await raw<{ up_to: string }>`
      select coalesce(max(story_decision), 0) as up_to from article`.execute(trx);
    // The planner expects thousands of hits where there are a few, and would read the whole table (measured: 98 against 2 ms).
    await raw`set local enable_seqscan = off`.execute(trx);
    // Materialised: with the order in sight it would walk all articles by date instead of asking the bands.
    const copies = await raw<Neighbour>`
      with hits as materialized (select ${COLUMNS}, bands from article where bands && ${sought.bands}::text[]),
      nearest as (
        select * from hits where id <> ${sought.articleId} and story_id is not null and ${within(sought.around, sought.copyDays)}
        order by (select count(*) from unnest(bands) as band where band = any(${sought.bands}::text[])) desc, id
        limit ${sought.limit})
      select ${COLUMNS} from nearest order by counted_at, id`.execute(trx);
    const reports = await raw<Neighbour>`
      (${reportsBy(raw`story_terms`, sought.terms, sought)})
      union (${reportsBy(raw`bridge_terms`, sought.bridges, sought)})`.execute(trx);
    return { copies: copies.rows, reports: reports.rows, upTo: seen[0]?.up_to ?? '0' };
  });
}

/** Those with most keys in common; of equals, the nearest in time. */
function reportsBy(column: RawBuilder<unknown>, keys: string[], { articleId, around, days, limit }: Sought) {
  return raw`
    select ${COLUMNS} from article
    where ${column} && ${keys}::text[] and id <> ${articleId} and story_id is not null
      and ${within(around, days)}
    order by (select count(*) from unnest(${column}) as key where key = any(${keys}::text[])) desc,
      abs(extract(epoch from counted_at - ${around}::timestamptz)), id
    limit ${limit}`;
}

function within(around: Date, days: number): RawBuilder<unknown> {
  const [from, to] = [-days, days].map((span) => new Date(around.getTime() + span * DAY));
  return raw`counted_at between ${from} and ${to}`;
}

/**
 * The neighbours as they stand now: what was decided since, and the stories that merged or split meanwhile; and the
 * article's own story, where it has one.
 */
export async function refreshNeighbours(
  sql: Database['sql'],
  sought: Sought,
  known: Neighbours,
): Promise<{ neighbours: Neighbours; ownStory: string | null }> {
  const ids = [...known.copies, ...known.reports].map(({ id }) => id);
  const { rows: now } = await raw<{ id: string; copy_of: string | null; story_id: string | null }>`
    select id, copy_of, story_id from article where id = any(${[...ids, sought.articleId]}::bigint[])`.execute(
    sql,
  );
  const { rows: since } = await raw<Neighbour & { is_copy: boolean; is_report: boolean }>`
    select ${COLUMNS}, bands && ${sought.bands}::text[] and ${within(sought.around, sought.copyDays)} as is_copy,
      (story_terms && ${sought.terms}::text[] or bridge_terms && ${sought.bridges}::text[])
        and ${within(sought.around, sought.days)} as is_report
    from article where story_decision > ${known.upTo} and id <> ${sought.articleId} and story_id is not null`.execute(
    sql,
  );
  const current = new Map(now.map((row) => [row.id, row]));
  const update = (list: Neighbour[], added: Neighbour[]): Neighbour[] => {
    const fresh = new Set(added.map(({ id }) => id));
    const kept = list.flatMap((one) => {
      const row = current.get(one.id);
      return row?.story_id && !fresh.has(one.id)
        ? [{ ...one, copy_of: row.copy_of, story_id: row.story_id }]
        : [];
    });
    return [...kept, ...added];
  };
  const neighbours = {
    copies: update(
      known.copies,
      since.filter((row) => row.is_copy),
    ).sort(byTime),
    reports: update(
      known.reports,
      since.filter((row) => row.is_report),
    ),
    upTo: known.upTo,
  };
  return { neighbours, ownStory: current.get(sought.articleId)?.story_id ?? null };
}

function byTime(a: Neighbour, b: Neighbour): number {
  return a.counted_at.getTime() - b.counted_at.getTime() || Number(a.id) - Number(b.id);
}
