import { readEnvironment } from '@framewatch/config';
import {
  type AlertRuleConfig,
  type AlertsFile,
  alertsFileSchema,
  type ChannelConfig,
  type DeliveryPayload,
  type Settings,
  settingsSchema,
} from '@framewatch/contracts';
import { createStore, migrate, type NewAlert, openDatabase, type Store } from '@framewatch/store';
import { type FakeClock, fakeClock, startTestPostgres } from '@framewatch/testing';
import type pg from 'pg';
import type { StageContext } from '../runtime/stage-context.ts';
import { createStageContext } from '../runtime/worker-runtime.ts';
import { deliverAlert } from '../stages/deliver-alert/deliver-alert.stage.ts';
import { settleHolds } from '../stages/deliver-alert/settle-holds.ts';
import { raise } from '../stages/raise-alerts/raise.ts';
import { type ReceivedHook, type Receiver, startReceiver } from './receiver.ts';

const SECRET = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;

/** The stages of delivery on one clock that the test moves: real database, real webhook receiver, no articles. */
export interface AlertDesk {
  store: Store;
  pool: pg.Pool;
  clock: FakeClock;
  context: StageContext;
  receiver: Receiver;
  /** Lines that were logged, as they would be written. */
  logged: string[];
  /** Puts channels and rules into force; a channel without an address is a webhook of the receiver. */
  accept(file: { channels?: object[]; rules?: object[] }, settings?: Partial<Settings>): void;
  /** Raises an alert, and delivers what goes at once. Gives the alert's title. */
  raise(changes?: Partial<NewAlert>): Promise<string>;
  /** Moves the clock and does what is due. */
  at(instant: string): Promise<void>;
  tick(): Promise<void>;
  deliver(payloads: DeliveryPayload[]): Promise<void>;
  /** Environment variables that channels may name. */
  secrets: Record<string, string>;
  /** What came to a channel: the titles of each message, and their keys. */
  messages(channel?: string): { key: string; heading: string | null; titles: string[]; more: number }[];
  /** State and reason of every delivery, the oldest first. */
  deliveries(channel?: string): Promise<{ state: string; held_by: string | null; due: string | null }[]>;
  /** An empty desk at noon. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

export async function openAlertDesk(): Promise<AlertDesk> {
  const postgres = await startTestPostgres();
  const database = openDatabase(postgres.url, { max: 6 });
  await migrate(database);
  const { pool } = database;
  const receiver = await startReceiver(SECRET);
  const clock = fakeClock(NOON);
  const logged: string[] = [];
  const made = createStageContext(
    readEnvironment({ DATABASE_URL: postgres.url }),
    postgres.url,
    (level, message, fields) => void logged.push(JSON.stringify({ level, message, ...fields })),
  );
  const secrets: Record<string, string> = { ALERT_TEST_SECRET: SECRET };
  let alerts: AlertsFile = { channels: [], rules: [] };
  let settings = settingsSchema.parse({});
  const context: StageContext = {
    ...made.context,
    now: () => clock.now(),
    secret: (name) => secrets[name],
    config: { alerts: () => Promise.resolve(alerts), settings: () => Promise.resolve(settings) },
  };
  const deliver = async (payloads: DeliveryPayload[]): Promise<void> => {
    for (const payload of payloads) await deliverAlert(context, payload);
  };
  // The way out reads the accepted settings: this receiver alone is open to it.
  const open = { allowAddresses: [new URL(receiver.url).host] };
  await made.context.store.configVersions.accept('settings', { hash: 'open', content: open, problems: [] });
  let count = 0;
  const desk: AlertDesk = {
    store: createStore(database),
    pool,
    clock,
    context,
    receiver,
    logged,
    secrets,
    deliver,
    accept(file, changes = {}) {
      settings = settingsSchema.parse({ ...open, ...changes });
      const channels = (file.channels ?? [{ id: 'desk' }]).map((channel) => {
        const { id, kind } = channel as { id: string; kind?: string };
        const address = { kind: 'webhook', url: `${receiver.url}/${id}` };
        return { ...(kind === undefined ? address : {}), ...channel } as ChannelConfig;
      });
      const rules = (file.rules ?? [{}]).map(
        (rule) =>
          ({ id: 'rule', name: 'Rule', on: 'new-article', beat: 'b', channels: ['desk'], ...rule }) as object,
      );
      alerts = alertsFileSchema.parse({ channels, rules: rules as AlertRuleConfig[] });
    },
    async raise(changes = {}) {
      count += 1;
      const title = changes.title ?? `Alert ${count}`;
      const alert = { ...ALERT, occurrenceKey: `article-${count}`, title, ...changes };
      const ids = await raise(context, alert);
      await deliver(ids.map((deliveryId) => ({ deliveryId })));
      return title;
    },
    async at(instant) {
      clock.set(instant);
      await desk.tick();
    },
    tick: async () => deliver(await settleHolds(context)),
    messages: (channel = 'desk') => receiver.received().flatMap((hook) => messageOf(hook, channel)),
    async deliveries(channel = 'desk') {
      const { rows } = await pool.query<{ state: string; held_by: string | null; due: Date | null }>(
        `select state, held_by, due_at as due from delivery where channel_id = $1 order by id`,
        [channel],
      );
      return rows.map((row) => ({ ...row, due: row.due?.toISOString().slice(0, 16) ?? null }));
    },
    async reset() {
      await pool.query(
        'truncate alert, delivery, delivery_bundle, delivery_try, alert_channel, channel_window, rule_message, alert_snooze, hold_basis, channel_test, audit restart identity cascade',
      );
      clock.set(NOON);
      receiver.clear();
      receiver.failWith(null);
      logged.splice(0);
      desk.accept({});
      count = 0;
    },
    async stop() {
      await made.close();
      await database.close();
      await receiver.close();
      await postgres.stop();
    },
  };
  return desk;
}

/** A Tuesday. */
const NOON = '2026-05-12T12:00:00Z';

const ALERT: Omit<NewAlert, 'occurrenceKey' | 'title'> = {
  ruleId: 'rule',
  ruleName: 'Rule',
  on: 'new-article',
  beatId: null,
  articleId: null,
  url: null,
  outlet: null,
  labels: [],
  why: 'because',
  quotes: [],
  synthetic: false,
  channels: ['desk'],
};

interface Told {
  title?: string;
  heading?: string;
  more?: number;
  alerts?: { title: string }[];
}

function messageOf({ key, path, body }: ReceivedHook, channel: string) {
  if (path !== `/${channel}`) return [];
  const data = body.data as Told;
  return [
    {
      key,
      heading: data.heading ?? null,
      titles: data.alerts?.map(({ title }) => title) ?? [data.title ?? ''],
      more: data.more ?? 0,
    },
  ];
}
