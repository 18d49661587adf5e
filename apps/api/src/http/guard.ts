import type { IncomingHttpHeaders } from 'node:http';

/** What of a request decides whether it may come in. */
export interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
}

export interface Refusal {
  status: 403 | 421;
  detail: string;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const READS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Names under which this API may be asked for: loopback, the address it listens on (unless that is "all"), and the
 * names that were allowed. A name with a port holds for that port only.
 */
export function allowedNames(listensOn: string, allowed: readonly string[]): ReadonlySet<string> {
  const own = ['0.0.0.0', '::', '[::]'].includes(listensOn) ? [] : [bracketed(listensOn)];
  return new Set([...LOOPBACK, ...own, ...allowed].map((name) => name.toLowerCase()));
}

/**
 * Loopback is not a free pass: any web page can make a browser call it, by a name of its own (DNS rebinding) or from
 * elsewhere (request forgery). So the Host has to be known, and what comes from another origin may neither write nor
 * call the API; following a link to a page is fine. Null: come in.
 */
export function refuse({ method, path, headers }: Asked, names: ReadonlySet<string>): Refusal | null {
  const host = headers.host?.toLowerCase() ?? '';
  if (!names.has(host) && !names.has(withoutPort(host)))
    return {
      status: 421,
      detail: `This Framewatch does not answer under the name "${host}". Add it to FRAMEWATCH_ALLOWED_HOSTS if it should.`,
    };
  if (!comesFromElsewhere(host, headers)) return null;
  if (!READS.includes(method))
    return { status: 403, detail: 'A page of another origin may not change anything here.' };
  const follows = headers['sec-fetch-mode'] === 'navigate' && headers.origin === undefined;
  const isData = path.startsWith('/api') || path.startsWith('/metrics');
  return isData && !follows
    ? { status: 403, detail: 'A page of another origin may not read from here.' }
    : null;
}

function comesFromElsewhere(host: string, headers: IncomingHttpHeaders): boolean {
  const { origin } = headers;
  if (origin !== undefined) return hostOf(origin) !== host;
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Undefined for `null`, the origin of sandboxed and local pages. The scheme may differ behind a TLS proxy. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

const withoutPort = (host: string): string => host.replace(/:\d+$/, '');
const bracketed = (address: string): string =>
  address.includes(':') ? `[${address.replace(/^\[|\]$/g, '')}]` : address;
