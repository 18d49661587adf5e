import type { Database } from '../database.ts';
import type { DayKeeper } from './trends/day-keeper.ts';
import { type TrendCounts, trendCounts } from './trends/trend-counts.ts';
import { type TrendFacts, trendFacts } from './trends/trend-facts.ts';
import { type TrendSurroundings, trendSurroundings } from './trends/trend-surroundings.ts';
import { type TrendVerification, trendVerification } from './trends/verify-trends.ts';

export type { TrendFact } from './trends/trend-facts.ts';
export type { ChartCounts, CountQuery, CountRow, TrendFilter } from './trends/trend-queries.ts';
export type { TrendDifference } from './trends/verify-trends.ts';

export interface TrendRepository extends TrendFacts, TrendCounts, TrendSurroundings, TrendVerification {}

/** Facts of charts: how they are written, counted and verified; each question has a file of its own. */
export function trendRepository(database: Database, keeper: DayKeeper): TrendRepository {
  return {
    ...trendFacts(database),
    ...trendCounts(database, keeper),
    ...trendSurroundings(database),
    ...trendVerification(database),
  };
}
