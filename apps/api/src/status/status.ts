import type { Beat, Status } from '@framewatch/contracts';
import type { FeedWithOutlet } from '@framewatch/store';
import type { ApiContext } from '../runtime/api-context.ts';
import type { LiveBeat } from '../runtime/beat-catalog.ts';
import { readSettings } from '../runtime/settings.ts';
import { within } from '../runtime/within.ts';
import { feedHealth } from '../feeds/feed-health.ts';
import { seldomCounted } from './seldom-counted.ts';

const DAY_MS = 86_400_000;
const QUEUE_PATIENCE_MS = 2_000;

/** How the whole is doing. Where the queue does not answer, its counts are left out and the rest is told. */
export async function readStatus(context: ApiContext): Promise<Status> {
  const { store, now } = context;
  const [settings, feeds, [fates, relevant], newestAt, latencySeconds, problems, queues] = await Promise.all([
    readSettings(store),
    store.health.findFeeds(),
    countsOf(store)(),
    store.health.findNewestArticleAt(),
    store.health.findLatency(new Date(now().getTime() - DAY_MS)),
    store.configVersions.findProblems(),
    countJobs(context),
  ]);
  return {
    version: context.version,
    mode: context.mode,
    synthetic: settings.synthetic,
    now: now().toISOString(),
    startedAt: context.startedAt.toISOString(),
    defaultTimezone: settings.timezone,
    feeds: feedCounts(feeds, now()),
    articles: {
      total: sum(Object.values(fates)),
      waiting: sum(['found', 'read', 'grouped'].map((fate) => fates[fate] ?? 0)),
      relevant,
      fates,
      newestAt: newestAt?.toISOString() ?? null,
    },
    offline: isOffline(feeds),
    problems,
    queues,
    latencySeconds,
  };
}

type Counts = [fates: Record<string, number>, relevant: number];
const counters = new WeakMap<ApiContext['store'], () => Promise<Counts>>();

/** Counts over the whole archive. */
function countsOf(store: ApiContext['store']): () => Promise<Counts> {
  const known = counters.get(store);
  if (known) return known;
  const counter = seldomCounted<Counts>(
    () => Promise.all([store.health.countFates(), store.health.countRelevant()]),
    () => performance.now(),
  );
  counters.set(store, counter);
  return counter;
}

/** Job counts by queue; empty where the queue does not answer in time. */
export function countJobs({ queues, log }: ApiContext): Promise<Status['queues']> {
  return within(QUEUE_PATIENCE_MS, queues.counts()).catch((error: unknown) => {
    log('warn', `queue: ${String(error)}`);
    return [];
  });
}

function feedCounts(feeds: readonly FeedWithOutlet[], now: Date): Status['feeds'] {
  const states = feeds.map((feed) => feedHealth(feed, now).state);
  const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length;
  const next = feeds.flatMap(({ next_check_at, paused_reason }) =>
    next_check_at && paused_reason === null ? [next_check_at.getTime()] : [],
  );
  return {
    total: feeds.length,
    checked: feeds.filter(({ last_check_at }) => last_check_at !== null).length,
    well: count('well'),
    troubled: count('error', 'empty', 'silent'),
    paused: count('paused'),
    nextCheckAt: next.length > 0 ? new Date(Math.min(...next)).toISOString() : null,
  };
}

/** Every feed that may be checked was, and each failed: most likely there is no way to the internet. */
function isOffline(feeds: readonly FeedWithOutlet[]): boolean {
  const asked = feeds.filter(({ paused_reason }) => paused_reason === null);
  return asked.length > 0 && asked.every(({ failing_since }) => failing_since !== null);
}

/** Beats as their live models know them. */
export async function listBeats({ beats, store }: ApiContext): Promise<Beat[]> {
  return Promise.all((await beats.all()).map((beat) => beatView(store, beat)));
}

async function beatView(store: ApiContext['store'], { id, active, preparing }: LiveBeat): Promise<Beat> {
  const seeds = (active ?? preparing)?.seeds;
  if (!seeds) throw new Error(`Beat ${id} has a live model without seeds.`);
  const position = { topic: 0, frame: 0 };
  return {
    id,
    name: seeds.name,
    description: seeds.description,
    languages: seeds.languages,
    labels: seeds.labels.map((label) => ({
      kind: label.kind,
      id: label.id,
      name: label.name,
      definition: label.definition,
      codebook: label.codebook ?? null,
      cues: label.cues,
      position: position[label.kind]++,
    })),
    briefs: seeds.briefs.map(({ id: briefId, title, manner, text }) => ({
      id: briefId,
      title,
      manner,
      text,
    })),
    model: active && {
      version: active.version,
      activatedAt: (active.activatedAt ?? new Date(0)).toISOString(),
    },
    preparing: preparing && { version: preparing.version, ...(await store.models.progress(preparing.id)) },
    figures: active && (await store.models.findFigures(active.id)),
  };
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
