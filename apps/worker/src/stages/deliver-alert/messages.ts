import type { AlertMessage, DigestMessage } from '@framewatch/alert-channels';
import type { BeatSeeds, ChannelConfig, Settings } from '@framewatch/contracts';
import { previousDigest } from '@framewatch/delivery-times';
import type { AlertRow, BundleReason, ClaimedBundle } from '@framewatch/store';

/** What messages of one channel are worded with. */
export interface Wording {
  channel: ChannelConfig;
  settings: Settings;
  isUrgent(ruleId: string): boolean;
  seedsOf(beatId: string): Promise<BeatSeeds | undefined>;
  /** Later articles of the alert's story. */
  updatesOf(alert: AlertRow): Promise<NonNullable<AlertMessage['updates']>>;
}

/** When each article was published, of those that say so. */
export type Published = ReadonlyMap<string, Date>;

/** One alert as a message under a key. */
export async function messageOf(
  alert: AlertRow,
  deliveryKey: string,
  published: Published,
  { settings, isUrgent, seedsOf, updatesOf }: Wording,
): Promise<AlertMessage> {
  const seeds = alert.beat_id === null ? undefined : await seedsOf(alert.beat_id);
  const nameOf = (id: string): string => seeds?.labels.find((l) => l.id === id)?.name.en ?? id;
  return {
    alertId: alert.id,
    deliveryKey,
    ruleId: alert.rule_id,
    ruleName: alert.rule_name,
    beat: seeds?.name.en ?? alert.beat_id,
    title: alert.title,
    url: alert.url,
    outlet: alert.outlet,
    published: published.get(alert.article_id ?? '') ?? null,
    raisedAt: alert.raised_at,
    reason: alert.why,
    why: alert.quotes.map((quote) => ({ text: quote.text, labels: [nameOf(quote.labelId)] })),
    dashboardUrl: addressOf(
      settings,
      alert.article_id === null ? '/alerts' : `/articles/${alert.article_id}?beat=${alert.beat_id ?? ''}`,
    ),
    unsubscribeUrl: null,
    updates: await updatesOf(alert),
    urgent: isUrgent(alert.rule_id),
    synthetic: alert.synthetic,
  };
}

/** Several alerts in one message, the newest first; what is above the limit is counted. */
export async function digestOf(
  { bundle, alerts, total, oldestAt }: ClaimedBundle,
  published: Published,
  wording: Wording,
): Promise<DigestMessage> {
  const messages: AlertMessage[] = [];
  for (const alert of alerts) messages.push(await messageOf(alert, bundle.delivery_key, published, wording));
  const { channel, settings } = wording;
  const digest = channel.kind === 'in-app' ? undefined : channel.digest;
  const why = bundle.why as BundleReason;
  return {
    deliveryKey: bundle.delivery_key,
    heading: why === 'digest' ? `${DIGESTS[digest?.every ?? 'any']} digest`.trim() : HEADINGS[why],
    alerts: messages,
    more: total - alerts.length,
    from: why === 'digest' && digest ? previousDigest(digest, bundle.due_at, settings.timezone) : oldestAt,
    until: bundle.due_at,
    dashboardUrl: addressOf(settings, '/alerts'),
    unsubscribeUrl: null,
    synthetic: alerts.some(({ synthetic }) => synthetic),
  };
}

/** `any`: the channel's digest was taken out of the settings since. */
const DIGESTS = { hour: 'Hourly', day: 'Daily', week: 'Weekly', any: 'Last' } as const;
const HEADINGS: Record<Exclude<BundleReason, 'digest'>, string> = {
  'quiet-hours': 'Held during quiet hours',
  snooze: 'Held while snoozed',
  'cool-down': 'Held by a cool-down',
  cap: 'More than the channel’s cap',
  several: 'Held alerts',
  recovery: 'Waited while the channel did not work',
};

const addressOf = ({ publicAddress }: Settings, path: string): string | null =>
  publicAddress === undefined ? null : new URL(path, publicAddress).href;
