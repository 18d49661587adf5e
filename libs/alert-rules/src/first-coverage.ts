import type { AlertRuleConfig, WhyPart } from '@framewatch/contracts';
import { durationMs } from './duration.ts';
import type { MatchedArticle } from './match-rule.ts';

export type FirstRule = Extract<AlertRuleConfig, { on: 'first-coverage' }>;

/** One article of an outlet on one subject, in the order in which articles came. */
export interface SeenCoverage {
  outletId: string;
  /** A topic, or null for the beat. */
  topic: string | null;
  articleId: string;
  countedAt: Date;
  firstSeenAt: Date;
  /** Whether it may raise: news that meets the rule's conditions. All others are known coverage. */
  mayRaise: boolean;
}

/** The first of an outlet on a subject, and when it covered it last before; null: never, as far as is known. */
export interface First<Coverage extends SeenCoverage> {
  coverage: Coverage;
  before: Date | null;
}

/**
 * Replays a rule over coverage: which articles were the first of their outlet on their subject, or the first in `after`.
 * `known`: the last coverage before the replay, by outlet and topic. `knownSince`: since when an outlet is collected.
 */
export function findFirsts<Coverage extends SeenCoverage>(
  rule: Pick<FirstRule, 'after' | 'knownFor'>,
  coverage: readonly Coverage[],
  known: (outletId: string, topic: string | null) => Date | null,
  knownSince: (outletId: string) => Date | null,
): First<Coverage>[] {
  const last = new Map<string, Date | null>();
  const raised = new Map<string, Date>();
  const firsts: First<Coverage>[] = [];
  for (const one of [...coverage].sort(byArrival)) {
    const key = `${one.outletId} ${one.topic ?? ''}`;
    const before = last.get(key) ?? known(one.outletId, one.topic);
    last.set(key, before !== null && before > one.countedAt ? before : one.countedAt);
    if (!one.mayRaise || !isFirst(rule, one, before) || !isKnownFor(rule, one, knownSince(one.outletId)))
      continue;
    if (isSameOccurrence(rule, one.countedAt, raised.get(key))) continue;
    raised.set(key, one.countedAt);
    firsts.push({ coverage: one, before });
  }
  return firsts;
}

/** Whether nothing was covered before an article, or nothing within `after`. */
export function isFirst(
  { after }: Pick<FirstRule, 'after'>,
  { countedAt }: Pick<SeenCoverage, 'countedAt'>,
  before: Date | null,
): boolean {
  if (before === null) return true;
  return after !== undefined && countedAt.getTime() - before.getTime() >= durationMs(after);
}

/** Whether the outlet had been collected for long enough when the article was seen. */
export function isKnownFor(
  { knownFor }: Pick<FirstRule, 'knownFor'>,
  { firstSeenAt }: Pick<SeenCoverage, 'firstSeenAt'>,
  knownSince: Date | null,
): boolean {
  return knownSince !== null && firstSeenAt.getTime() - knownSince.getTime() >= durationMs(knownFor);
}

/** Two that come at the same time are one occurrence: without `after` there is only one for ever. */
function isSameOccurrence({ after }: Pick<FirstRule, 'after'>, at: Date, raised: Date | undefined): boolean {
  if (raised === undefined) return false;
  return after === undefined || Math.abs(at.getTime() - raised.getTime()) < durationMs(after);
}

/** By when it was seen; of those seen together, by id: an order without ties, so that one of them is always the first. */
export function byArrival(a: SeenCoverage, b: SeenCoverage): number {
  return a.firstSeenAt.getTime() - b.firstSeenAt.getTime() || Number(a.articleId) - Number(b.articleId);
}

/** The score that a rule's `minimumScore` asks of an article: of its topic, or its relevance where the beat is watched. */
export function subjectScore(
  { labels, relevanceScore }: Pick<MatchedArticle, 'labels' | 'relevanceScore'>,
  topic: string | null,
): number {
  if (topic === null) return relevanceScore;
  return labels.find(({ kind, labelId }) => kind === 'topic' && labelId === topic)?.score ?? 0;
}

/** Why an article is the first of its outlet. */
export function whyFirst(
  outlet: string,
  topic: string | null,
  before: Date | null,
  knownSince: Date | null,
): WhyPart {
  return {
    code: 'first-coverage',
    outlet,
    topic,
    before: before?.toISOString() ?? null,
    knownSince: knownSince?.toISOString() ?? null,
  };
}
