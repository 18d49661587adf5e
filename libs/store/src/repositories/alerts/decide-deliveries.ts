import { sql as raw, type Transaction } from 'kysely';
import type { Schema } from '../../schema.ts';
import type { DeliveryPlan } from './plan.ts';

/** A delivery that is about to be stored. */
export interface UndecidedDelivery {
  alertId: string;
  ruleId: string;
  channelId: string;
  plan: DeliveryPlan;
}

type Trx = Transaction<Schema>;
type Window = { channelId: string; from: Date; used: number; most: number };

/**
 * Decides deliveries one after the other, and gives their rows. The counts and instants that decide are locked in one
 * order for all, so that workers wait for each other and never for ever.
 */
export async function decideDeliveries(trx: Trx, undecided: readonly UndecidedDelivery[], now: Date) {
  const lastAt = await lockRuleMessages(trx, undecided);
  const windows = await lockWindows(trx, undecided);
  const snoozes = await findSnoozes(trx, now);
  const rows = undecided.map(({ alertId, ruleId, channelId, plan }) => {
    const row = { alert_id: alertId, channel_id: channelId, rule_id: ruleId, next_try_at: now };
    if (plan.isInbox) return { ...row, state: 'sent' as const, attempts: 1, sent_at: now };
    const window = plan.window && windows.get(keyOf(channelId, plan.window.from));
    const pair = keyOf(ruleId, channelId);
    const hold = plan.decide({
      snoozes: snoozes
        .filter((s) => [null, ruleId].includes(s.rule_id) && [null, channelId].includes(s.channel_id))
        .map((s) => s.until_at),
      lastAt: lastAt.get(pair) ?? null,
      isFull: window ? window.used >= window.most : false,
    });
    if (plan.cools && hold?.dueAt !== null) lastAt.set(pair, hold?.dueAt ?? now);
    if (hold === null && window) window.used += 1;
    return hold === null ? row : { ...row, state: 'held' as const, held_by: hold.heldBy, due_at: hold.dueAt };
  });
  await saveRuleMessages(trx, undecided, lastAt);
  await saveWindows(trx, windows);
  return rows;
}

const keyOf = (a: string, b: string | Date): string => `${a} ${typeof b === 'string' ? b : b.toISOString()}`;

async function lockRuleMessages(
  trx: Trx,
  undecided: readonly UndecidedDelivery[],
): Promise<Map<string, Date>> {
  const cooling = undecided.filter(({ plan }) => plan.cools);
  if (cooling.length === 0) return new Map();
  const { rows } = await raw<{ rule_id: string; channel_id: string; last_at: Date }>`
    insert into rule_message (rule_id, channel_id, last_at)
    select distinct r, c, '-infinity'::timestamptz from unnest(${cooling.map((d) => d.ruleId)}::text[], ${cooling.map((d) => d.channelId)}::text[]) as x(r, c)
    order by 1, 2
    on conflict (rule_id, channel_id) do update set last_at = rule_message.last_at
    returning rule_id, channel_id, nullif(last_at, '-infinity') as last_at`.execute(trx);
  const known = rows.filter((row) => row.last_at !== null);
  return new Map(known.map((row) => [keyOf(row.rule_id, row.channel_id), row.last_at]));
}

async function lockWindows(trx: Trx, undecided: readonly UndecidedDelivery[]): Promise<Map<string, Window>> {
  const capped = undecided.flatMap(({ channelId, plan }) =>
    plan.window ? [{ channelId, ...plan.window }] : [],
  );
  if (capped.length === 0) return new Map();
  const { rows } = await raw<{ channel_id: string; starts_at: Date; used: number }>`
    insert into channel_window (channel_id, starts_at, used)
    select distinct c, s, 0 from unnest(${capped.map((w) => w.channelId)}::text[], ${capped.map((w) => w.from.toISOString())}::timestamptz[]) as x(c, s)
    order by 1, 2
    on conflict (channel_id, starts_at) do update set used = channel_window.used
    returning channel_id, starts_at, used`.execute(trx);
  const most = new Map(capped.map((w) => [keyOf(w.channelId, w.from), w.most]));
  return new Map(
    rows.map(({ channel_id: channelId, starts_at: from, used }) => {
      const key = keyOf(channelId, from);
      return [key, { channelId, from, used, most: most.get(key) ?? 0 }];
    }),
  );
}

const findSnoozes = (trx: Trx, now: Date) =>
  trx
    .selectFrom('alert_snooze')
    .select(['rule_id', 'channel_id', 'until_at'])
    .where('ended_at', 'is', null)
    .where((e) => e.or([e('until_at', 'is', null), e('until_at', '>', now)]))
    .execute();

async function saveRuleMessages(
  trx: Trx,
  undecided: readonly UndecidedDelivery[],
  lastAt: Map<string, Date>,
): Promise<void> {
  const pairs = new Map(
    undecided.filter(({ plan }) => plan.cools).map((d) => [keyOf(d.ruleId, d.channelId), d]),
  );
  for (const [key, { ruleId, channelId }] of pairs) {
    const last = lastAt.get(key);
    if (last)
      await trx
        .updateTable('rule_message')
        .set({ last_at: last })
        .where('rule_id', '=', ruleId)
        .where('channel_id', '=', channelId)
        .execute();
  }
}

async function saveWindows(trx: Trx, windows: Map<string, Window>): Promise<void> {
  for (const { channelId, from, used } of windows.values())
    await trx
      .updateTable('channel_window')
      .set({ used })
      .where('channel_id', '=', channelId)
      .where('starts_at', '=', from)
      .execute();
}
