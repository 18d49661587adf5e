import ipaddr from 'ipaddr.js';
import { unwrapAddress } from './address-kind.ts';

/** Says whether an internal target was allowed by name, address or network. */
export type AllowList = (target: { hostname: string; address: string; port: number }) => boolean;

/**
 * Compiles allow-list entries: `host`, `*.host`, `192.0.2.1`, `[::1]`, `10.0.0.0/8`, each with an optional
 * `:port`. A host entry trusts whatever address the name has. Throws on an entry that it cannot read.
 */
export function compileAllowList(entries: readonly string[]): AllowList {
  const rules = entries.map(compileEntry);
  return (target) => rules.some((rule) => rule(target));
}

function compileEntry(entry: string): AllowList {
  const rule = compileTarget(entry);
  if (!rule) throw new Error(`outbound allow-list: cannot read "${entry}"`);
  return rule;
}

/** One entry as a rule; null where it cannot be read. */
export function compileTarget(entry: string): AllowList | null {
  const { name, port } = splitPort(entry.trim().toLowerCase());
  const matches = matcherFor(name);
  if (!matches) return null;
  return (target) => (port === null || port === target.port) && matches(target.hostname, target.address);
}

function splitPort(entry: string): { name: string; port: number | null } {
  const found = /^(\[[^\]]+\](?:\/\d+)?|[^:]+)(?::(\d{1,5}))?$/.exec(entry);
  // A bare IPv6 address or network is full of colons and so carries no port.
  if (!found?.[1]) return { name: entry, port: null };
  const name = found[1].replace(/[[\]]/g, '');
  return { name, port: found[2] === undefined ? null : Number(found[2]) };
}

function matcherFor(name: string): ((hostname: string, address: string) => boolean) | null {
  if (ipaddr.isValidCIDR(name)) return networkMatcher(...ipaddr.parseCIDR(name));
  if (ipaddr.isValid(name)) {
    const single = unwrapAddress(ipaddr.parse(name));
    return networkMatcher(single, single.kind() === 'ipv4' ? 32 : 128);
  }
  if (!/^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/.test(name)) return null;
  if (name.startsWith('*.')) return (hostname) => hostname.endsWith(name.slice(1));
  return (hostname) => hostname === name;
}

function networkMatcher(network: ReturnType<typeof ipaddr.parse>, bits: number) {
  return (_hostname: string, address: string) => {
    if (!ipaddr.isValid(address)) return false;
    const candidate = unwrapAddress(ipaddr.parse(address));
    return candidate.kind() === network.kind() && candidate.match(network, bits);
  };
}
