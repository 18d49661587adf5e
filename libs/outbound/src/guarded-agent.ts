import { isIP, type Socket } from 'node:net';
import { rootCertificates } from 'node:tls';
import { Agent, buildConnector, Client, type Dispatcher, Pool } from 'undici';
import type { AddressGuard } from './address-guard.ts';
import { portOf } from './route.ts';

/** What is known of the connection that a request was sent on. */
export interface Seat {
  address: string | null;
  /** Responses that this connection has begun; above zero a failure may be a keep-alive connection gone stale. */
  answered: number;
}

/** Options of a dispatch that learns its seat. */
export interface SeatedOptions extends Dispatcher.RequestOptions {
  readonly onSeat: (seat: Seat) => void;
}

export interface ConnectionLimits {
  readonly connectTimeoutMs: number;
  readonly connectionsPerOrigin: number;
  readonly maxHeaderBytes: number;
}

/** An undici agent whose every new connection passes the guard; connections are kept alive per origin. */
export function createGuardedAgent(
  guard: AddressGuard,
  limits: ConnectionLimits,
  authorities: readonly string[],
): Agent {
  const tls = tlsOptions(authorities);
  return new Agent({
    maxHeaderSize: limits.maxHeaderBytes,
    factory: (origin, options) =>
      new Pool(origin, {
        ...options,
        connections: limits.connectionsPerOrigin,
        connect: guardedConnector(guard, portOf(new URL(origin)), {
          ...tls,
          timeout: limits.connectTimeoutMs,
        }),
        factory: (poolOrigin, clientOptions) => new SeatedClient(poolOrigin, clientOptions),
      }),
  });
}

/** Trust for TLS: Node's own authorities, and with them those of an intranet where any are given. */
export function tlsOptions(authorities: readonly string[]): { ca?: string[] } {
  return authorities.length > 0 ? { ca: [...rootCertificates, ...authorities] } : {};
}

function guardedConnector(
  guard: AddressGuard,
  port: number,
  options: buildConnector.BuildOptions,
): buildConnector.connector {
  const connect = buildConnector({
    ...options,
    lookup: guard.lookupFor(port),
  } as buildConnector.BuildOptions);
  return (target, callback) => {
    // A socket asks no lookup for an address written as such, so that case is checked here.
    if (!isIP(target.hostname)) return connect(target, callback);
    guard.admitted(target.hostname, port).then(
      () => connect(target, callback),
      (error: Error) => callback(error, null),
    );
  };
}

/** A client is one connection at a time; this one tells each request which address that is. */
class SeatedClient extends Client {
  readonly #seat: Seat;

  constructor(origin: string | URL, options: Client.Options) {
    const seat: Seat = { address: null, answered: 0 };
    super(origin, { ...options, connect: noteAddress(options.connect as buildConnector.connector, seat) });
    this.#seat = seat;
  }

  override dispatch(
    options: Dispatcher.DispatchOptions & Partial<SeatedOptions>,
    handler: Dispatcher.DispatchHandler,
  ): boolean {
    options.onSeat?.(this.#seat);
    return super.dispatch(options, handler);
  }
}

function noteAddress(connect: buildConnector.connector, seat: Seat): buildConnector.connector {
  return (target, callback) =>
    connect(target, (error: Error | null, socket: Socket | null) => {
      if (error || !socket) return callback(error ?? new Error('no socket'), null);
      seat.address = socket.remoteAddress ?? null;
      seat.answered = 0;
      callback(null, socket);
    });
}
