export { type FeedLink, feedsNamedBy } from './feed-links.ts';
export type {
  FailedFetch,
  FeedFetch,
  FetchedDocument,
  FetchFailureKind,
  FetchLimits,
  GoneDocument,
  HubLinks,
  PageFetch,
  RateLimited,
  UnchangedDocument,
} from './fetch.types.ts';
export { type FeedRequest, fetchFeed } from './fetch-feed.ts';
export { fetchPage, fetchPageAgain, type PageRequest } from './fetch-page.ts';
export { fetchRobots, type RobotsAnswer, type RobotsRequest, rulesOf } from './fetch-robots.ts';
export { retryAfterSeconds } from './retry-after.ts';
export { parseRobots, type RobotsReader, type RobotsRules } from './robots.ts';
export { shouldIgnoreValidators, type ValidatorHistory } from './validators.ts';
