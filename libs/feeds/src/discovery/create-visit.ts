import type { Outbound } from '@framewatch/outbound';
import { fetchFeed } from '../fetch/fetch-feed.ts';
import type { FeedFetch } from '../fetch/fetch.types.ts';
import { fetchPage } from '../fetch/fetch-page.ts';
import type { RobotsRules } from '../fetch/robots.ts';
import type { Visit, Visited } from './visit.ts';

/** What a visit is made with; whoever visits decides when a host's turn comes. */
export interface VisitOptions {
  outbound: Outbound;
  timeoutMs: number;
  maxBytes: number;
  now: () => Date;
  /** Runs a request when its host's turn comes; null where time is up before. */
  atTurn<Result>(
    url: string,
    crawlDelaySeconds: number | null,
    run: () => Promise<Result>,
  ): Promise<Result | null>;
  /** robots.txt of an origin; where it could not be read, why, in a sentence. Null where time is up. */
  robotsOf(origin: string): Promise<{ rules: RobotsRules; reason: string } | null>;
}

/** A visit over the guarded way out: robots.txt is asked once per origin, and obeyed for pages and guesses. */
export function createVisit(options: VisitOptions): Visit {
  const asked = new Map<string, ReturnType<VisitOptions['robotsOf']>>();
  const robotsOf = (origin: string) => {
    const known = asked.get(origin) ?? options.robotsOf(origin);
    asked.set(origin, known);
    return known;
  };
  return {
    async robots(origin) {
      return (await robotsOf(origin))?.rules ?? null;
    },
    async get(url, how) {
      const robots = await robotsOf(new URL(url).origin);
      if (robots === null) return { kind: 'time-is-up' };
      const { rules, reason } = robots;
      if (how === 'page' && !rules.isAllowed(url))
        return { kind: 'unread', why: 'robots', message: reason || 'robots.txt does not let us look here.' };
      const answer = await options.atTurn(url, rules.crawlDelaySeconds, () => request(options, url, how));
      return answer === null ? { kind: 'time-is-up' } : visited(answer);
    },
  };
}

function request({ outbound, timeoutMs, maxBytes, now }: VisitOptions, url: string, how: 'named' | 'page') {
  const limits = { timeoutMs, maxBytes, now: now() };
  return how === 'page'
    ? fetchPage(outbound, { url, ...limits })
    : fetchFeed(outbound, { url, etag: null, lastModified: null, lastBodyHash: null, ...limits });
}

function visited(answer: FeedFetch): Visited {
  switch (answer.kind) {
    case 'fetched':
      return answer;
    case 'unchanged':
      // Nothing was asked conditionally; a server that answers so gives nothing to read.
      return {
        kind: 'unread',
        why: 'answer',
        message: 'The server says that nothing changed, to a first request.',
      };
    case 'failed':
      // Without a status the host itself was not reached, and other addresses there would fare no better.
      return { kind: 'unread', why: answer.status === null ? 'host' : 'answer', message: answer.message };
    case 'rate-limited':
      return { kind: 'unread', why: 'host', message: answer.message };
    case 'gone':
      return { kind: 'unread', why: 'answer', message: answer.message };
  }
}
