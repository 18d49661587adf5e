/** Made-up rules, channels, alerts and deliveries. */
import type {
  Alert,
  AlertKind,
  AlertRuleConfig,
  ArticleDetail,
  ChannelView,
  DeliveryLog,
} from '@framewatch/contracts';
import { beat } from './synthetic.ts';

type Delivery = Alert['deliveries'][number];
const minute = 60_000;

const article = { beat: beat.id, enabled: true } as const;

export const rules: AlertRuleConfig[] = [
  {
    ...article,
    id: 'new-articles',
    name: 'New relevant articles',
    on: 'new-article',
    channels: ['in-app', 'desk'],
  },
  {
    ...article,
    id: 'who-pays',
    name: 'Stories on who pays',
    on: 'new-story',
    topics: ['host_nation_support', 'us_forces_bases'],
    frames: ['burden_sharing'],
    minimumScore: 0.8,
    channels: ['in-app', 'newsroom', 'desk'],
    urgent: true,
  },
  {
    ...article,
    id: 'state-media',
    name: 'State media speak of provocation',
    on: 'new-article',
    frames: ['provocation_encirclement'],
    groups: ['state-media', 'official'],
    languages: ['en'],
    words: ['Cold War mentality', 'bloc'],
    minimumRelevance: 0.7,
    coolDown: '6h',
    channels: ['archive'],
  },
  {
    ...article,
    id: 'spikes',
    name: 'Sudden rise in coverage',
    on: 'spike',
    topics: ['china_taiwan'],
    window: 'day',
    minimumArticles: 5,
    channels: ['in-app', 'newsroom'],
  },
  {
    ...article,
    enabled: false,
    id: 'shifts',
    name: 'Shift in framing',
    on: 'framing-shift',
    window: 'week',
    minimumArticles: 10,
    channels: ['in-app'],
  },
  {
    id: 'feed-trouble',
    name: 'Trouble with a feed',
    enabled: true,
    on: 'feed-trouble',
    troubles: ['silent', 'failing', 'gone'],
    channels: ['in-app', 'newsroom'],
  },
];

const before = (now: Date, minutes: number) => new Date(now.getTime() - minutes * minute).toISOString();

export function makeChannels(now: Date): ChannelView[] {
  const usual: Omit<ChannelView, 'id' | 'name' | 'kind'> = {
    state: 'ok',
    since: null,
    error: null,
    lastSentAt: before(now, 25),
    nextTryAt: null,
    calm: [],
    quietNow: false,
    nextDigestAt: null,
    held: 0,
    waiting: 0,
    snoozedUntil: null,
    recipients: null,
  };
  return [
    { ...usual, id: 'in-app', name: 'Inbox', kind: 'in-app' },
    {
      ...usual,
      id: 'desk',
      name: 'News desk',
      kind: 'email',
      calm: ['digest every day at 08:00', 'quiet from 22:00 to 06:00'],
      nextDigestAt: before(now, -600),
      held: 12,
      recipients: 3,
    },
    {
      ...usual,
      id: 'newsroom',
      name: 'Newsroom',
      kind: 'slack',
      state: 'failing',
      since: before(now, 190),
      error: 'The server answered 503 Service Unavailable.',
      nextTryAt: before(now, -9),
      lastSentAt: before(now, 240),
      calm: ['at most 30 an hour'],
      waiting: 4,
    },
    {
      ...usual,
      id: 'archive',
      name: 'Archive',
      kind: 'webhook',
      state: 'unusable',
      error: 'The environment variable ALERT_ARCHIVE_SECRET is not set. Set it and start Framewatch again.',
      lastSentAt: null,
    },
    {
      ...usual,
      id: 'browsers',
      name: 'Browsers',
      kind: 'web-push',
      state: 'unused',
      recipients: 2,
      lastSentAt: null,
    },
  ];
}

/** Alerts of the made-up articles, the newest first, with every state that a delivery can have among them. */
export function makeAlerts(articles: readonly ArticleDetail[], now = new Date()): Alert[] {
  return articles
    .filter(({ relevance }) => relevance.decision === 'yes')
    .slice(0, 200)
    .map((one, index) => makeAlert(one, index, now));
}

/** The rule by the alert's place in the list. */
const pattern = [0, 1, 0, 0, 3, 0, 2, 0, 1, 0, 5] as const;

