import type { AlertRuleConfig, Quote, WhyPart } from '@framewatch/contracts';
import type { ApiContext } from '../../runtime/api-context.ts';
import type { ModelView } from '../../runtime/beat-catalog.ts';

/** What a replay asks. */
export type PreviewContext = Pick<ApiContext, 'store' | 'beats' | 'now'>;

/** The stretch of the past that is replayed: whole days of a zone, the last of them under way. */
export interface Past {
  context: PreviewContext;
  from: Date;
  now: Date;
  /** The zone in which rules on trends cut their windows; the viewer's may be another. */
  alertZone: string;
}

/** One alert that a rule would have raised. `explain` is asked only for those that are shown. */
export interface PastAlert {
  at: Date;
  title: string;
  articleId: string | null;
  outlet: string | null;
  explain(): Promise<{ parts: WhyPart[]; quotes: Quote[] }>;
}

/** An alert that has no article of its own. */
export const ofWindow = (at: Date, title: string, why: WhyPart): PastAlert => ({
  at,
  title,
  articleId: null,
  outlet: null,
  explain: () => Promise.resolve({ parts: [why], quotes: [] }),
});

/** What a replay found, and what it cannot know. */
export interface Replay {
  alerts: PastAlert[];
  caveats: string[];
}

export type RuleOn<Kind extends AlertRuleConfig['on']> = Extract<AlertRuleConfig, { on: Kind }>;

/** A rule of a beat is replayed by the model in force; without one there is nothing to replay by. */
export interface BeatPast extends Past {
  model: ModelView;
}
