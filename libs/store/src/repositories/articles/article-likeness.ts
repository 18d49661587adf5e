import { sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import type { ArticleRow } from './article-stamps.ts';

export interface Grouping {
  signature: unknown;
  bands: string[];
  storyTerms: string[];
  copyOf: string | null;
  storyId: string;
}

export interface CopyCandidate {
  id: string;
  signature: unknown;
  language: string;
  copy_of: string | null;
  story_id: string | null;
  counted_at: Date;
  title: string;
}
export type StoryCandidate = Pick<ArticleRow, 'id' | 'title' | 'signature' | 'counted_at' | 'language'> & {
  story_id: string;
};

export interface ArticleLikeness {
  saveGrouping(id: string, grouping: Grouping, now: Date): Promise<void>;
  findByBands(bands: string[], exceptId: string, limit: number): Promise<CopyCandidate[]>;
  findStoryCandidates(
    terms: string[],
    around: Date,
    days: number,
    exceptId: string,
    limit: number,
  ): Promise<StoryCandidate[]>;
}

/** Which articles may hold the same text or tell the same story. */
export function articleLikeness({ sql }: Database): ArticleLikeness {
  return {
    saveGrouping: (id, grouping, now) =>
      sql.transaction().execute(async (trx) => {
        await trx
          .updateTable('article')
          .set({
            signature: JSON.stringify(grouping.signature),
            bands: grouping.bands,
            story_terms: grouping.storyTerms,
            copy_of: grouping.copyOf,
            story_id: grouping.storyId,
            grouped_at: now,
            fate: 'grouped',
            touched_at: now,
          })
          .where('id', '=', id)
          .execute();
        await trx
          .updateTable('story')
          .set({
            first_at: raw<Date>`least(first_at, (select counted_at from article where id = ${id}))`,
            last_at: raw<Date>`greatest(last_at, (select counted_at from article where id = ${id}))`,
          })
          .where('id', '=', grouping.storyId)
          .execute();
      }),

    async findByBands(bands, exceptId, limit) {
      if (bands.length === 0) return [];
      return sql.transaction().execute(async (trx) => {
        // The planner expects thousands of hits where there are a few, and would read the whole table (measured: 98 against 2 ms).
        await raw`set local enable_seqscan = off`.execute(trx);
        // Materialised: with the order in sight it would walk all articles by date instead of asking the bands.
        const { rows } = await raw<CopyCandidate>`
        with hits as materialized (
          select id, signature, language, copy_of, story_id, counted_at, title from article where bands && ${bands}::text[])
        select * from hits where id <> ${exceptId} order by counted_at, id limit ${limit}`.execute(trx);
        return rows;
      });
    },

    async findStoryCandidates(terms, around, days, exceptId, limit) {
      if (terms.length === 0) return [];
      const span = days * 86_400_000;
      const rows = await sql
        .selectFrom('article')
        .select(['id', 'title', 'signature', 'counted_at', 'language', 'story_id'])
        .where('id', '!=', exceptId)
        .where('story_id', 'is not', null)
        .where('counted_at', '>=', new Date(around.getTime() - span))
        .where('counted_at', '<=', new Date(around.getTime() + span))
        .where(raw<boolean>`story_terms && ${terms}::text[]`)
        .orderBy('counted_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row, story_id: row.story_id as string }));
    },
  };
}
