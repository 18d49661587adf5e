import { articleFilterSchema, type Heatmap, instantSchema } from '@framewatch/contracts';
import type { z } from 'zod';
import type { ApiContext } from '../runtime/api-context.ts';
import { filterOf } from './answer-trend.ts';

/** What the heat map is asked for: a range, and the filters of every chart. */
export const heatmapQuerySchema = articleFilterSchema.extend({ from: instantSchema, to: instantSchema });
export type HeatmapQuery = z.infer<typeof heatmapQuerySchema>;

/** Outlet × frame over relevant articles with enough text; frames in the order of the seeds. */
export async function answerHeatmap({ beats, store }: ApiContext, query: HeatmapQuery): Promise<Heatmap> {
  const { active } = await beats.find(query.beat);
  if (!active) return { frames: [], rows: [] };
  const frames = active.seeds.labels.filter(({ kind }) => kind === 'frame').map(({ id }) => id);
  const rows = await store.trends.findHeatmap(
    filterOf(query, active.id, [new Date(query.from), new Date(query.to)]),
  );
  return {
    frames,
    rows: rows.map(({ frames: counts, ...row }) => ({ ...row, counts: frames.map((id) => counts[id] ?? 0) })),
  };
}
