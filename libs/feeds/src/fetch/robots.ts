import robotsModule from 'robots-parser';

// Its types describe an ES module; what Node loads is CommonJS, the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** What robots.txt lets us do on one origin. */
export interface RobotsRules {
  /** False also for a URL of another origin, about which these rules say nothing. */
  isAllowed(url: string): boolean;
  /** Seconds between requests that the site asks for; null where it does not. */
  readonly crawlDelaySeconds: number | null;
  readonly sitemaps: readonly string[];
}

/** Whose rules are asked for: the site's origin, and our User-Agent, of which the product name counts. */
export interface RobotsReader {
  readonly origin: string;
  readonly userAgent: string;
}

/** RFC 9309, 2.5: at least this much is read. */
export const MAX_ROBOTS_BYTES = 512_000;

/** Reads robots.txt by RFC 9309 (longest match wins, allow before disallow). Never throws. */
export function parseRobots(text: string, reader: RobotsReader): RobotsRules {
  const source = new URL('/robots.txt', reader.origin).href;
  const parsed = robotsParser(source, text.replace(/^\ufeff/, ''));
  const delay = parsed.getCrawlDelay(reader.userAgent);
  return {
    isAllowed: (url) => parsed.isAllowed(url, reader.userAgent) ?? false,
    crawlDelaySeconds: delay !== undefined && Number.isFinite(delay) && delay >= 0 ? delay : null,
    sitemaps: parsed.getSitemaps(),
  };
}
