import { sql as raw, type Transaction } from 'kysely';
import type { Schema } from '../../schema.ts';
import type { NewAlert } from '../alerts.repository.ts';
import { decideDeliveries } from './decide-deliveries.ts';
import { AT_ONCE, type DeliveryPlan } from './plan.ts';
import { storyOccurrence } from './story-occurrence.ts';

/** What became of one alert that was to be raised. */
export interface RaisedAlert {
  alertId: string;
  /** Those that are to be sent now; what is held is not among them. */
  deliveryIds: string[];
  /** False where the rule had raised the same occurrence before. */
  isNew: boolean;
}

/** How a channel takes an alert; without one, everything goes at once. */
export type PlanOf = (alert: NewAlert, channelId: string) => DeliveryPlan;

type Trx = Transaction<Schema>;
type Keyed = { alert: NewAlert; key: string };

/** Raises alerts and their deliveries in the transaction, each once per rule and occurrence; answers in the order given. */
export async function raiseMany(
  trx: Trx,
  alerts: readonly NewAlert[],
  now: Date,
  planOf: PlanOf = () => AT_ONCE,
): Promise<RaisedAlert[]> {
  const keyed = await withKeys(trx, alerts);
  const made = await insertAlerts(trx, keyed, now);
  // Of two alerts of one occurrence in one call the second finds the first.
  const fresh = new Map<string, NewAlert>();
  for (const { alert, key } of keyed) {
    const alertId = made.get(pairOf(alert.ruleId, key));
    if (alertId !== undefined && !fresh.has(alertId)) fresh.set(alertId, alert);
  }
  const undecided = [...fresh].flatMap(([alertId, alert]) =>
    alert.channels.map((channelId) => ({
      alertId,
      ruleId: alert.ruleId,
      channelId,
      plan: planOf(alert, channelId),
    })),
  );
  const rows = undecided.length > 0 ? await decideDeliveries(trx, undecided, now) : [];
  for (let n = 0; n < rows.length; n += MOST_ROWS)
    await trx
      .insertInto('delivery')
      .values(rows.slice(n, n + MOST_ROWS))
      .execute();
  return answersOf(trx, keyed, made);
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const MOST_ROWS = 2_000;

const pairOf = (ruleId: string, key: string): string => `${ruleId} ${key}`;

/** Stories are locked in the order of their ids, as everybody does who locks several. */
async function withKeys(trx: Trx, alerts: readonly NewAlert[]): Promise<Keyed[]> {
  const keys = new Map<NewAlert, string>();
  const ofStories = alerts.filter(({ storyId }) => storyId !== undefined);
  for (const alert of ofStories.sort((a, b) => Number(a.storyId) - Number(b.storyId)))
    keys.set(alert, await storyOccurrence(trx, alert.ruleId, alert.storyId ?? ''));
  return alerts.map((alert) => ({ alert, key: keys.get(alert) ?? alert.occurrenceKey }));
}

async function insertAlerts(trx: Trx, keyed: readonly Keyed[], now: Date): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (let n = 0; n < keyed.length; n += MOST_ROWS) {
    const rows = await trx
      .insertInto('alert')
      .values(keyed.slice(n, n + MOST_ROWS).map((one) => rowOf(one, now)))
      .onConflict((c) => c.columns(['rule_id', 'occurrence_key']).doNothing())
      .returning(['id', 'rule_id', 'occurrence_key'])
      .execute();
    for (const row of rows) made.set(pairOf(row.rule_id, row.occurrence_key), row.id);
  }
  return made;
}

const rowOf = ({ alert, key }: Keyed, now: Date) => ({
  rule_id: alert.ruleId,
  rule_name: alert.ruleName,
  occurrence_key: key,
  on_kind: alert.on,
  beat_id: alert.beatId,
  title: alert.title,
  article_id: alert.articleId,
  url: alert.url,
  outlet: alert.outlet,
  labels: alert.labels,
  why: alert.why,
  why_parts: alert.whyParts ? JSON.stringify(alert.whyParts) : null,
  quotes: JSON.stringify(alert.quotes),
  synthetic: alert.synthetic,
  raised_at: now,
});

async function answersOf(
  trx: Trx,
  keyed: readonly Keyed[],
  made: Map<string, string>,
): Promise<RaisedAlert[]> {
  const { rows } = await raw<{ n: number; id: string; deliveries: string[] }>`
    select x.n::int as n, a.id::text as id,
      array(select d.id::text from delivery d where d.alert_id = a.id and d.state = 'waiting' order by d.id) as deliveries
    from unnest(${keyed.map(({ alert }) => alert.ruleId)}::text[], ${keyed.map(({ key }) => key)}::text[]) with ordinality as x(rule, key, n)
    join alert a on a.rule_id = x.rule and a.occurrence_key = x.key order by x.n`.execute(trx);
  const told = new Set<string>();
  return rows.map(({ n, id, deliveries }) => {
    const { alert, key } = keyed[n - 1] as Keyed;
    const isNew = made.get(pairOf(alert.ruleId, key)) === id && !told.has(id);
    told.add(id);
    return { alertId: id, deliveryIds: deliveries, isNew };
  });
}
