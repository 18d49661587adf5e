import { nameOfSubject, watchedSubjects } from '@framewatch/alert-rules';
import type { AlertRuleConfig } from '@framewatch/contracts';
import type { NewAlert } from '@framewatch/store';
import { cutBuckets, type DayCount, findSpike, isBlind, twoProportionZ } from '@framewatch/trends';
import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { raise } from '../raise-alerts/raise.ts';
import { watchFeeds } from './watch-feeds.ts';

type SpikeRule = Extract<AlertRuleConfig, { on: 'spike' }>;
type ShiftRule = Extract<AlertRuleConfig, { on: 'framing-shift' }>;

const BASELINE_WINDOWS = 56;
/** Two-sided z of .001: a shift that chance makes once in a thousand looks. */
const SHIFT_Z = 3.29;

/** Runs the rules that go by the clock: spikes in share, shifts in framing, troubles of feeds; one alert per rule and occurrence. */
export async function watchTrends(context: StageContext): Promise<Outcome> {
  const rules = (await context.config.alerts()).rules.filter((rule) => rule.enabled);
  const deliveryIds: string[] = [];
  for (const rule of rules) {
    if (rule.on === 'spike') deliveryIds.push(...(await watchSpike(context, rule)));
    if (rule.on === 'framing-shift') deliveryIds.push(...(await watchShift(context, rule)));
    if (rule.on === 'feed-trouble') deliveryIds.push(...(await watchFeeds(context, rule)));
  }
  return done({ stage: 'deliver-alert', payloads: deliveryIds.map((deliveryId) => ({ deliveryId })) });
}

async function watchSpike(context: StageContext, rule: SpikeRule): Promise<string[]> {
  const { store, config, now } = context;
  const model = await store.models.findActive(rule.beat);
  if (!model) return [];
  const tz = (await config.settings()).timezone;
  const stepMs = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 }[rule.window];
  const buckets = cutBuckets(new Date(now().getTime() - BASELINE_WINDOWS * stepMs), now(), rule.window, tz);
  const deliveryIds: string[] = [];
  const range = { modelId: model.id, from: buckets[0]?.start ?? now(), to: buckets.at(-1)?.end ?? now() };
  for (const subject of watchedSubjects(rule)) {
    const filter = { ...range, ...subject };
    const boundaries = [...buckets.map((b) => b.start), filter.to];
    const query = {
      ...filter,
      chart: 'coverage' as const,
      by: 'none' as const,
      of: 'stories' as const,
      boundaries,
    };
    const [hits, all] = await Promise.all([
      store.trends.countNumerators(query),
      store.trends.countDenominators(query),
    ]);
    const gaps = await store.trends.findGaps(filter);
    const watched = await store.trends.findWatched(filter);
    const days: DayCount[] = buckets.map((bucket, slot) => ({
      count: hits.find((row) => row.slot === slot)?.count ?? 0,
      total: all.find((row) => row.slot === slot)?.count ?? 0,
      weekday: weekdayOf(bucket, tz),
      inGap: isBlind(bucket, watched, gaps),
    }));
    const spike = findSpike(days, rule.minimumArticles);
    const window = buckets.at(-1);
    if (!spike || !window) continue;
    const name = nameOfSubject(filter);
    deliveryIds.push(
      ...(await raise(
        context,
        await trendAlert(
          context,
          rule,
          `${name}@${window.start.toISOString()}`,
          `More coverage than usual: ${name}`,
          `${spike.observed} stories in ${window.label}, where about ${spike.expected.toFixed(1)} would be usual (chance of it: ${spike.probability.toExponential(1)}).`,
        ),
      )),
    );
  }
  return deliveryIds;
}

/** Compares each frame's share in the last whole windows with the eight windows before, in the same groups. */
async function watchShift(context: StageContext, rule: ShiftRule): Promise<string[]> {
  const { store, config, now } = context;
  const model = await store.models.findActive(rule.beat);
  if (!model) return [];
  const tz = (await config.settings()).timezone;
  const stepMs = { day: 86_400_000, week: 7 * 86_400_000 }[rule.window];
  const buckets = cutBuckets(new Date(now().getTime() - 9 * stepMs), now(), rule.window, tz);
  const [last, first] = [buckets.at(-2), buckets[0]];
  if (!last || !first || last === first) return [];
  const deliveryIds: string[] = [];
  const range = { modelId: model.id, from: first.start, to: last.end };
  for (const subject of watchedSubjects({ ...rule, frames: undefined })) {
    const filter = { ...range, ...subject };
    const gaps = await store.trends.findGaps(filter);
    const watched = await store.trends.findWatched(filter);
    if ([last, { start: first.start, end: last.start }].some((window) => isBlind(window, watched, gaps)))
      continue;
    const query = {
      ...filter,
      chart: 'framing' as const,
      by: 'frame' as const,
      of: 'articles' as const,
      boundaries: [first.start, last.start, last.end],
    };
    const [hits, all] = await Promise.all([
      store.trends.countNumerators(query),
      store.trends.countDenominators(query),
    ]);
    const [before, after] = [0, 1].map((slot) => all.find((row) => row.slot === slot)?.count ?? 0) as [
      number,
      number,
    ];
    if (after < rule.minimumArticles || before < rule.minimumArticles) continue;
    for (const frame of rule.frames ??
      model.seeds.labels.filter((l) => l.kind === 'frame').map((l) => l.id)) {
      const [b, a] = [0, 1].map(
        (slot) => hits.find((row) => row.slot === slot && row.key === frame)?.count ?? 0,
      ) as [number, number];
      if (Math.abs(twoProportionZ(a, after, b, before)) < SHIFT_Z) continue;
      const percent = (n: number, of: number): string => `${Math.round((100 * n) / of)} %`;
      deliveryIds.push(
        ...(await raise(
          context,
          await trendAlert(
            context,
            rule,
            `${frame}-${nameOfSubject(filter)}@${last.start.toISOString()}`,
            `Framing moved: ${frame}`,
            `${percent(a, after)} of ${after} articles in ${last.label}, against ${percent(b, before)} of ${before} before.`,
          ),
        )),
      );
    }
  }
  return deliveryIds;
}

/** The day of the week on the viewer's calendar, 0 Sunday to 6 Saturday. */
function weekdayOf({ start }: { start: Date }, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone }).format(start);
  return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(name);
}

async function trendAlert(
  context: StageContext,
  rule: SpikeRule | ShiftRule,
  occurrenceKey: string,
  title: string,
  why: string,
): Promise<NewAlert> {
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    occurrenceKey,
    on: rule.on,
    beatId: rule.beat,
    title,
    articleId: null,
    url: null,
    outlet: null,
    labels: [],
    why,
    quotes: [],
    synthetic: (await context.config.settings()).synthetic,
    channels: rule.channels,
  };
}
