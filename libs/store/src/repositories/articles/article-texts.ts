import { sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import { indexWords, type ReadText, textColumns } from './text-columns.ts';

export interface ArticleTexts {
  /** Writes the text; a text or title that differs from before becomes the next revision. Returns whether the later stages have to run again. */
  saveText(id: string, text: ReadText, now: Date): Promise<{ changed: boolean }>;
  /** Newest texts in one language, for the classifier's background statistics. */
  findNewestTexts(limit: number): Promise<{ language: string; title: string; text: string }[]>;
  /** Forgets texts of articles counted before; headline, classification and evidence offsets' quotes go with it. */
  forgetTextsBefore(before: Date): Promise<number>;
}

/** A statement takes at most 65,535 parameters. */
const FORGET_AT_ONCE = 10_000;

/** What articles say, and what they said before. */
export function articleTexts({ sql }: Database): ArticleTexts {
  return {
    saveText: (id, text, now) =>
      sql.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom('article')
          .select(['title', 'content_hash', 'revision', 'read_at', 'counted_at', 'text_source'])
          .where('id', '=', id)
          .forUpdate()
          .executeTakeFirstOrThrow();
        const isFirst = before.read_at === null;
        const changed = isFirst
          ? []
          : [
              ...(before.title === text.title ? [] : ['title']),
              ...(before.content_hash === text.contentHash ? [] : ['text']),
            ];
        const number = changed.length > 0 ? before.revision + 1 : before.revision;
        // Charts count by date and by how whole the text is: such a change is measured again, without a new revision.
        const countsAnew =
          isFirst ||
          changed.length > 0 ||
          before.counted_at.getTime() !== Date.parse(text.countedAt) ||
          before.text_source !== text.textSource;
        await trx
          .updateTable('article')
          .set({
            ...textColumns(text),
            revision: number,
            fate: countsAnew ? 'read' : fateOfUnchanged,
            fate_reason: null,
            read_at: now,
            attempts: 0,
            reserved_start_at: null,
            touched_at: now,
          })
          .where('id', '=', id)
          .execute();
        await indexWords(trx, id, text.searchWords);
        if (isFirst || changed.length > 0)
          await trx
            .insertInto('revision')
            .values({
              article_id: id,
              number,
              seen_at: now,
              title: text.title,
              text: text.text,
              content_hash: text.contentHash,
              changed,
            })
            .onConflict((c) => c.columns(['article_id', 'number']).doNothing())
            .execute();
        return { changed: countsAnew };
      }),

    async findNewestTexts(limit) {
      return sql
        .selectFrom('article')
        .select(['language', 'title', 'text'])
        .where('text', '!=', '')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
    },

    forgetTextsBefore: (before) =>
      sql.transaction().execute(async (trx) => {
        const forgotten = await trx
          .updateTable('article')
          .set({ text: '', feed_text: null })
          .where('counted_at', '<', before)
          .where((e) => e.or([e('text', '!=', ''), e('feed_text', 'is not', null)]))
          .returning('id')
          .execute();
        for (let at = 0; at < forgotten.length; at += FORGET_AT_ONCE)
          await trx
            .updateTable('revision')
            .set({ text: '' })
            .where(
              'article_id',
              'in',
              forgotten.slice(at, at + FORGET_AT_ONCE).map((row) => row.id),
            )
            .execute();
        return forgotten.length;
      }),
  };
}

/** An article that was read again and found the same is as far as it was before. */
const fateOfUnchanged = raw<string>`case
  when exists (select 1 from classification c where c.article_id = article.id and c.revision = article.revision) then 'classified'
  when grouped_at is null then 'read' else 'grouped' end`;
