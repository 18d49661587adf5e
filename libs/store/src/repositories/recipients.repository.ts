import type { Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

export type PushSubscriptionRow = Selectable<Schema['push_subscription']>;

/** A browser that wants a channel's alerts. */
export interface NewPushSubscription {
  channelId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  label: string;
  language: 'en' | 'ja';
}

/** Who wants no more of a channel; `ruleId` null: of none of its rules. */
export interface Unsubscription {
  recipient: string;
  ruleId: string | null;
}

/** Those who receive a channel: browsers that subscribed, addresses that left, and whom a message has reached. */
export interface RecipientRepository {
  /** The secret of this name; where there is none yet, the one given is kept. All processes get the same. */
  secret(name: string, make: () => string): Promise<string>;
  /** Whom a message under this key has reached. */
  findReached(deliveryKey: string): Promise<ReadonlySet<string>>;
  markReached(deliveryKey: string, recipient: string): Promise<void>;
  deleteReachedBefore(before: Date): Promise<number>;

  findUnsubscribed(channelId: string): Promise<Unsubscription[]>;
  unsubscribe(channelId: string, left: Unsubscription): Promise<void>;
  /** Undoes exactly that. */
  resubscribe(channelId: string, back: Unsubscription): Promise<void>;

  /** Subscribes a browser, or renews what it is called and its keys. Returns its id. */
  addBrowser(browser: NewPushSubscription): Promise<string>;
  /** Gives a browser that moved its new address, on every channel. False where nobody had the old one. */
  moveBrowser(from: string, to: Pick<NewPushSubscription, 'endpoint' | 'p256dh' | 'auth'>): Promise<boolean>;
  findBrowsers(channelId: string | null): Promise<PushSubscriptionRow[]>;
  markBrowserServed(id: string, now: Date): Promise<void>;
  removeBrowser(id: string): Promise<boolean>;
  /** Browsers per channel. */
  countBrowsers(): Promise<Record<string, number>>;
}

export function recipientRepository({ sql }: Database): RecipientRepository {
  return {
    async secret(name, make) {
      const find = () =>
        sql.selectFrom('installation_secret').select('value').where('name', '=', name).executeTakeFirst();
      const known = await find();
      if (known) return known.value;
      await sql
        .insertInto('installation_secret')
        .values({ name, value: make() })
        .onConflict((c) => c.column('name').doNothing())
        .execute();
      const kept = await find();
      if (!kept) throw new Error(`The secret ${name} was deleted while it was made.`);
      return kept.value;
    },

    async findReached(deliveryKey) {
      const rows = await sql
        .selectFrom('delivery_recipient')
        .select('recipient')
        .where('delivery_key', '=', deliveryKey)
        .execute();
      return new Set(rows.map(({ recipient }) => recipient));
    },

    async markReached(deliveryKey, recipient) {
      await sql
        .insertInto('delivery_recipient')
        .values({ delivery_key: deliveryKey, recipient })
        .onConflict((c) => c.doNothing())
        .execute();
    },

    async deleteReachedBefore(before) {
      const result = await sql.deleteFrom('delivery_recipient').where('at', '<', before).executeTakeFirst();
      return Number(result.numDeletedRows);
    },

    async findUnsubscribed(channelId) {
      const rows = await sql
        .selectFrom('unsubscription')
        .select(['recipient', 'rule_id'])
        .where('channel_id', '=', channelId)
        .execute();
      return rows.map(({ recipient, rule_id }) => ({ recipient, ruleId: rule_id === '' ? null : rule_id }));
    },

    async unsubscribe(channelId, { recipient, ruleId }) {
      await sql
        .insertInto('unsubscription')
        .values({ channel_id: channelId, recipient, rule_id: ruleId ?? '' })
        .onConflict((c) => c.doNothing())
        .execute();
    },

    async resubscribe(channelId, { recipient, ruleId }) {
      await sql
        .deleteFrom('unsubscription')
        .where('channel_id', '=', channelId)
        .where('recipient', '=', recipient)
        .where('rule_id', '=', ruleId ?? '')
        .execute();
    },

    async addBrowser({ channelId, endpoint, p256dh, auth, label, language }) {
      const row = await sql
        .insertInto('push_subscription')
        .values({ channel_id: channelId, endpoint, p256dh, auth, label, language })
        .onConflict((c) =>
          c.columns(['channel_id', 'endpoint']).doUpdateSet({ p256dh, auth, label, language }),
        )
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },

    async moveBrowser(from, { endpoint, p256dh, auth }) {
      const result = await sql
        .updateTable('push_subscription')
        .set({ endpoint, p256dh, auth })
        .where('endpoint', '=', from)
        // It may have subscribed anew by itself; the old address then dies with its push service's 410.
        .where((e) =>
          e.not(
            e.exists(
              e
                .selectFrom('push_subscription as other')
                .select('other.id')
                .whereRef('other.channel_id', '=', 'push_subscription.channel_id')
                .where('other.endpoint', '=', endpoint),
            ),
          ),
        )
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },

    findBrowsers: (channelId) =>
      sql
        .selectFrom('push_subscription')
        .selectAll()
        .$if(channelId !== null, (q) => q.where('channel_id', '=', channelId ?? ''))
        .orderBy('id')
        .execute(),

    async markBrowserServed(id, now) {
      await sql.updateTable('push_subscription').set({ served_at: now }).where('id', '=', id).execute();
    },

    async removeBrowser(id) {
      const result = await sql.deleteFrom('push_subscription').where('id', '=', id).executeTakeFirst();
      return result.numDeletedRows > 0n;
    },

    async countBrowsers() {
      const rows = await sql
        .selectFrom('push_subscription')
        .select((e) => ['channel_id', e.fn.countAll<string>().as('count')])
        .groupBy('channel_id')
        .execute();
      return Object.fromEntries(rows.map(({ channel_id, count }) => [channel_id, Number(count)]));
    },
  };
}
