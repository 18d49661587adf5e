import type { Quote } from '@framewatch/contracts';
import type { Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { type AlertsWanted, isWanted } from './health.repository.ts';

export interface NewAlert {
  ruleId: string;
  ruleName: string;
  /** Article id, window start or feed incident: one alert per rule and occurrence. Of a story, see `storyId`. */
  occurrenceKey: string;
  /** Where the occurrence is a story: its key is then made from this id under a lock, so that merges and splits raise nothing twice. */
  storyId?: string;
  on: string;
  beatId: string | null;
  title: string;
  articleId: string | null;
  url: string | null;
  outlet: string | null;
  labels: string[];
  why: string;
  quotes: Quote[];
  synthetic: boolean;
  channels: string[];
}

export type AlertRow = Selectable<Schema['alert']>;
export type DeliveryRow = Selectable<Schema['delivery']>;

export interface AlertRepository {
  /** Raises an alert and its deliveries in one transaction, once per rule and occurrence. */
  raise(alert: NewAlert, now: Date): Promise<{ alertId: string; deliveryIds: string[]; isNew: boolean }>;
  findDelivery(id: string): Promise<{ delivery: DeliveryRow; alert: AlertRow } | null>;
  /** Takes a waiting delivery for sending: counts the attempt and holds it for `holdSeconds`, so that no second worker sends. */
  claimDelivery(id: string, now: Date, holdSeconds: number): Promise<boolean>;
  finishDelivery(
    id: string,
    outcome: { state: 'sent' | 'failed' | 'waiting'; error: string | null; nextTryAt: Date | null },
    now: Date,
  ): Promise<void>;
  findDueDeliveries(now: Date, limit: number): Promise<string[]>;
  deleteDeliveriesBefore(before: Date): Promise<number>;
  /** Marks as read (`readAt`) or as unread (null). Answers the ids of those that were changed by it. */
  markRead(ids: string[] | 'all', readAt: Date | null, only?: AlertsWanted): Promise<string[]>;
}

export function alertRepository({ sql }: Database): AlertRepository {
  return {
    raise: (alert, now) =>
      sql.transaction().execute(async (trx) => {
        const occurrenceKey =
          alert.storyId === undefined
            ? alert.occurrenceKey
            : await storyOccurrence(trx, alert.ruleId, alert.storyId);
        const made = await trx
          .insertInto('alert')
          .values({
            rule_id: alert.ruleId,
            rule_name: alert.ruleName,
            occurrence_key: occurrenceKey,
            on_kind: alert.on,
            beat_id: alert.beatId,
            title: alert.title,
            article_id: alert.articleId,
            url: alert.url,
            outlet: alert.outlet,
            labels: alert.labels,
            why: alert.why,
            quotes: JSON.stringify(alert.quotes),
            synthetic: alert.synthetic,
            raised_at: now,
          })
          .onConflict((c) => c.columns(['rule_id', 'occurrence_key']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (made && alert.channels.length > 0)
          await trx
            .insertInto('delivery')
            .values(
              alert.channels.map((channel) => ({ alert_id: made.id, channel_id: channel, next_try_at: now })),
            )
            .execute();
        const alertId =
          made?.id ??
          (
            await trx
              .selectFrom('alert')
              .select('id')
              .where('rule_id', '=', alert.ruleId)
              .where('occurrence_key', '=', occurrenceKey)
              .executeTakeFirstOrThrow()
          ).id;
        const deliveries = await trx
          .selectFrom('delivery')
          .select('id')
          .where('alert_id', '=', alertId)
          .where('state', '=', 'waiting')
          .execute();
        return { alertId, deliveryIds: deliveries.map((d) => d.id), isNew: made !== undefined };
      }),

    async findDelivery(id) {
      const delivery = await sql.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst();
      if (!delivery) return null;
      const alert = await sql
        .selectFrom('alert')
        .selectAll()
        .where('id', '=', delivery.alert_id)
        .executeTakeFirstOrThrow();
      return { delivery, alert };
    },

    async claimDelivery(id, now, holdSeconds) {
      const row = await sql
        .updateTable('delivery')
        .set((e) => ({
          attempts: e('attempts', '+', 1),
          next_try_at: new Date(now.getTime() + holdSeconds * 1000),
        }))
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .where('next_try_at', '<=', now)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async finishDelivery(id, outcome, now) {
      await sql
        .updateTable('delivery')
        .set({
          state: outcome.state,
          error: outcome.error,
          ...(outcome.state === 'sent' ? { sent_at: now } : {}),
          ...(outcome.nextTryAt ? { next_try_at: outcome.nextTryAt } : {}),
        })
        .where('id', '=', id)
        .execute();
    },

    async findDueDeliveries(now, limit) {
      const rows = await sql
        .selectFrom('delivery')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_try_at', '<=', now)
        .orderBy('next_try_at')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },

    async deleteDeliveriesBefore(before) {
      const result = await sql
        .deleteFrom('delivery')
        .where('created_at', '<', before)
        .where('state', '!=', 'waiting')
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },

    async markRead(ids, readAt, only = {}) {
      if (ids !== 'all' && ids.length === 0) return [];
      const changed = await sql
        .updateTable('alert')
        .set({ read_at: readAt })
        .where('read_at', readAt === null ? 'is not' : 'is', null)
        .where(isWanted(only))
        .$if(ids !== 'all', (q) => q.where('id', 'in', ids as string[]))
        .returning('id')
        .execute();
      return changed.map(({ id }) => id);
    },
  };
}

/**
 * The key under which a rule has alerted of a story, or is to: the story's own id, that of one merged into it, or of the
 * one that it was split from. The story stays as it is until the transaction ends.
 */
async function storyOccurrence(trx: Database['sql'], ruleId: string, storyId: string): Promise<string> {
  const story = await trx
    .selectFrom('story')
    .select(['merged_into', 'alerted_as'])
    .where('id', '=', storyId)
    .forShare()
    .executeTakeFirst();
  if (story === undefined) return `story-${storyId}`;
  if (story.merged_into !== null) return storyOccurrence(trx, ruleId, story.merged_into);
  const keys = story.alerted_as.map((id) => `story-${id}`);
  const raised = await trx
    .selectFrom('alert')
    .select('occurrence_key')
    .where('rule_id', '=', ruleId)
    .where('occurrence_key', 'in', keys)
    .orderBy('id')
    .executeTakeFirst();
  return raised?.occurrence_key ?? keys[0] ?? `story-${storyId}`;
}
