import { type Dispatcher, ProxyAgent } from 'undici';
import type { AddressGuard } from './address-guard.ts';
import { type ConnectionLimits, createGuardedAgent, tlsOptions } from './guarded-agent.ts';
import { hostOf, portOf, type Route } from './route.ts';

export interface Dispatchers {
  /** The way to a URL. Where that is a proxy, the target's addresses are looked up and checked first. */
  pathTo(url: URL): Promise<{ dispatcher: Dispatcher; proxied: boolean }>;
  destroy(): Promise<void>;
}

/**
 * Direct connections are checked as they are made. A proxy makes its own: there the name is resolved and
 * checked here before, which a name that changes its answer in between can escape; the proxy has to guard that.
 */
export function createDispatchers(
  guard: AddressGuard,
  route: Route,
  limits: ConnectionLimits,
  authorities: readonly string[],
): Dispatchers {
  const direct = createGuardedAgent(guard, limits, authorities);
  const proxies = new Map<string, ProxyAgent>();

  async function pathTo(url: URL): Promise<{ dispatcher: Dispatcher; proxied: boolean }> {
    const through = route(url);
    if (through === null) return { dispatcher: direct, proxied: false };
    await guard.admitted(hostOf(url), portOf(url));
    const agent = proxies.get(through) ?? createProxy(through, limits, authorities);
    proxies.set(through, agent);
    return { dispatcher: agent, proxied: true };
  }

  async function destroy(): Promise<void> {
    await Promise.all([direct.destroy(), ...[...proxies.values()].map((agent) => agent.destroy())]);
  }

  return { pathTo, destroy };
}

function createProxy(uri: string, limits: ConnectionLimits, authorities: readonly string[]): ProxyAgent {
  return new ProxyAgent({
    uri: uri.includes('://') ? uri : `http://${uri}`,
    // Plain http goes to the proxy as such; only https asks for a tunnel, which is all that many proxies allow.
    proxyTunnel: false,
    requestTls: { ...tlsOptions(authorities), timeout: limits.connectTimeoutMs },
    connections: limits.connectionsPerOrigin,
    maxHeaderSize: limits.maxHeaderBytes,
  });
}
