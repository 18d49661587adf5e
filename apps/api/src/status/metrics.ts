import type { SubscriptionRow } from '@framewatch/store';
import { feedHealth } from '../feeds/feed-health.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { countJobs } from './status.ts';

type Labels = Readonly<Record<string, string>>;
interface Metric {
  name: string;
  help: string;
  values: { labels?: Labels; value: number }[];
}

const DAY_MS = 86_400_000;

/** The state of the whole in Prometheus' text format; article fates and feed states in the words of the dashboard. */
export async function readMetrics(context: ApiContext): Promise<string> {
  const { store, events, now, startedAt } = context;
  const [feeds, fates, relevant, latency, problems, queues, alerts, subscriptions] = await Promise.all([
    store.health.findFeeds(),
    store.health.countFates(),
    store.health.countRelevant(),
    store.health.findLatency(new Date(now().getTime() - DAY_MS)),
    store.configVersions.findProblems(),
    countJobs(context),
    store.health.countAlerts(),
    store.subscriptions.findAll(),
  ]);
  const states = tally(feeds.map((feed) => feedHealth(feed, now()).state));
  return metricsText([
    {
      name: 'framewatch_queue_jobs',
      help: 'Jobs by queue and state.',
      values: queues.flatMap(({ name, ...counts }) =>
        Object.entries(counts).map(([state, value]) => ({ labels: { queue: name, state }, value })),
      ),
    },
    { name: 'framewatch_articles', help: 'Articles by fate.', values: byLabel('fate', fates) },
    { name: 'framewatch_relevant_articles', help: 'Relevant articles.', values: [{ value: relevant }] },
    { name: 'framewatch_feeds', help: 'Feeds by state.', values: byLabel('state', states) },
    {
      name: 'framewatch_subscriptions',
      help: 'Subscriptions to hubs by state.',
      values: byLabel('state', tally(subscriptions.map(subscriptionState))),
    },
    {
      name: 'framewatch_pushes',
      help: 'What hubs brought under the present subscriptions, by what became of it.',
      values: byLabel('result', pushResults(subscriptions)),
    },
    {
      name: 'framewatch_found_to_classified_seconds',
      help: 'Seconds from being found to being classified, news of the last day.',
      values: latency
        ? [
            { labels: { quantile: '0.5' }, value: latency.p50 },
            { labels: { quantile: '0.95' }, value: latency.p95 },
          ]
        : [],
    },
    { name: 'framewatch_alerts', help: 'Alerts ever raised.', values: [{ value: alerts.total }] },
    { name: 'framewatch_config_problems', help: 'Mistakes in files.', values: [{ value: problems.length }] },
    {
      name: 'framewatch_live_readers',
      help: 'Readers of live events.',
      values: [{ value: events.listeners() }],
    },
    {
      name: 'framewatch_up_seconds',
      help: 'Seconds since this process started.',
      values: [{ value: (now().getTime() - startedAt.getTime()) / 1000 }],
    },
  ]);
}

/** Gauges in the Prometheus text exposition format 0.0.4. */
export function metricsText(metrics: readonly Metric[]): string {
  return metrics
    .flatMap(({ name, help, values }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...values.map(({ labels = {}, value }) => `${name}${labelText(labels)} ${value}`),
    ])
    .join('\n')
    .concat('\n');
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const escapeLabel = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const byLabel = (label: string, counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([key, value]) => ({ labels: { [label]: key }, value }));

const subscriptionState = ({ state, distrusted_at }: SubscriptionRow): string =>
  state === 'verified' && distrusted_at !== null ? 'distrusted' : state;

function pushResults(subscriptions: readonly SubscriptionRow[]): Record<string, number> {
  const sum = (count: (row: SubscriptionRow) => number) =>
    subscriptions.reduce((total, row) => total + count(row), 0);
  return {
    taken: sum((row) => row.taken),
    forged: sum((row) => row.forged),
    repeated: sum((row) => row.repeated),
    unreadable: sum((row) => row.unreadable),
    'too-large': sum((row) => row.too_large),
  };
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