function makeAlert(one: ArticleDetail, index: number, now: Date): Alert {
  const rule = rules[pattern[index % pattern.length] ?? 0] ?? (rules[0] as AlertRuleConfig);
  const of = { on: rule.on as AlertKind, one, index, now };
  return {
    id: String(5000 - index),
    ruleId: rule.id,
    ruleName: rule.name,
    beat: rule.beat ?? null,
    raisedAt: one.countedAt,
    labels: one.labels.map(({ labelId }) => labelId),
    read: index > 6 && index % 9 !== 0,
    updates: updatesOf(one, index),
    deliveries: rule.channels.map((channel) => deliveryOf(channel, one.countedAt, index, now)),
    synthetic: true,
    ...told(of),
  };
}

interface Told {
  on: AlertKind;
  one: ArticleDetail;
  index: number;
}

function told({
  on,
  one,
}: Told): Pick<Alert, 'on' | 'title' | 'articleId' | 'url' | 'outlet' | 'why' | 'quotes'> {
  const none = { articleId: null, url: null, outlet: null, quotes: [] };
  if (on === 'spike')
    return {
      ...none,
      on,
      title: 'Far more coverage of China and Taiwan than usual',
      why: '14 articles in one day; 3 to 6 are usual for a day like this.',
    };
  if (on === 'feed-trouble')
    return {
      ...none,
      on,
      title: 'Placeholder Daily: its feed fails',
      why: 'Its server has answered 503 since 02:10; 14 tries in a row failed.',
      outlet: 'Placeholder Daily',
    };
  const why = 'A new article is relevant to the beat (0.93), framed as Who pays (0.86).';
  return {
    on,
    title: one.title,
    articleId: one.id,
    url: one.url,
    outlet: one.outlet.name,
    why,
    quotes: one.quotes,
  };
}

function updatesOf(one: ArticleDetail, index: number): Alert['updates'] {
  if (pattern[index % pattern.length] !== 1) return { count: 0, latest: [] };
  const latest = [1, 2, 3].map((n) => ({
    articleId: `${one.id}${n}`,
    title: `Made-up follow-up ${n}: ${one.title}`,
    outlet: 'Example Wire',
    url: one.url,
    at: new Date(Date.parse(one.countedAt) + n * 7 * minute).toISOString(),
  }));
  return { count: 4, latest };
}

function deliveryOf(channel: string, raisedAt: string, index: number, now: Date): Delivery {
  const usual: Delivery = {
    channel,
    state: 'sent',
    attempts: 1,
    at: raisedAt,
    error: null,
    heldBy: null,
    dueAt: null,
    together: 1,
  };
  const later = before(now, -600);
  const error = 'The server answered 503 Service Unavailable.';
  if (channel === 'desk' && index < 12)
    return { ...usual, state: 'held', attempts: 0, at: null, heldBy: 'digest', dueAt: later, together: 12 };
  if (channel === 'desk') return { ...usual, together: 5 };
  if (channel === 'archive') return { ...usual, state: 'held', at: null, heldBy: 'cool-down', dueAt: later };
  if (channel === 'newsroom' && index < 12)
    return { ...usual, state: 'waiting', attempts: 3, at: null, error, dueAt: before(now, -9) };
  if (channel === 'newsroom' && index < 30)
    return { ...usual, state: 'failed', attempts: 8, at: null, error };
  return usual;
}

export function makeDeliveries(alerts: readonly Alert[]): DeliveryLog['items'] {
  return alerts.flatMap((alert) =>
    alert.deliveries.map((delivery, index) => ({
      ...delivery,
      id: `${alert.id}${index}`,
      alertId: alert.id,
      title: alert.title,
      ruleId: alert.ruleId,
      ruleName: alert.ruleName,
      raisedAt: alert.raisedAt,
      tries: Array.from({ length: delivery.state === 'held' ? 0 : delivery.attempts }, (_, n) => ({
        at: new Date(Date.parse(alert.raisedAt) + n * 5 * minute).toISOString(),
        outcome:
          delivery.state === 'sent'
            ? ('sent' as const)
            : delivery.state === 'failed' && n === delivery.attempts - 1
              ? ('failed' as const)
              : ('retry' as const),
        message: delivery.error,
      })),
    })),
  );
}
