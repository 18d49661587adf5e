import { sql as raw, type Transaction } from 'kysely';
import type { Schema } from '../../schema.ts';
import type { ChannelRow } from '../alert-channels.repository.ts';
import type { AttemptRecord } from '../deliveries.repository.ts';

type Trx = Transaction<Schema>;

/** Stores how attempts ended, one row each, what became of their deliveries, and the channel's new state. */
export async function recordAttempts(
  trx: Trx,
  channelId: string,
  attempts: readonly AttemptRecord[],
  now: Date,
  judge: (before: ChannelRow | null) => Partial<ChannelRow> | null,
): Promise<void> {
  const rows = attempts.map(({ of, kind, message, nextTryAt }) => ({
    delivery: 'deliveryId' in of ? of.deliveryId : null,
    bundle: 'bundleId' in of ? of.bundleId : null,
    outcome: kind,
    message,
    state: stateAfter(kind, nextTryAt),
    next: nextTryAt?.toISOString() ?? null,
  }));
  const given = raw`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(delivery bigint, bundle bigint, outcome text, message text, state text, next timestamptz)`;
  await raw`with x as materialized (select * from ${given}),
    tries as (insert into delivery_try (delivery_id, bundle_id, at, outcome, message)
      select delivery, bundle, ${now}, outcome, message from x),
    bundles as (update delivery_bundle b set state = x.state, error = ${ERROR}, next_try_at = coalesce(x.next, b.next_try_at),
      sent_at = case when x.state = 'sent' then ${now}::timestamptz end from x where b.id = x.bundle),
    members as (update delivery d set state = x.state, error = ${ERROR}, attempts = greatest(d.attempts, 1),
      sent_at = case when x.state = 'sent' then ${now}::timestamptz end from x where d.bundle_id = x.bundle)
    update delivery d set state = x.state, error = ${ERROR}, next_try_at = coalesce(x.next, d.next_try_at),
      sent_at = case when x.state = 'sent' then ${now}::timestamptz end from x where d.id = x.delivery`.execute(
    trx,
  );
  await saveChannel(trx, channelId, judge);
}

const ERROR = raw`case when x.state = 'sent' then null else x.message end`;

function stateAfter(kind: AttemptRecord['kind'], nextTryAt: Date | null): 'sent' | 'waiting' | 'failed' {
  if (kind === 'sent') return 'sent';
  return kind === 'retry' && nextTryAt !== null ? 'waiting' : 'failed';
}

async function saveChannel(
  trx: Trx,
  channelId: string,
  judge: (before: ChannelRow | null) => Partial<ChannelRow> | null,
): Promise<void> {
  const row = trx.selectFrom('alert_channel').selectAll().where('channel_id', '=', channelId);
  // Unlocked at first: most often there is nothing to change, and every worker writes to this row.
  if (judge((await row.executeTakeFirst()) ?? null) === null) return;
  const changed = judge((await row.forUpdate().executeTakeFirst()) ?? null);
  if (changed === null) return;
  await trx
    .insertInto('alert_channel')
    .values({ ...changed, channel_id: channelId })
    .onConflict((c) => c.column('channel_id').doUpdateSet(changed))
    .execute();
}
