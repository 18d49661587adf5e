import type { ArchivedArticle } from '@framewatch/contracts';

type Asked = <Row>(statement: string, values: unknown[]) => Promise<Row[]>;
type Part<Name extends keyof ArchivedArticle> = NonNullable<ArchivedArticle[Name]>[number &
  keyof NonNullable<ArchivedArticle[Name]>];

/** What belongs to articles, by article; an article that has none of it is missing. */
export interface CameWith {
  revisions: Map<string, RevisionRow[]>;
  sightings: Map<string, Part<'sightings'>[]>;
  rereadings: Map<string, Part<'rereadings'>[]>;
  corrections: Map<string, Part<'corrections'>[]>;
  decisions: Map<string, Part<'decisions'>[]>;
}

export interface RevisionRow {
  article_id: string;
  number: number;
  seen_at: Date;
  title: string;
  text: string;
  content_hash: string | null;
  changed: ('title' | 'text' | 'source')[];
}

/** Everything that is exported with these articles, each kind in an order that no id decides. */
export async function whatCameWith(ask: Asked, ids: readonly string[]): Promise<CameWith> {
  return {
    revisions: groupBy(await ask<RevisionRow>(REVISIONS, [ids]), (row) => row),
    sightings: groupBy(
      await ask<SightingRow>(SIGHTINGS, [ids]),
      ({ feed, guid, url, entry_hash, seen_at }) => ({
        feed,
        guid,
        url,
        entryHash: entry_hash,
        seenAt: seen_at.toISOString(),
      }),
    ),
    rereadings: groupBy(await ask<RereadingRow>(REREADINGS, [ids]), ({ at, why, outcome, note }) => ({
      at: at.toISOString(),
      why,
      outcome,
      note,
    })),
    corrections: groupBy(await ask<CorrectionRow>(CORRECTIONS, [ids]), (row) => ({
      beat: row.beat_id,
      kind: row.kind,
      label: row.label_id,
      decision: row.decision,
      said: row.said,
      ...(row.said_score === null ? {} : { saidScore: row.said_score }),
      ...(row.sampled === null ? {} : { sampled: row.sampled }),
      madeAt: row.made_at.toISOString(),
      withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    })),
    decisions: groupBy(await ask<DecisionRow>(DECISIONS, [ids]), (row) => ({
      beat: row.beat_id,
      model: row.model_version,
      revision: row.revision,
      language: row.language,
      covered: row.covered,
      score: row.score,
      relevance: row.relevance,
      // jsonb forgets the order of keys: an archive has one.
      labels: row.labels.map(({ kind, id, score, decision }) => ({ kind, id, score, decision })),
    })),
  };
}

interface SightingRow {
  article_id: string;
  feed: string;
  guid: string;
  url: string;
  entry_hash: string;
  seen_at: Date;
}
interface RereadingRow {
  article_id: string;
  at: Date;
  why: string;
  outcome: string;
  note: string | null;
}
interface CorrectionRow {
  article_id: string;
  beat_id: string;
  kind: Part<'corrections'>['kind'];
  label_id: string;
  decision: 'yes' | 'no';
  said: Part<'corrections'>['said'];
  said_score: number | null;
  sampled: 'random' | 'chosen' | null;
  made_at: Date;
  withdrawn_at: Date | null;
}
interface DecisionRow {
  article_id: string;
  beat_id: string;
  model_version: string;
  revision: number;
  language: string;
  covered: boolean;
  score: number;
  relevance: Part<'decisions'>['relevance'];
  labels: Part<'decisions'>['labels'];
}

const REVISIONS = `select * from revision where article_id = any($1::bigint[]) order by article_id, number`;
const SIGHTINGS = `
  select s.article_id, f.url as feed, s.guid, s.url, s.entry_hash, s.seen_at
  from sighting s join feed f on f.id = s.feed_id where s.article_id = any($1::bigint[])
  order by s.article_id, f.url collate "C", s.guid collate "C"`;
const REREADINGS = `
  select * from rereading where article_id = any($1::bigint[])
  order by article_id, date_trunc('milliseconds', at), why collate "C", outcome collate "C", note collate "C"`;
const CORRECTIONS = `
  select * from correction where article_id = any($1::bigint[])
  order by article_id, date_trunc('milliseconds', made_at), beat_id collate "C", kind collate "C", label_id collate "C",
    decision collate "C", date_trunc('milliseconds', withdrawn_at)`;
/** What was decided here comes before what an archive told of the same model. */
const DECISIONS = `
  select distinct on (article_id, beat_id collate "C", revision, model_version collate "C") *
  from (
    select 1 as rank, c.article_id, c.beat_id, m.version as model_version, c.revision, c.language, c.covered,
      c.relevance_score as score, c.relevance_decision as relevance,
      coalesce((select jsonb_agg(jsonb_build_object('kind', l.kind, 'id', l.label_id, 'score', l.score, 'decision', l.decision)
        order by l.kind collate "C", l.label_id collate "C") from label l where l.classification_id = c.id), '[]') as labels
    from classification c join model m on m.id = c.model_id where c.article_id = any($1::bigint[])
    union all
    select 2, article_id, beat_id, model_version, revision, language, covered, score, relevance, labels
    from earlier_decision where article_id = any($1::bigint[])) x
  order by article_id, beat_id collate "C", revision, model_version collate "C", rank`;

function groupBy<Row extends { article_id: string }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): Map<string, Value[]> {
  const map = new Map<string, Value[]>();
  for (const row of rows) {
    const list = map.get(row.article_id);
    if (list) list.push(value(row));
    else map.set(row.article_id, [value(row)]);
  }
  return map;
}
