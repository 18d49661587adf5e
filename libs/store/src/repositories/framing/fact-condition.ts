import { type RawBuilder, sql as raw } from 'kysely';
import type { TrendFilter } from '../trends.repository.ts';

/** Facts `f` of outlets `o` that charts of framing count under a filter; with a frame named, those that carry it. */
export function framedCondition(filter: TrendFilter): RawBuilder<boolean> {
  const parts = [
    raw`f.model_id = ${filter.modelId} and f.in_framing and f.counted_at >= ${filter.from} and f.counted_at < ${filter.to}`,
  ];
  if (filter.topic !== undefined) parts.push(raw`f.topics @> array[${filter.topic}]::text[]`);
  if (filter.frame !== undefined) parts.push(raw`f.frames @> array[${filter.frame}]::text[]`);
  if (filter.outletId !== undefined) parts.push(raw`o.id = ${filter.outletId}`);
  if (filter.group !== undefined) parts.push(raw`o.outlet_group = ${filter.group}`);
  if (filter.country !== undefined) parts.push(raw`o.country = ${filter.country}`);
  if (filter.language !== undefined) parts.push(raw`f.language = ${filter.language}`);
  return raw<boolean>`(${raw.join(parts, raw` and `)})`;
}

/** The bucket of a fact: its place between ascending instants, from 0. */
export function slotOf(boundaries: readonly Date[]): RawBuilder<number> {
  const limits = boundaries.map((limit) => limit.toISOString());
  return raw<number>`width_bucket(f.counted_at, ${limits}::timestamptz[]) - 1`;
}

/** As charts count them: an article without a story is one of its own. */
export const STORY = raw<string>`coalesce(f.story_id, -f.article_id)`;
