import type { BeatSeeds, ModelFigures } from '@framewatch/contracts';
import { type Selectable, sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

export type ModelRow = Selectable<Schema['model']>;

export interface NewModel {
  beatId: string;
  version: string;
  seedHash: string;
  seeds: BeatSeeds;
  background: unknown;
  corrections: unknown[];
  figures: ModelFigures;
}

export interface ModelRepository {
  /** Models whose classifications are wanted: each beat's active one, and after these the ones being prepared. */
  findLive(): Promise<{ id: string; beatId: string; version: string; status: ModelRow['status'] }[]>;
  findById(id: string): Promise<ModelRow | null>;
  findActive(beatId: string): Promise<ModelRow | null>;
  findNewest(beatId: string): Promise<Pick<ModelRow, 'id' | 'version' | 'seed_hash' | 'status'> | null>;
  /** Stores a model to be prepared; one prepared before and never activated is dropped. Does nothing if the version exists. */
  prepare(model: NewModel): Promise<string | null>;
  /** What was measured of a model; null for one that never was. */
  findFigures(modelId: string): Promise<ModelFigures | null>;
  /** Replaces what was measured of a model. */
  saveFigures(modelId: string, figures: ModelFigures): Promise<void>;
  /** How far the preparing model is: articles measured by it, of all that can be. `done` never falls. */
  progress(modelId: string): Promise<{ done: number; total: number }>;
  /** Whether the model has measured every article that its beat's active model shows, so that none would drop out of a chart. */
  isComplete(modelId: string): Promise<boolean>;
  /** Swaps the active model in one transaction, so that no chart ever mixes two. False where it is not being prepared any more. */
  activate(modelId: string, now: Date): Promise<boolean>;
  /**
   * Articles whose newest revision this model has not measured, oldest first; those touched in the last `idleSeconds`
   * are left out, for they are on their way.
   */
  findLackingClassification(
    modelId: string,
    now: Date,
    idleSeconds: number,
    limit: number,
  ): Promise<{ id: string; fate: string }[]>;
  /** Retires the models of beats whose seeds are gone. */
  retireBeatsExcept(beatIds: string[], now: Date): Promise<void>;
}

export function modelRepository({ sql }: Database): ModelRepository {
  return {
    async findLive() {
      const rows = await sql
        .selectFrom('model')
        .select(['id', 'beat_id', 'version', 'status'])
        .where('status', 'in', ['active', 'preparing'])
        .orderBy(raw`status = 'preparing'`)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        beatId: row.beat_id,
        version: row.version,
        status: row.status,
      }));
    },
    async findById(id) {
      return (await sql.selectFrom('model').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async findActive(beatId) {
      const row = await sql
        .selectFrom('model')
        .selectAll()
        .where('beat_id', '=', beatId)
        .where('status', '=', 'active')
        .executeTakeFirst();
      return row ?? null;
    },
    async findNewest(beatId) {
      const row = await sql
        .selectFrom('model')
        .select(['id', 'version', 'seed_hash', 'status'])
        .where('beat_id', '=', beatId)
        .where('status', 'in', ['active', 'preparing'])
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ?? null;
    },
    prepare: (model) =>
      sql.transaction().execute(async (trx) => {
        const same = await trx
          .selectFrom('model')
          .select(['id', 'status'])
          .where('beat_id', '=', model.beatId)
          .where('version', '=', model.version)
          .executeTakeFirst();
        if (same && same.status !== 'retired') return null;
        await trx
          .updateTable('model')
          .set({ status: 'retired', retired_at: raw`now()` })
          .where('beat_id', '=', model.beatId)
          .where('status', '=', 'preparing')
          .execute();
        if (same) {
          // Nobody kept its facts while it was out of force: they are measured anew, from classifications that stand.
          await trx.deleteFrom('trend_fact').where('model_id', '=', same.id).execute();
          await trx
            .updateTable('model')
            .set({ status: 'preparing', retired_at: null, figures: JSON.stringify(model.figures) })
            .where('id', '=', same.id)
            .execute();
          return same.id;
        }
        const row = await trx
          .insertInto('model')
          .values({
            beat_id: model.beatId,
            version: model.version,
            seed_hash: model.seedHash,
            seeds: JSON.stringify(model.seeds),
            background: JSON.stringify(model.background),
            corrections: JSON.stringify(model.corrections),
            figures: JSON.stringify(model.figures),
            status: 'preparing',
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return row.id;
      }),
    async findFigures(modelId) {
      const row = await sql
        .selectFrom('model')
        .select('figures')
        .where('id', '=', modelId)
        .executeTakeFirst();
      return row?.figures ?? null;
    },
    async saveFigures(modelId, figures) {
      await sql
        .updateTable('model')
        .set({ figures: JSON.stringify(figures) })
        .where('id', '=', modelId)
        .execute();
    },
    async progress(modelId) {
      const { rows } = await raw<{ done: string; total: string }>`
        -- Both counts read an index alone. An article on its way through an edit keeps the fact of its last revision.
        select (select count(*) from trend_fact where model_id = ${modelId}) as done,
               (select count(*) from article where grouped_at is not null) as total`.execute(sql);
      const done = Number(rows[0]?.done ?? 0);
      return { done, total: Math.max(done, Number(rows[0]?.total ?? 0)) };
    },
    async isComplete(modelId) {
      const { rows } = await raw<{ complete: boolean }>`
        select not exists (
          select 1 from model m join model old on old.beat_id = m.beat_id and old.status = 'active'
            join trend_fact f on f.model_id = old.id
          where m.id = ${modelId}
            and not exists (select 1 from trend_fact n where n.model_id = m.id and n.article_id = f.article_id)
        ) as complete`.execute(sql);
      return rows[0]?.complete ?? false;
    },
    activate: (modelId, now) =>
      sql.transaction().execute(async (trx) => {
        const model = await trx
          .selectFrom('model')
          .select('beat_id')
          .where('id', '=', modelId)
          .where('status', '=', 'preparing')
          .forUpdate()
          .executeTakeFirst();
        if (!model) return false;
        await trx
          .updateTable('model')
          .set({ status: 'retired', retired_at: now })
          .where('beat_id', '=', model.beat_id)
          .where('status', '=', 'active')
          .execute();
        await trx
          .updateTable('model')
          .set({ status: 'active', activated_at: now })
          .where('id', '=', modelId)
          .execute();
        return true;
      }),
    async findLackingClassification(modelId, now, idleSeconds, limit) {
      const before = new Date(now.getTime() - idleSeconds * 1000);
      const { rows } = await raw<{ id: string; fate: string }>`
        select a.id, a.fate from article a where a.grouped_at is not null and a.fate in ('grouped', 'classified')
          and a.touched_at <= ${before}
          and not exists (select 1 from trend_fact f
            where f.model_id = ${modelId} and f.article_id = a.id and f.revision = a.revision)
        order by a.id limit ${limit}`.execute(sql);
      return rows;
    },
    async retireBeatsExcept(beatIds, now) {
      await sql
        .updateTable('model')
        .set({ status: 'retired', retired_at: now })
        .where('status', 'in', ['active', 'preparing'])
        .$if(beatIds.length > 0, (q) => q.where('beat_id', 'not in', beatIds))
        .execute();
    },
  };
}
