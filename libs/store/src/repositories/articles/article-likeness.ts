import { type Transaction, sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import type { Schema } from '../../schema.ts';

/** How an article can be found by others that hold its text or tell its story, and what was decided about it. */
export interface Grouping {
  signature: unknown;
  bands: string[];
  storyTerms: string[];
  bridgeTerms: string[];
  copyOf: string | null;
  storyId: string;
}

export interface ArticleLikeness {
  saveGrouping(id: string, grouping: Grouping, now: Date): Promise<void>;
}

/** Which text an article holds and which story it tells. */
export function articleLikeness({ sql }: Database): ArticleLikeness {
  return {
    async saveGrouping(id, grouping, now) {
      await sql.transaction().execute((trx) => writeGrouping(trx, id, grouping, now));
    },
  };
}

/**
 * Writes what was decided about an article, numbered after all decisions before it; gives how many articles its story
 * has now. One statement, for others wait until it is done.
 */
export async function writeGrouping(
  trx: Transaction<Schema>,
  id: string,
  grouping: Grouping,
  now: Date,
): Promise<number> {
  const row = await trx
    .with('grouped', (db) =>
      db
        .updateTable('article')
        .set({
          signature: JSON.stringify(grouping.signature),
          bands: grouping.bands,
          story_terms: grouping.storyTerms,
          bridge_terms: grouping.bridgeTerms,
          story_decision: raw<string>`nextval('story_decision')`,
          copy_of: grouping.copyOf,
          story_id: grouping.storyId,
          grouped_at: now,
          // A feed may have shown a change meanwhile: that the article has to be read again must not be forgotten.
          fate: raw<string>`case when fate = 'read' then 'grouped' else fate end`,
          touched_at: now,
        })
        .where('id', '=', id),
    )
    .updateTable('story')
    .set({
      first_at: raw<Date>`least(first_at, (select counted_at from article where id = ${id}))`,
      last_at: raw<Date>`greatest(last_at, (select counted_at from article where id = ${id}))`,
    })
    .where('id', '=', grouping.storyId)
    // The statement sees the articles as they were before it: the others, and this one.
    .returning((e) =>
      e
        .selectFrom('article')
        .select((count) => count.fn.countAll<string>().as('n'))
        .where('story_id', '=', grouping.storyId)
        .where('article.id', '<>', id)
        .as('others'),
    )
    .executeTakeFirstOrThrow();
  return Number(row.others) + 1;
}
