import { sql as raw } from 'kysely';
import type pg from 'pg';
import type { Database } from '../../database.ts';
import { type CarriedBy, voiceCondition } from '../framing/voice-condition.ts';
import { inOneState } from '../trends/day-keeper.ts';
import { integersOf } from '../trends/day-sheet.ts';
import type { IsAmong, ListQuery } from './find-listed.ts';

/** Ids of articles, packed as big-endian integers; null where there are none. */
interface PackedIds {
  ids: Buffer | null;
}

/**
 * Which articles hold words, in PostgreSQL's web search syntax: all of them in one packed answer, a bit for each, so that
 * any filter can be laid over them and the total is exact.
 */
export async function findWords(pool: pg.Pool, words: string): Promise<IsAmong> {
  return inOneState(pool, async (client) => {
    // For a word of most articles the planner would rather read every vector, which takes fifty times as long.
    await client.query("set local enable_seqscan = off; set local work_mem = '32MB'");
    const { rows } = await client.query<PackedIds>({
      name: 'articles-with-words',
      text: `select string_agg(int4send(article_id::integer), ''::bytea) as ids
        from article_words where words @@ websearch_to_tsquery('english', $1)`,
      values: [words],
    });
    return bitsOf(rows[0]?.ids ?? null);
  });
}

/** Which articles carry a frame in a voice. */
export async function findCarriers(
  { sql }: Database,
  { modelId }: ListQuery,
  frame: string,
  voice: CarriedBy,
): Promise<IsAmong> {
  const { rows } = await raw<PackedIds>`
    select string_agg(int4send(f.article_id::integer), ''::bytea) as ids from trend_fact f
    where f.model_id = ${modelId} and f.frames @> array[${frame}]::text[] and ${voiceCondition(voice, raw`${frame}`)}`.execute(
    sql,
  );
  return bitsOf(rows[0]?.ids ?? null);
}

function bitsOf(packed: Buffer | null): IsAmong {
  if (packed === null) return () => false;
  const ids = integersOf(packed);
  let most = 0;
  for (const id of ids) if (id > most) most = id;
  const bits = new Uint8Array((most >> 3) + 1);
  for (const id of ids) bits[id >> 3] = (bits[id >> 3] as number) | (1 << (id & 7));
  return (id) => ((bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0;
}
