import { type RawBuilder, sql as raw } from 'kysely';
import type { Database } from '../database.ts';

/** An article that an editor may be asked about. */
export interface ReviewRow {
  articleId: string;
  title: string;
  outletId: string;
  outlet: string;
  language: string;
  countedAt: Date;
  storyId: string | null;
}

/** One that the model left something undecided about, with the scores of it. */
export interface UnclearRow extends ReviewRow {
  unclear: { kind: 'relevance' | 'topic' | 'frame'; labelId: string; score: number }[];
}

export interface ReviewRepository {
  /**
   * The next articles of a random sample of those that count in framing charts since `since`: in one fixed random
   * order, whatever was corrected by choice before, without those already judged at random.
   */
  findRandom(modelId: string, beatId: string, since: Date, limit: number): Promise<ReviewRow[]>;
  /** The newest articles since `since` with something undecided, of which nobody has corrected anything. */
  findUnclear(modelId: string, beatId: string, since: Date, limit: number): Promise<UnclearRow[]>;
  countUnclear(modelId: string, beatId: string, since: Date): Promise<number>;
  /** How far the random sample is. */
  countRandom(modelId: string, beatId: string, since: Date): Promise<{ judged: number; population: number }>;
  /** Histograms of the scores of relevance over equal ranges, of articles counted from `from` to `cut`, and since. */
  countScores(
    modelId: string,
    from: Date,
    cut: Date,
    bins: number,
  ): Promise<{ before: number[]; now: number[] }>;
  /** The newest relevant articles since `since`, with their texts. */
  findRelevantTexts(
    modelId: string,
    since: Date,
    limit: number,
  ): Promise<{ title: string; text: string; language: string; outletId: string }[]>;
  /** How often each label was judged by editors. */
  countJudged(beatId: string): Promise<Map<string, number>>;
}

const ARTICLE = raw`f.article_id as "articleId", a.title, a.outlet_id as "outletId", o.name as outlet, f.language,
  f.counted_at as "countedAt", a.story_id as "storyId"`;

export function reviewRepository({ sql }: Database): ReviewRepository {
  return {
    async findRandom(modelId, beatId, since, limit) {
      const { rows } = await raw<ReviewRow>`
        select ${ARTICLE} from trend_fact f join article a on a.id = f.article_id join outlet o on o.id = a.outlet_id
        where ${inFraming(modelId, since)} and not ${judgedAtRandom(beatId)}
        order by md5(${beatId} || ':' || f.article_id), f.article_id limit ${limit}`.execute(sql);
      return rows;
    },

    async findUnclear(modelId, beatId, since, limit) {
      const { rows } = await raw<UnclearRow>`
        select ${ARTICLE}, case when f.unclear then
            jsonb_build_array(jsonb_build_object('kind', 'relevance', 'labelId', 'relevance', 'score', c.relevance_score))
          else (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'labelId', l.label_id, 'score', l.score)
              order by l.kind, l.label_id), '[]')
            from label l where l.classification_id = c.id and l.decision = 'unclear') end as unclear
        from ${UNCLEAR_SOURCE} where ${unclear(modelId, beatId, since)}
        order by f.counted_at desc, f.article_id desc limit ${limit}`.execute(sql);
      return rows;
    },

    async countUnclear(modelId, beatId, since) {
      const { rows } = await raw<{ n: string }>`
        select count(*) as n from ${UNCLEAR_SOURCE} where ${unclear(modelId, beatId, since)}`.execute(sql);
      return Number(rows[0]?.n ?? 0);
    },

    async countRandom(modelId, beatId, since) {
      const { rows } = await raw<{ population: string; judged: string }>`
        select count(*) as population, count(*) filter (where ${judgedAtRandom(beatId)}) as judged
        from trend_fact f where ${inFraming(modelId, since)}`.execute(sql);
      return { population: Number(rows[0]?.population ?? 0), judged: Number(rows[0]?.judged ?? 0) };
    },

    async countScores(modelId, from, cut, bins) {
      const { rows } = await raw<{ bin: number; fresh: boolean; n: string }>`
        select least(width_bucket(c.relevance_score, 0, 1, ${bins}), ${bins}) - 1 as bin, f.counted_at >= ${cut} as fresh,
          count(*) as n
        from trend_fact f
          join classification c on c.article_id = f.article_id and c.model_id = f.model_id and c.revision = f.revision
        where f.model_id = ${modelId} and f.counted_at >= ${from} group by 1, 2`.execute(sql);
      const histogram = (isFresh: boolean): number[] =>
        Array.from({ length: bins }, (_, at) =>
          Number(rows.find(({ bin, fresh }) => bin === at && fresh === isFresh)?.n ?? 0),
        );
      return { before: histogram(false), now: histogram(true) };
    },

    async findRelevantTexts(modelId, since, limit) {
      const { rows } = await raw<{ title: string; text: string; language: string; outletId: string }>`
        select a.title, a.text, a.language, a.outlet_id as "outletId"
        from trend_fact f join article a on a.id = f.article_id
        where f.model_id = ${modelId} and f.relevant and f.counted_at >= ${since}
        order by f.counted_at desc limit ${limit}`.execute(sql);
      return rows;
    },

    async countJudged(beatId) {
      const { rows } = await raw<{ label_id: string; n: string }>`
        select label_id, count(*) as n from correction where beat_id = ${beatId} and withdrawn_at is null
        group by label_id`.execute(sql);
      return new Map(rows.map(({ label_id, n }) => [label_id, Number(n)]));
    },
  };
}

const UNCLEAR_SOURCE = raw`trend_fact f join article a on a.id = f.article_id join outlet o on o.id = a.outlet_id
  join classification c on c.article_id = f.article_id and c.model_id = f.model_id and c.revision = f.revision`;

function inFraming(modelId: string, since: Date): RawBuilder<boolean> {
  // An article that a judgement took out of the charts stays in the sample: its being wrong is what is measured.
  return raw<boolean>`f.model_id = ${modelId} and f.counted_at >= ${since} and (f.in_framing or exists (
    select from correction r where r.article_id = f.article_id and r.beat_id = f.beat_id and r.kind = 'relevance'
      and r.decision = 'no' and r.sampled = 'random' and r.withdrawn_at is null))`;
}

function judgedAtRandom(beatId: string): RawBuilder<boolean> {
  return raw<boolean>`exists (select from correction k where k.article_id = f.article_id and k.beat_id = ${beatId}
    and k.sampled = 'random' and k.withdrawn_at is null)`;
}

function unclear(modelId: string, beatId: string, since: Date): RawBuilder<boolean> {
  return raw<boolean>`f.model_id = ${modelId} and f.counted_at >= ${since}
    and (f.unclear or (f.in_framing and exists (
      select from label l where l.classification_id = c.id and l.decision = 'unclear')))
    and not exists (select from correction k where k.article_id = f.article_id and k.beat_id = ${beatId}
      and k.withdrawn_at is null)`;
}
