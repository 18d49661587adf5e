import type { Outbound } from '@framewatch/outbound';
import type { FeedFetch, FetchLimits } from './fetch.types.ts';
import { interpretConditional } from './interpret.ts';
import { validatorHeaders } from './validators.ts';

/** A feed as it is known from its last answer; null for what it has not said. */
export interface FeedRequest extends FetchLimits {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastBodyHash: string | null;
  /** Ask as if for the first time; see `shouldIgnoreValidators`. */
  readonly ignoreValidators?: boolean;
}

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, ' +
  'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5';

/** Asks for a feed once, conditionally. Every way it can end is a value; only programming errors throw. */
export async function fetchFeed(outbound: Outbound, request: FeedRequest): Promise<FeedFetch> {
  const { url, etag, lastModified, lastBodyHash, now, ignoreValidators = false, ...limits } = request;
  const validators = ignoreValidators ? {} : validatorHeaders(etag, lastModified);
  const conditional = Object.keys(validators).length > 0;
  const result = await outbound.request({ url, ...limits, headers: { accept: ACCEPT, ...validators } });
  return interpretConditional(result, { etag, lastModified, lastBodyHash, conditional, now });
}
