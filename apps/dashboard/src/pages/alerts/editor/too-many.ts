import type { RulePreview } from '@framewatch/contracts';
import type { Draft } from './draft.ts';

/** Above so many alerts a day most people stop reading them. */
const mostPerDay = 20;
/** Scores that are proposed, from mild to strict. */
const steps = [0.6, 0.7, 0.8, 0.9];

/** A rule that fires too often, and changes of its draft that would calm it. */
export interface TooMany {
  perDay: number;
  raise: { field: 'minimumRelevance' | 'minimumScore'; to: number } | null;
  onePerStory: boolean;
}

/** Null where the rule is calm enough, judged by its busiest period over the days in which feeds were reached. */
export function tooMany(preview: RulePreview, draft: Draft): TooMany | null {
  const perDay = Math.max(0, ...preview.periods.map(perWatchedDay));
  if (perDay <= mostPerDay) return null;
  const isOfArticles = draft.on === 'new-article' || draft.on === 'new-story';
  return {
    perDay: Math.round(perDay),
    raise: isOfArticles ? nextRaise(draft) : null,
    onePerStory: draft.on === 'new-article',
  };
}

function perWatchedDay({ days, wouldHaveFired, perDay }: RulePreview['periods'][number]): number {
  const watched = perDay.filter(({ count }) => count !== null).length || days;
  return wouldHaveFired / watched;
}

function nextRaise(draft: Draft): TooMany['raise'] {
  const field = draft.topics.length + draft.frames.length > 0 ? 'minimumScore' : 'minimumRelevance';
  const to = steps.find((step) => step > (draft[field] ?? 0));
  return to === undefined ? null : { field, to };
}
