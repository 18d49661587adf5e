import type { Quote, WhyPart } from '@framewatch/contracts';
import type { Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { type PlanOf, type RaisedAlert, raiseMany } from './alerts/raise-many.ts';
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
  /** The same in codes. */
  whyParts?: WhyPart[];
  quotes: Quote[];
  synthetic: boolean;
  channels: string[];
}

export type AlertRow = Selectable<Schema['alert']>;
export type DeliveryRow = Selectable<Schema['delivery']>;

export interface AlertRepository {
  /** Raises an alert and its deliveries in one transaction, once per rule and occurrence. */
  raise(alert: NewAlert, now: Date, planOf?: PlanOf): Promise<RaisedAlert>;
  /** The same for many in one transaction, in the order given. */
  raiseMany(alerts: readonly NewAlert[], now: Date, planOf?: PlanOf): Promise<RaisedAlert[]>;
  /** Marks as read (`readAt`) or as unread (null). Answers the ids of those that were changed by it. */
  markRead(ids: string[] | 'all', readAt: Date | null, only?: AlertsWanted): Promise<string[]>;
}

export function alertRepository({ sql }: Database): AlertRepository {
  return {
    raise: async (alert, now, planOf) => {
      const [raised] = await sql.transaction().execute((trx) => raiseMany(trx, [alert], now, planOf));
      if (!raised) throw new Error(`The alert ${alert.occurrenceKey} of ${alert.ruleId} was not stored.`);
      return raised;
    },

    raiseMany: (alerts, now, planOf) =>
      alerts.length === 0
        ? Promise.resolve([])
        : sql.transaction().execute((trx) => raiseMany(trx, alerts, now, planOf)),

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
