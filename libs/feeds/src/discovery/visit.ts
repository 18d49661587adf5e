import type { FetchedDocument } from '../fetch/fetch.types.ts';
import type { RobotsRules } from '../fetch/robots.ts';

/**
 * One visit to a site: whoever makes it keeps the host's pace, obeys robots.txt, and ends it when its time is up. Nothing is
 * asked for twice.
 */
export interface Visit {
  /**
   * Asks for an address. `named` tells what a site names for machines (feeds, sitemaps) from pages and guesses: robots.txt
   * is about the latter.
   */
  get(url: string, how: 'named' | 'page'): Promise<Visited>;
  /** What robots.txt says of an origin; null where time is up. */
  robots(origin: string): Promise<RobotsRules | null>;
}

export type Visited =
  | FetchedDocument
  /** `host`: no other address there would answer either. */
  | { kind: 'unread'; why: 'answer' | 'host' | 'robots'; message: string }
  | { kind: 'time-is-up' };
