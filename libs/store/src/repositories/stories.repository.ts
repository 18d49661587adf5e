import type { Selectable } from 'kysely';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { type Grouping, writeGrouping } from './articles/article-likeness.ts';
import { findNeighbours, type Neighbours, refreshNeighbours, type Sought } from './stories/neighbours.ts';
import { createStory, lockStories, mergeStories, splitStory } from './stories/story-changes.ts';

export type StoryRow = Selectable<Schema['story']>;
export type StoryChange = Selectable<Schema['story_change']>;

/** What is decided about one article; `story` null begins a new one. */
export interface StoryDecision {
  copyOf: string | null;
  story: string | null;
  /** Stories that turned out to be the same as `story`. */
  merge: string[];
  why: string;
}

export interface StoryRepository {
  /** Articles that share keys with one, looked up before anything is locked. */
  findNeighbours(sought: Sought): Promise<Neighbours>;
  /**
   * Decides about one article alone, across all workers: `decide` gets the neighbours as they stand under the lock and
   * must be quick and without I/O, for others wait. Returns the story and how many articles it has now.
   */
  assign(
    article: { id: string; title: string; counted_at: Date },
    found: { sought: Sought; known: Neighbours; keys: Omit<Grouping, 'copyOf' | 'storyId'> },
    decide: (neighbours: Neighbours, ownStory: string | null) => StoryDecision,
    now: Date,
  ): Promise<{ storyId: string; articles: number }>;
  create(title: string, at: Date): Promise<string>;
  find(id: string): Promise<StoryRow | null>;
  /** The story that this one was merged into, however often, or itself. */
  findRoot(id: string): Promise<string>;
  /** What a story is made of, newest first. */
  findMembers(id: string, limit: number): Promise<{ id: string; signature: unknown; counted_at: Date }[]>;
  /** Moves all articles of `from` into `into`, keeping a trace. The older story keeps its id: pass it as `into`. */
  merge(from: string, into: string, why?: string): Promise<void>;
  /** Makes some articles of a story one of their own; null where they have moved meanwhile. */
  split(from: string, articleIds: string[], why: string): Promise<string | null>;
  /** Merges and splits that made the story what it is, oldest first: its own, and those of stories merged into it. */
  findChanges(id: string): Promise<StoryChange[]>;
}

export function storyRepository(database: Database): StoryRepository {
  const { sql } = database;
  const exclusively = <T>(run: Parameters<ReturnType<typeof sql.transaction>['execute']>[0]): Promise<T> =>
    sql.transaction().execute(async (trx) => {
      await lockStories(trx);
      return (await run(trx)) as T;
    });
  return {
    findNeighbours: (sought) => findNeighbours(database, sought),
    assign: (article, { sought, known, keys }, decide, now) =>
      exclusively(async (trx) => {
        const { neighbours, ownStory } = await refreshNeighbours(trx, sought, known);
        const decision = decide(neighbours, ownStory);
        const storyId = decision.story ?? (await createStory(trx, article.title, article.counted_at));
        for (const from of decision.merge) await mergeStories(trx, from, storyId, decision.why);
        const grouping = { ...keys, copyOf: decision.copyOf, storyId };
        const articles = await writeGrouping(trx, article.id, grouping, now);
        return { storyId, articles };
      }),
    create: (title, at) => sql.transaction().execute((trx) => createStory(trx, title, at)),
    async find(id) {
      const row = await sql.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst();
      return row ?? null;
    },
    async findRoot(id) {
      const { rows } = await raw<{ id: string }>`
        with recursive chain as (
          select id, merged_into from story where id = ${id}
          union all select s.id, s.merged_into from story s join chain c on s.id = c.merged_into)
        select id from chain where merged_into is null`.execute(sql);
      return rows[0]?.id ?? id;
    },
    findMembers: (id, limit) =>
      sql
        .selectFrom('article')
        .select(['id', 'signature', 'counted_at'])
        .where('story_id', '=', id)
        .where('signature', 'is not', null)
        .orderBy('counted_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    merge: (from, into, why = 'merged by hand') => exclusively((trx) => mergeStories(trx, from, into, why)),
    split: (from, articleIds, why) => exclusively((trx) => splitStory(trx, from, articleIds, why)),
    async findChanges(id) {
      const { rows } = await raw<StoryChange>`
        with recursive family as (
          select id from story where id = ${id}
          union select s.id from story s join family f on s.merged_into = f.id)
        select * from story_change where from_story in (select id from family) or into_story in (select id from family)
        order by id`.execute(sql);
      return rows;
    },
  };
}
