import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What an address is for; only `public` may be reached without being allowed by name. */
export type AddressKind =
  | 'public'
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'carrier-grade NAT'
  | 'multicast'
  | 'cloud metadata'
  | 'reserved';

type Address = ReturnType<typeof ipaddr.parse>;

/**
 * The kind of an IPv4 or IPv6 address; what is no address at all counts as reserved. IPv6 addresses that
 * carry an IPv4 one (IPv4-mapped, NAT64) are judged by the one they carry. Ranges: IANA's special-purpose
 * registries as ipaddr.js lists them; beyond them, IPv6 is public within 2000::/3 alone.
 */
export function addressKind(address: string): AddressKind {
  // ipaddr.js also reads short forms such as 1.2.3, which sockets do not.
  if (!isIP(address)) return 'reserved';
  const carried = unwrapAddress(ipaddr.parse(address));
  if (METADATA.has(carried.toString())) return 'cloud metadata';
  const kind = KINDS[carried.range()] ?? 'reserved';
  const outsideGlobal = carried.kind() === 'ipv6' && !isWithin(carried, GLOBAL_IPV6);
  return kind === 'public' && outsideGlobal ? 'reserved' : kind;
}

/** An address in one spelling, IPv4-mapped and NAT64 forms turned into the IPv4 address they carry. */
export function unwrapAddress(address: Address): Address {
  if (address.kind() !== 'ipv6') return address;
  const bytes = address.toByteArray();
  const carriesIpv4 = isWithin(address, IPV4_MAPPED) || isWithin(address, NAT64);
  return carriesIpv4 ? ipaddr.fromByteArray(bytes.slice(12)) : address;
}

function isWithin(address: Address, [network, bits]: [Address, number]): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');
const IPV4_MAPPED = ipaddr.parseCIDR('::ffff:0:0/96');
/** RFC 6052's well-known prefix; networks with DNS64 answer IPv4-only names with it. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

/** Metadata services outside the ranges that are refused anyway, or worth naming: AWS, GCP, Azure, Alibaba, Oracle. */
const METADATA = new Set([
  '169.254.169.254',
  '169.254.170.2',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
  'fd00:ec2::254',
]);

const KINDS: Readonly<Record<string, AddressKind>> = {
  unicast: 'public',
  loopback: 'loopback',
  private: 'private',
  uniqueLocal: 'private',
  deprecatedSiteLocal: 'private',
  linkLocal: 'link-local',
  carrierGradeNat: 'carrier-grade NAT',
  multicast: 'multicast',
  broadcast: 'multicast',
};
