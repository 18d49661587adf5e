import type { DeliveryState, HeldBy } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';

/** A delivery as it is shown: one of a bundle stands as its bundle does. */
export interface DeliveryView {
  id: string;
  alertId: string;
  channelId: string;
  bundleId: string | null;
  state: DeliveryState;
  attempts: number;
  sentAt: Date | null;
  error: string | null;
  heldBy: HeldBy | null;
  /** The end of what holds it, or the next try. */
  dueAt: Date | null;
  /** Alerts in its message. */
  together: number;
}

export interface LoggedDelivery extends DeliveryView {
  title: string;
  ruleId: string;
  ruleName: string;
  raisedAt: Date;
  /** The oldest first. */
  tries: { at: Date; outcome: 'sent' | 'retry' | 'failed'; message: string | null }[];
}

export interface LogQuery {
  channel?: string | undefined;
  rule?: string | undefined;
  state?: DeliveryState | undefined;
  beforeId: string | null;
  limit: number;
}

export interface DeliveryLogRepository {
  /** Deliveries of these alerts, the oldest first. */
  findOf(alertIds: readonly string[]): Promise<DeliveryView[]>;
  /** A page of all deliveries, the newest first, each with its attempts. */
  findPage(query: LogQuery): Promise<LoggedDelivery[]>;
}

const VIEW = raw`d.id::text as id, d.alert_id::text as "alertId", d.channel_id as "channelId", d.bundle_id::text as "bundleId",
  d.state, greatest(d.attempts, b.attempts) as attempts, d.sent_at as "sentAt", coalesce(d.error, b.error) as error,
  case when d.state = 'held' then d.held_by end as "heldBy",
  case d.state when 'held' then d.due_at when 'waiting' then coalesce(b.next_try_at, d.next_try_at) end as "dueAt",
  (case when d.bundle_id is not null then (select count(*) from delivery x where x.bundle_id = d.bundle_id)
    when d.state = 'held' then (select count(*) from delivery x where x.state = 'held' and x.channel_id = d.channel_id
      and (x.due_at = d.due_at or (d.due_at is null and x.due_at is null)))
    else 1 end)::int as together`;

export function deliveryLogRepository({ sql }: Database): DeliveryLogRepository {
  return {
    async findOf(alertIds) {
      if (alertIds.length === 0) return [];
      const { rows } = await raw<DeliveryView>`select ${VIEW} from delivery d
        left join delivery_bundle b on b.id = d.bundle_id
        where d.alert_id = any(${[...alertIds]}::bigint[]) order by d.id`.execute(sql);
      return rows;
    },
    async findPage({ channel, rule, state, beforeId, limit }) {
      const { rows } = await raw<Omit<LoggedDelivery, 'tries'>>`
        select ${VIEW}, a.title, a.rule_id as "ruleId", a.rule_name as "ruleName", a.raised_at as "raisedAt"
        from (select * from delivery where true
            ${channel === undefined ? raw`` : raw`and channel_id = ${channel}`}
            ${rule === undefined ? raw`` : raw`and rule_id = ${rule}`}
            ${state === undefined ? raw`` : raw`and state = ${state}`}
            ${beforeId === null ? raw`` : raw`and id < ${beforeId}::bigint`}
          order by id desc limit ${limit}) d
        left join delivery_bundle b on b.id = d.bundle_id
        join alert a on a.id = d.alert_id order by d.id desc`.execute(sql);
      const tries = await findTries(sql, rows);
      return rows.map((row) => ({
        ...row,
        tries: tries
          .filter(
            (one) => one.delivery_id === row.id || (one.bundle_id !== null && one.bundle_id === row.bundleId),
          )
          .map(({ at, outcome, message }) => ({ at, outcome, message })),
      }));
    },
  };
}

async function findTries(sql: Database['sql'], rows: readonly { id: string; bundleId: string | null }[]) {
  if (rows.length === 0) return [];
  const bundles = rows.flatMap(({ bundleId }) => (bundleId === null ? [] : [bundleId]));
  return sql
    .selectFrom('delivery_try')
    .selectAll()
    .where((e) =>
      e.or([
        e(
          'delivery_id',
          'in',
          rows.map(({ id }) => id),
        ),
        ...(bundles.length > 0 ? [e('bundle_id', 'in', bundles)] : []),
      ]),
    )
    .orderBy('id')
    .execute();
}
