import type { AlertRuleConfig, RulePreview } from '@framewatch/contracts';
import { nameOfLabel, sayWhy } from '@framewatch/alert-rules';
import { readSettings } from '../../runtime/settings.ts';
import { lastDays, periodsOf } from './assemble-preview.ts';
import type { Past, PastAlert, PreviewContext, Replay } from './past.ts';
import { replayArticles } from './replay-articles.ts';
import { replayFeeds } from './replay-feeds.ts';
import { replayFirsts } from './replay-firsts.ts';
import { replayShifts } from './replay-shifts.ts';
import { replaySpikes } from './replay-spikes.ts';

const PERIODS = [7, 30];
const SHOWN = 3;

/** What a rule would have raised in the last 7 and 30 days of a zone, told from what is stored today. */
export async function previewRule(
  context: PreviewContext,
  rule: AlertRuleConfig,
  timeZone?: string,
): Promise<RulePreview> {
  const now = context.now();
  const { timezone: alertZone } = await readSettings(context.store);
  const zone = timeZone ?? alertZone;
  const from = lastDays(now, Math.max(...PERIODS), zone)[0]?.start ?? now;
  const past: Past = { context, from, now, alertZone };
  const scope = {
    outlets: 'outlets' in rule ? rule.outlets : undefined,
    groups: 'groups' in rule ? rule.groups : undefined,
  };
  const [{ alerts, caveats }, reached] = await Promise.all([
    replay(past, rule),
    context.store.ruleHistory.findReachedDays(scope, from, zone),
  ]);
  const fired = alerts
    .filter(({ at }) => at >= from && at <= now)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  return {
    periods: periodsOf(fired, { now, timeZone: zone, periods: PERIODS }, (day) => reached.days.has(day)),
    shown: await Promise.all(fired.slice(0, SHOWN).map((alert) => show(context, rule, alert))),
    caveats: [...shortHistory(reached.since, from), ...caveats],
  };
}

async function replay(past: Past, rule: AlertRuleConfig): Promise<Replay> {
  if (rule.on === 'feed-trouble') return replayFeeds(past, rule);
  const { active: model } = await past.context.beats.find(rule.beat);
  if (model === null)
    return { alerts: [], caveats: ['The beat has no model in force yet, so nothing of the past is judged.'] };
  const beatPast = { ...past, model };
  switch (rule.on) {
    case 'new-article':
    case 'new-story':
      return replayArticles(beatPast, rule);
    case 'first-coverage':
      return replayFirsts(beatPast, rule);
    case 'spike':
      return replaySpikes(beatPast, rule);
    case 'framing-shift':
      return replayShifts(beatPast, rule);
  }
}

function shortHistory(since: Date | null, from: Date): string[] {
  if (since === null) return ['No feed has been checked yet: there is no past to look at.'];
  return since > from
    ? [
        `Checks of feeds are known since ${since.toISOString().slice(0, 10)} only; what came before is not in these figures.`,
      ]
    : [];
}

async function show(
  { beats }: PreviewContext,
  rule: AlertRuleConfig,
  { at, title, articleId, outlet, explain }: PastAlert,
): Promise<RulePreview['shown'][number]> {
  const { parts, quotes } = await explain();
  const beat = rule.beat === undefined ? null : await beats.find(rule.beat);
  const why = sayWhy(parts, nameOfLabel((beat?.active ?? beat?.preparing)?.seeds));
  return { title, at: at.toISOString(), articleId, outlet, why, whyParts: parts, quotes };
}
