import { sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import { inOneState } from './day-keeper.ts';
import { DAY_MS, type DaySheet } from './day-sheet.ts';
import { type FactClasses, factClasses } from './fact-classes.ts';
import { readFacts, readPacked, readStates, UnknownClassError } from './read-days.ts';

/** A fact that is not what classifications and corrections say, or a day that is not packed as its facts are. */
export type TrendDifference =
  | { kind: 'fact'; articleId: string; modelId: string }
  | { kind: 'day'; day: string; modelId: string; what: string };

export interface TrendVerification {
  /** Everything that disagrees with a recount: facts with classifications and corrections, days with facts. */
  verify(onProgress?: (done: number, of: number) => void): Promise<TrendDifference[]>;
}

/** Recounts facts from what the stages wrote, and packed days from facts, fact by fact. */
export function trendVerification(database: Database): TrendVerification {
  return {
    async verify(onProgress = () => {}) {
      return [...(await verifyFacts(database)), ...(await verifyDays(database, onProgress))];
    },
  };
}

/** The recount derives every fact anew from classification, label and correction. */
async function verifyFacts({ sql }: Database): Promise<TrendDifference[]> {
  const { rows } = await raw<{ article_id: string; model_id: string }>`
        with live as (
          select c.id, c.article_id, c.model_id, c.beat_id, c.revision, c.relevance_decision, a.counted_at,
            a.outlet_id, a.story_id, a.text_source, a.language
          from classification c join article a on a.id = c.article_id and a.revision = c.revision
          join model m on m.id = c.model_id where m.status <> 'retired' and a.grouped_at is not null),
        judged as (
          select live.*, coalesce(k.decision, relevance_decision) = 'yes' as relevant,
            k.decision is null and relevance_decision = 'unclear' as unclear
          from live left join correction k on k.article_id = live.article_id and k.beat_id = live.beat_id
            and k.kind = 'relevance' and k.withdrawn_at is null),
        labels as (
          select j.id, l.kind, l.label_id from judged j join label l on l.classification_id = j.id
            left join correction k on k.article_id = j.article_id and k.beat_id = j.beat_id
              and k.kind = l.kind and k.label_id = l.label_id and k.withdrawn_at is null
          where coalesce(k.decision, l.decision) = 'yes'
          union
          select j.id, k.kind, k.label_id from judged j join correction k on k.article_id = j.article_id
            and k.beat_id = j.beat_id and k.withdrawn_at is null and k.decision = 'yes' and k.kind <> 'relevance'),
        -- Gathered once: asked for article by article, the recount of an archive would take hours.
        gathered as (
          select id, array_agg(label_id order by label_id) filter (where kind = 'topic') as topics,
            array_agg(label_id order by label_id) filter (where kind = 'frame') as frames
          from labels group by id),
        recount as (
          select j.*, j.relevant and j.text_source not in ('feed-summary', 'none') as in_framing,
            case when j.relevant then coalesce(g.topics, '{}') else '{}' end as topics,
            case when j.relevant and j.text_source not in ('feed-summary', 'none') then coalesce(g.frames, '{}')
              else '{}' end as frames
          from judged j left join gathered g on g.id = j.id)
        select coalesce(r.article_id, f.article_id) as article_id, coalesce(r.model_id, f.model_id) as model_id
        from recount r full join (select f.* from trend_fact f join model m on m.id = f.model_id where m.status <> 'retired') f
          on f.article_id = r.article_id and f.model_id = r.model_id
        where r.article_id is null or f.article_id is null or f.revision <> r.revision or f.counted_at <> r.counted_at
          or f.outlet_id <> r.outlet_id or f.story_id is distinct from r.story_id or f.relevant <> r.relevant
          or f.in_framing <> r.in_framing or f.unclear <> r.unclear or f.language <> r.language
          or array(select unnest(f.topics) order by 1) <> r.topics or array(select unnest(f.frames) order by 1) <> r.frames`.execute(
    sql,
  );
  return rows.map((row) => ({ kind: 'fact', articleId: row.article_id, modelId: row.model_id }));
}

/**
 * Every day of every live model, as packed and as its facts say, all as of one moment. What a fact counts as, where and
 * when is compared number by number, so that no chart of any zone, filter and dimension can differ. Days that were
 * touched are left out: charts count them from their facts.
 */
async function verifyDays(
  { pool }: Database,
  onProgress: (done: number, of: number) => void,
): Promise<TrendDifference[]> {
  return inOneState(pool, async (client) => {
    const differences: TrendDifference[] = [];
    const { rows: models } = await client.query<{ id: string }>(
      "select id::text from model where status <> 'retired' order by id",
    );
    // A list of classes of its own: nothing is taken over from what charts have read.
    const classes = factClasses();
    for (const { id } of models) {
      const states = new Map(
        (await readStates(client, id, FIRST_DAY, LAST_DAY)).map((state) => [state.day, state]),
      );
      const { rows } = await client.query<{ day: number }>(
        'select distinct trend_day(counted_at) as day from trend_fact where model_id = $1',
        [id],
      );
      const days = [...new Set([...states.keys(), ...rows.map(({ day }) => day)])].sort((a, b) => a - b);
      for (const [done, day] of days.entries()) {
        const state = states.get(day);
        const what =
          (state?.touches ?? 0) > 0
            ? null
            : await differenceOf(client, id, day, state !== undefined, classes);
        if (what !== null) differences.push({ kind: 'day', day: nameOf(day), modelId: id, what });
        onProgress(done + 1, days.length);
      }
    }
    return differences;
  });
}

const FIRST_DAY = -1_000_000;
const LAST_DAY = 10_000_000;

type Client = Parameters<Parameters<typeof inOneState>[1]>[0];

async function differenceOf(
  client: Client,
  modelId: string,
  day: number,
  packed: boolean,
  classes: FactClasses,
): Promise<string | null> {
  const [facts] = await readFacts(client, modelId, [day], classes);
  if (facts === undefined) return null;
  if (!packed) return `${facts.ats.length} facts that are not packed`;
  try {
    const [sheet] = await readPacked(client, modelId, [day], classes);
    return sheet === undefined ? 'no sheet' : compare(facts, sheet);
  } catch (error) {
    if (error instanceof UnknownClassError) return error.message;
    throw error;
  }
}

function compare(facts: DaySheet, sheet: DaySheet): string | null {
  if (facts.ats.length !== sheet.ats.length)
    return `${sheet.ats.length} facts instead of ${facts.ats.length}`;
  for (const column of ['ats', 'stories', 'outlets', 'classes', 'articles'] as const) {
    if (sheet[column].length !== facts.ats.length) return `${column}: ${sheet[column].length} numbers`;
    const at = facts[column].findIndex((value, place) => value !== sheet[column][place]);
    if (at >= 0) return `fact ${at + 1} of ${facts.ats.length}: ${column}`;
  }
  return null;
}

const nameOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
