import type { ChangesAnswer, ChangesQuery } from '@framewatch/contracts';
import type { ApiContext } from '../../runtime/api-context.ts';
import type { ModelView } from '../../runtime/beat-catalog.ts';
import { readSettings } from '../../runtime/settings.ts';
import { cut } from '../answer-trend.ts';
import { shiftsIn } from './shifts-in.ts';
import { spikesIn } from './spikes-in.ts';

/** What all parts of the answer are made from. */
export interface AskedChanges {
  context: ApiContext;
  query: ChangesQuery;
  model: ModelView;
  /** The range, widened to whole buckets. */
  from: Date;
  to: Date;
}

/**
 * Spikes of coverage and lasting shifts of framing that begin in a range, each with its size, its chance and the
 * articles behind it. Alerts on trends ask the same functions the same question of today.
 */
export async function answerChanges(context: ApiContext, query: ChangesQuery): Promise<ChangesAnswer> {
  const beat = await context.beats.find(query.beat);
  const buckets = cut(query);
  const [from, to] = [buckets[0]?.start ?? new Date(query.from), buckets.at(-1)?.end ?? new Date(query.to)];
  const { synthetic } = await readSettings(context.store);
  const common = {
    beat: beat.id,
    modelVersion: beat.active?.version ?? null,
    bucket: query.bucket,
    tz: query.tz,
    from: from.toISOString(),
    to: to.toISOString(),
    synthetic,
  };
  if (!beat.active) return { ...common, ...NOTHING, searchedFrom: common.from };
  const asked: AskedChanges = { context, query, model: beat.active, from, to };
  const [spikes, shifts] = await Promise.all([spikesIn(asked), shiftsIn(asked)]);
  return { ...common, ...spikes, ...shifts };
}

const NOTHING = {
  spikes: [],
  shifts: [],
  looks: 0,
  spikesByChance: 0,
  blind: 0,
  withoutHistory: 0,
  notJudged: [],
};
