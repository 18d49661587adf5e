import { describe, expect, it } from '@jest/globals';
import { createAddressGuard } from './address-guard.ts';
import { compileAllowList } from './allow-list.ts';

function guardOf(allow: string[], ...addresses: string[]) {
  const resolve = async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }) as const);
  return createAddressGuard(compileAllowList(allow), resolve);
}

describe('createAddressGuard', () => {
  it('leaves out each address that is not admitted', async () => {
    const guard = guardOf(['10.0.0.0/8:80'], '127.0.0.1', '8.8.8.8', '10.1.1.1', 'fe80::1', '2606:4700::1');
    const admitted = (port: number) =>
      guard.admitted('x.test', port).then((all) => all.map(({ address }) => address));
    expect(await admitted(443)).toEqual(['8.8.8.8', '2606:4700::1']);
    expect(await admitted(80)).toEqual(['8.8.8.8', '10.1.1.1', '2606:4700::1']);
  });

  it('refuses a name without an address that is admitted, or without any', async () => {
    await expect(guardOf([], '127.0.0.1').admitted('x.test', 80)).rejects.toMatchObject({
      reason: 'refused-address',
    });
    await expect(guardOf([]).admitted('x.test', 80)).rejects.toMatchObject({ reason: 'dns-not-found' });
  });

  it('trusts an allowed name wherever it leads', async () => {
    expect(await guardOf(['x.test'], '127.0.0.1').admitted('x.test', 80)).toHaveLength(1);
  });

  it.each([true, false])('answers a socket that asks for all: %s', async (all) => {
    const lookup = guardOf([], '10.0.0.1', '8.8.8.8', '9.9.9.9').lookupFor(80);
    const answer = await new Promise((resolve) =>
      lookup('x.test', { all }, (_error, found) => resolve(found)),
    );
    expect(answer).toEqual(
      all ? [8, 9].map((n) => ({ address: `${n}.${n}.${n}.${n}`, family: 4 })) : '8.8.8.8',
    );
  });
});
