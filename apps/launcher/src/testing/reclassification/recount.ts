import type { Store } from '@framewatch/store';

/** What the charts of a model have to say, counted from classifications and labels, not from the facts they read. */
export async function recount(
  { database: { pool } }: Store,
  version: string,
  to: Date,
): Promise<{ coverage: [number, number]; frames: Record<string, number>; framing: number }> {
  const { rows } = await pool.query<{ relevant: number; all: number }>(
    `select count(*) filter (where c.relevance_decision = 'yes')::int as relevant, count(*)::int as all
     from classification c join model m on m.id = c.model_id join article a on a.id = c.article_id
     where m.version = $1 and a.counted_at < $2`,
    [version, to],
  );
  const { rows: frames } = await pool.query<{ label_id: string; n: number }>(
    `select l.label_id, count(*)::int as n
     from classification c join model m on m.id = c.model_id join article a on a.id = c.article_id
       join label l on l.classification_id = c.id
     where m.version = $1 and a.counted_at < $2 and c.relevance_decision = 'yes' and l.kind = 'frame' and l.decision = 'yes'
     group by 1`,
    [version, to],
  );
  const [{ relevant, all } = { relevant: 0, all: 0 }] = rows;
  return {
    coverage: [relevant, all],
    frames: Object.fromEntries(frames.map(({ label_id, n }) => [label_id, n])),
    framing: relevant,
  };
}

/** Articles classified twice by one model, or lacking in one that is live; both have to be none. */
export async function countMistakes({
  database: { pool },
}: Store): Promise<{ twice: number; lacking: number }> {
  const { rows } = await pool.query<{ twice: number; lacking: number }>(
    `select
       (select count(*) from (select 1 from classification group by article_id, model_id having count(*) > 1) d)::int as twice,
       (select count(*) from article a, model m where m.status = 'active' and a.grouped_at is not null and not exists
         (select 1 from classification c where c.article_id = a.id and c.model_id = m.id and c.revision = a.revision))::int as lacking`,
  );
  return rows[0] ?? { twice: 0, lacking: 0 };
}
