import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { addressKind } from './address-kind.ts';
import type { AllowList } from './allow-list.ts';
import type { Resolve } from './outbound.types.ts';
import { Refusal } from './refusal.ts';

type Addresses = Awaited<ReturnType<Resolve>>;

export interface AddressGuard {
  /** The addresses of a host that may be connected to; throws a Refusal where there is none. */
  admitted(hostname: string, port: number): Promise<Addresses>;
  /** The same as the `lookup` of a socket, so that what was checked is what is connected to. */
  lookupFor(port: number): LookupFunction;
}

/** Asks the operating system, both families, in the order it prefers. */
export const resolveBySystem: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/** Checks every address right before it is connected to: a name that changes its answer gains nothing by it. */
export function createAddressGuard(allow: AllowList, resolve: Resolve): AddressGuard {
  async function admitted(hostname: string, port: number): Promise<Addresses> {
    const family = isIP(hostname);
    const found = family
      ? [{ address: hostname, family: family === 6 ? 6 : 4 } as const]
      : await resolve(hostname);
    const open = found.filter(({ address }) => isAdmitted(hostname, address, port, allow));
    if (open.length > 0) return open;
    throw refusalOf(hostname, found[0]?.address);
  }

  const lookupFor =
    (port: number): LookupFunction =>
    (hostname, options, callback) => {
      admitted(hostname, port).then(
        (open) => answerLookup(open, options.all === true, callback),
        (error: NodeJS.ErrnoException) => callback(error, ''),
      );
    };

  return { admitted, lookupFor };
}

function isAdmitted(hostname: string, address: string, port: number, allow: AllowList): boolean {
  return addressKind(address) === 'public' || allow({ hostname, address, port });
}

function refusalOf(hostname: string, address: string | undefined): Refusal {
  if (address === undefined) return new Refusal('dns-not-found', `The name ${hostname} has no address.`);
  const what = address === hostname ? address : `${hostname} (${address})`;
  return new Refusal(
    'refused-address',
    `Refused: ${what} is a ${addressKind(address)} address. If it is meant, add it to the allow-list.`,
  );
}

function answerLookup(open: Addresses, all: boolean, callback: Parameters<LookupFunction>[2]): void {
  const [first] = open;
  if (all) callback(null, [...open]);
  else callback(null, first?.address ?? '', first?.family);
}
