import type { LiveEvent } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';

/** The channel on which PostgreSQL tells every API process that an event was stored. */
export const EVENT_CHANNEL = 'framewatch_event';

export interface StoredEvent {
  id: string;
  event: LiveEvent;
}

export interface EventRepository {
  /** Stores an event and wakes whoever listens. */
  publish(event: LiveEvent): Promise<void>;
  /** The same for many at once, in the order given. */
  publishMany(events: readonly LiveEvent[]): Promise<void>;
  /** Events after the one with this id, oldest first, at most `limit`. */
  findAfter(id: string, limit: number): Promise<StoredEvent[]>;
  findNewestId(): Promise<string>;
  deleteBefore(before: Date): Promise<number>;
}

export function eventRepository({ sql }: Database): EventRepository {
  return {
    publish: (event) => publishMany(sql, [event]),
    publishMany: (events) => publishMany(sql, events),
    async findAfter(id, limit) {
      const rows = await sql
        .selectFrom('event')
        .select(['id', 'payload'])
        .where('id', '>', id)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ id: row.id, event: row.payload as LiveEvent }));
    },
    async findNewestId() {
      const row = await sql
        .selectFrom('event')
        .select((e) => e.fn.max('id').as('id'))
        .executeTakeFirst();
      return row?.id ?? '0';
    },
    async deleteBefore(before) {
      const result = await sql.deleteFrom('event').where('at', '<', before).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

/** One publisher at a time: ids then appear in their order, and a reader that goes on after the newest id misses none. */
async function publishMany(sql: Database['sql'], events: readonly LiveEvent[]): Promise<void> {
  if (events.length === 0) return;
  await raw`with turn as materialized (select pg_advisory_xact_lock(hashtext('framewatch.events')) as taken),
    stored as (insert into event (kind, payload)
      select e.value->>'kind', e.value from turn,
        jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as e(value, n)
      where taken is not null order by n returning id)
    select pg_notify(${EVENT_CHANNEL}, id::text) from stored`.execute(sql);
}
