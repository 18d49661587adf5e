import { sql as raw, type Transaction } from 'kysely';
import type { Schema } from '../../schema.ts';
import type { BundleReason } from '../deliveries.repository.ts';

type Trx = Transaction<Schema>;

interface Due {
  channelId: string;
  dueAt: Date;
  now: Date;
  /** Beginning of the hour or day of the channel's cap, or null where it has none. */
  windowFrom: Date | null;
}

/**
 * Lets go what a channel held until one instant. One alert goes as an ordinary message; several become one bundle, of
 * which there is one per channel and instant. What comes too late for one that was tried already makes another.
 */
export async function releaseHeld(trx: Trx, { channelId, dueAt, now, windowFrom }: Due): Promise<void> {
  const held = await trx
    .selectFrom('delivery')
    .select(['id', 'held_by'])
    .where('state', '=', 'held')
    .where('channel_id', '=', channelId)
    .where('due_at', '=', dueAt)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (held.length === 0) return;
  const reasons = new Set(held.map((row) => row.held_by));
  const why = reasons.size === 1 ? (held[0]?.held_by ?? 'several') : 'several';
  const bundleId = await bundleFor(trx, { channelId, dueAt, now }, why, held.length);
  await raw`update delivery set state = 'waiting', bundle_id = ${bundleId}, next_try_at = ${now}
    where id = any(${held.map(({ id }) => id)}::bigint[])`.execute(trx);
  if (windowFrom === null) return;
  await raw`insert into channel_window (channel_id, starts_at, used) values (${channelId}, ${windowFrom}, 1)
    on conflict (channel_id, starts_at) do update set used = channel_window.used + 1`.execute(trx);
}

async function bundleFor(
  trx: Trx,
  { channelId, dueAt, now }: Omit<Due, 'windowFrom'>,
  why: BundleReason,
  members: number,
): Promise<string | null> {
  const open = await trx
    .selectFrom('delivery_bundle')
    .select(['id', 'attempts', 'state'])
    .where('channel_id', '=', channelId)
    .where('due_at', '=', dueAt)
    .forUpdate()
    .executeTakeFirst();
  if (open && open.attempts === 0 && open.state === 'waiting') return open.id;
  if (members === 1) return null;
  const made = await trx
    .insertInto('delivery_bundle')
    .values({ channel_id: channelId, due_at: open ? now : dueAt, why, next_try_at: now })
    .onConflict((c) => c.columns(['channel_id', 'due_at']).doUpdateSet({ next_try_at: now }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}
