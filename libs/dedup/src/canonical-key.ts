import { TRACKING_PARAMETERS, TRACKING_PREFIXES } from './data/tracking-parameters.ts';

/**
 * One key for all addresses of one article: scheme, default port, `www`, mobile, AMP and print variants, tracking
 * parameters, session ids, later pages, fragment, trailing slash and the order of parameters make no difference; a
 * fragment that a script reads as an address (`#!`) does. What is no web address is its own key.
 */
export function canonicalKey(address: string): string {
  const url = parse(address.trim());
  if (url === null) return address.trim();
  const unwrapped = unwrapAmpCache(url);
  return `${hostOf(unwrapped)}${pathOf(unwrapped)}${queryOf(unwrapped)}${routeOf(unwrapped)}`;
}

function parse(address: string): URL | null {
  try {
    const url = new URL(address.startsWith('//') ? `https:${address}` : address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/** Caches keep the outlet's own address in the path: `…cdn.ampproject.org/c/s/host/path`, `google.com/amp/s/host/path`. */
function unwrapAmpCache(url: URL): URL {
  const cached =
    (url.hostname.endsWith('.cdn.ampproject.org') && /^\/[a-z]\/(?:s\/)?(.+)$/.exec(url.pathname)) ||
    (/(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && /^\/amp\/(?:s\/)?(.+)$/.exec(url.pathname));
  if (!cached) return url;
  return parse(`https://${cached[1]}${url.search}`) ?? url;
}

function hostOf(url: URL): string {
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  const bare = host.replace(/^(?:(?:www\d?|m|mobile|amp|touch|wap)\.)+(?=[^.]+\.)/, '');
  return url.port === '' || (url.port === '443' && url.protocol === 'http:') ? bare : `${bare}:${url.port}`;
}

function pathOf(url: URL): string {
  const path = decodeLetters(url.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '/')
    .replace(/^\/(?:amp|mobile|sp)(?=\/)/, '')
    .replace(/\/(?:amp|amphtml|print)\/?$/, '')
    .replace(/[._-]amp(?=\.html?$)/, '')
    .replace(/\.amp(?=\.html?$|$)/, '')
    .replace(/;(?:jsessionid|phpsessid|sid)=[^/]*/i, '')
    .replace(/\/page\/\d{1,2}\/?$/, '');
  return path.replace(/\/+$/, '');
}

/** `%E6%97%A5` and `日` are the same letter; what is not valid UTF-8 stays as it is. */
function decodeLetters(path: string): string {
  try {
    return decodeURIComponent(
      path.replace(/%(?:2f|3f|23|25)/gi, (code) => `%25${code.slice(1).toUpperCase()}`),
    );
  } catch {
    return path;
  }
}

function queryOf(url: URL): string {
  const kept = [...url.searchParams].filter(
    ([name, value]) => !isTracking(name.toLowerCase()) && !isLaterPage(name.toLowerCase(), value),
  );
  if (kept.length === 0) return '';
  kept.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return `?${kept.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

/** `?page=2` of an article is the same article; a larger number may name one. */
function isLaterPage(name: string, value: string): boolean {
  return (name === 'page' || name === 'paged' || name === 'pageno') && /^\d{1,2}$/.test(value);
}

/** `#!/news/7` is read by a script and leads to an article of its own; any other fragment is a place on the page. */
function routeOf(url: URL): string {
  return url.hash.startsWith('#!') ? url.hash : '';
}

function isTracking(name: string): boolean {
  return TRACKING_PARAMETERS.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
