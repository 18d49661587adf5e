import { isIP } from 'node:net';
import { addressKind } from './address-kind.ts';
import { compileTarget } from './allow-list.ts';
import type { ProxySettings } from './outbound.types.ts';

/** The proxy that a URL goes through, or null where it goes there directly. */
export type Route = (url: URL) => string | null;

/**
 * Reads proxy settings as the environment writes them (`http_proxy`, `https_proxy`, `no_proxy`).
 * Loopback goes directly always: what listens on this machine is not the proxy's to reach.
 */
export function compileRoute(proxy: ProxySettings = {}): Route {
  const isExempt = compileNoProxy(proxy.noProxy ?? '');
  return (url) => {
    const through = url.protocol === 'https:' ? proxy.https : proxy.http;
    return through && !isLoopback(url) && !isExempt(url) ? through : null;
  };
}

/** A URL's host without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** A URL's port, the scheme's own where none is written. */
export function portOf(url: URL): number {
  return url.port ? Number(url.port) : url.protocol === 'https:' ? 443 : 80;
}

function isLoopback(url: URL): boolean {
  const host = hostOf(url);
  if (isIP(host)) return addressKind(host) === 'loopback';
  return host === 'localhost' || host.endsWith('.localhost');
}

function compileNoProxy(list: string): (url: URL) => boolean {
  const entries = list.split(/[\s,]+/).filter(Boolean);
  if (entries.includes('*')) return () => true;
  // By custom a name also exempts what is below it, with or without a leading dot.
  const rules = entries.flatMap(withSubdomains).map(compileTarget);
  return (url) => {
    const target = { hostname: hostOf(url), address: hostOf(url), port: portOf(url) };
    return rules.some((rule) => rule?.(target) === true);
  };
}

function withSubdomains(entry: string): string[] {
  if (/^[[\d]|::/.test(entry)) return [entry];
  const name = entry.replace(/^\*?\./, '');
  return [name, `*.${name}`];
}
