import type { HopAnswer, HopRequest } from './hop.ts';
import type { RedirectCookies } from './redirect-cookies.ts';
import { Refusal } from './refusal.ts';
import { hostOf } from './route.ts';
import { readTargetUrl } from './target-url.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** True where an answer sends the request elsewhere. */
export function isRedirect(answer: HopAnswer): boolean {
  return REDIRECTS.has(answer.status) && answer.headers.location !== undefined;
}

/**
 * The request that follows a redirect. As browsers do, 303 turns everything but HEAD into GET, and 301 and
 * 302 turn POST into it; credentials stay behind when the origin changes. Throws a Refusal on a bad target.
 */
export function followRedirect(from: HopRequest, answer: HopAnswer, cookies: RedirectCookies): HopRequest {
  const url = readTargetUrl(decodeLocation(answer.headers.location ?? '', from.url), from.url.href);
  if (!url.hash) url.hash = from.url.hash;
  const toGet =
    answer.status === 303 ? from.method !== 'HEAD' : answer.status < 303 && from.method === 'POST';
  const kept = Object.entries(from.headers).filter(
    ([name]) => isKept(name, url.origin === from.url.origin) && !(toGet && name.startsWith('content-')),
  );
  return {
    url,
    method: toGet ? 'GET' : from.method,
    headers: { ...Object.fromEntries(kept), ...cookies.headerFor(url) },
    body: toGet ? null : from.body,
  };
}

function isKept(name: string, sameOrigin: boolean): boolean {
  if (name === 'cookie') return false;
  return sameOrigin || name !== 'authorization';
}

/** Headers arrive as latin1; servers write raw UTF-8 into Location all the same. */
function decodeLocation(location: string, from: URL): string {
  const first = location.split(', http')[0] ?? location;
  if (first === '') throw new Refusal('broken-response', `${hostOf(from)} redirects to nowhere.`);
  if (!/[\x80-\xff]/.test(first)) return first;
  const utf8 = Buffer.from(first, 'latin1').toString('utf8');
  return utf8.includes('\ufffd') ? first : utf8;
}
