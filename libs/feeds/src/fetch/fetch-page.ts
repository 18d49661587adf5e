import type { Outbound } from '@framewatch/outbound';
import type { FeedFetch, FetchLimits, PageFetch } from './fetch.types.ts';
import { interpret, interpretConditional } from './interpret.ts';
import { validatorHeaders } from './validators.ts';

export interface PageRequest extends FetchLimits {
  readonly url: string;
  /** Languages in order of preference, as Accept-Language writes them; sites that ask get this. */
  readonly acceptLanguage?: string;
}

const ACCEPT = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5';

/** Asks for an article's page once, after robots.txt has been asked. Every way it can end is a value. */
export async function fetchPage(outbound: Outbound, request: PageRequest): Promise<PageFetch> {
  const { url, now, acceptLanguage, ...limits } = request;
  const language = acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage };
  return interpret(await outbound.request({ url, ...limits, headers: { accept: ACCEPT, ...language } }), now);
}

/** Asks for a page that was read before, with the validators that it gave then; `unchanged` where the server says so. */
export async function fetchPageAgain(
  outbound: Outbound,
  request: PageRequest & { readonly etag: string | null; readonly lastModified: string | null },
): Promise<FeedFetch> {
  const { url, now, acceptLanguage: _, etag, lastModified, ...limits } = request;
  const validators = validatorHeaders(etag, lastModified);
  const conditional = Object.keys(validators).length > 0;
  const result = await outbound.request({ url, ...limits, headers: { accept: ACCEPT, ...validators } });
  return interpretConditional(result, { etag, lastModified, lastBodyHash: null, conditional, now });
}
