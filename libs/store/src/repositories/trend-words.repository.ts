import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import { framedCondition, STORY } from './framing/fact-condition.ts';
import type { TrendFilter } from './trends.repository.ts';

/** The text that stands for one story on one side. */
export interface StoryText {
  story: string;
  articleId: string;
  title: string;
  text: string;
  outlet: string;
  countedAt: Date;
}

export interface TrendWordRepository {
  /** How many articles and stories with enough text a side has, by language. */
  countLanguages(filter: TrendFilter): Promise<{ language: string; articles: number; stories: number }[]>;
  /**
   * Of each story its first article: a text that many repeat is one. Where there are more than `most`, those whose
   * hashed ids come first, which is as good as drawn at random and the same each time.
   */
  findStoryTexts(filter: TrendFilter, most: number): Promise<StoryText[]>;
}

/** Words are compared over so much of each text; what comes later is rare, and long ones would count for more. */
const MOST_LETTERS = 20_000;

export function trendWordRepository({ sql }: Database): TrendWordRepository {
  return {
    async countLanguages(filter) {
      const { rows } = await raw<{ language: string; articles: number; stories: number }>`
        select f.language, count(*)::int as articles, count(distinct ${STORY})::int as stories
        from trend_fact f join outlet o on o.id = f.outlet_id
        where ${framedCondition(filter)} group by 1 order by 3 desc, 1`.execute(sql);
      return rows;
    },

    async findStoryTexts(filter, most) {
      const { rows } = await raw<StoryText>`
        with first as (
          select distinct on (${STORY}) ${STORY} as story, f.article_id, o.name as outlet
          from trend_fact f join outlet o on o.id = f.outlet_id
          where ${framedCondition(filter)} order by ${STORY}, f.counted_at, f.article_id),
        drawn as (select * from first order by md5(story::text), story limit ${most})
        select d.story::text, a.id::text as "articleId", a.title, left(a.text, ${MOST_LETTERS}) as text, d.outlet,
          a.counted_at as "countedAt"
        from drawn d join article a on a.id = d.article_id order by a.counted_at desc, a.id desc`.execute(
        sql,
      );
      return rows;
    },
  };
}
