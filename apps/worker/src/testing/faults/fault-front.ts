import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '@framewatch/testing';
import { CERTIFICATES, KEY } from './certificates.ts';

/** The name under which the press is asked for; the test's own resolver knows it. */
const PRESS_NAME = 'press.test';

/** One request for the feed and all that an answer may be made from. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  socket: Socket;
  /** The feed as the press writes it now, its links leading here. */
  well: string;
  /** Where this server is: `http://press.test:1234`. */
  origin: string;
  /** An address that is refused; a server listens there and nobody may come. */
  trap: string;
  now: Date;
  /** How many requests for the feed this fault has answered. */
  served: number;
}
export type Answer = (exchange: Exchange) => void;

/** A server in front of the local press, which passes on what the press says, or says something else. */
export interface FaultFront {
  origin: string;
  host: string;
  port: number;
  feedUrl: string;
  /** Another answer to requests for the feed; null for none, and every address is well again. */
  misbehave(answer: Answer | null): void;
  /** Another certificate; connections that stand are cut. */
  show(certificate: keyof typeof CERTIFICATES): void;
  /** Cuts the connections that stand. */
  cut(): void;
  /** Refuses connections, until `listen`. */
  hangUp(): Promise<void>;
  listen(): Promise<void>;
  requests(): { path: string; headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
}

/** Starts a front for one feed of the press. */
export async function startFront(options: {
  pressUrl: string;
  feedPath: string;
  trap: () => string;
  clock: Clock;
  secure?: boolean;
  /** The host's name; an address where no resolver of the test's own is asked. */
  name?: string;
}): Promise<FaultFront> {
  let answer: Answer | null = null;
  let served = 0;
  let port = 0;
  const log: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    log.push({ path: request.url ?? '', headers: request.headers });
    const path = new URL(request.url ?? '/', 'http://a').pathname;
    const from = await fetch(`${options.pressUrl}${path}`);
    const well = (await from.text()).replaceAll(options.pressUrl, front.origin);
    if (answer !== null && !path.endsWith('.html') && path !== '/robots.txt')
      answer({
        request,
        response,
        socket: request.socket,
        well,
        origin: front.origin,
        trap: options.trap(),
        now: options.clock.now(),
        served: served++,
      });
    else passOn(request, response, well, from, options.clock.now());
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch(() => response.destroy());
  };
  const server: Server | SecureServer = options.secure
    ? createSecureServer({ key: KEY, cert: CERTIFICATES.good }, listener)
    : createServer(listener);
  server.on('clientError', (_error, socket) => socket.destroy());
  const front: FaultFront = {
    origin: '',
    host: '',
    port: 0,
    feedUrl: '',
    misbehave(next) {
      answer = next;
      served = 0;
    },
    show(certificate) {
      (server as SecureServer).setSecureContext({ key: KEY, cert: CERTIFICATES[certificate] });
      server.closeAllConnections();
    },
    cut: () => server.closeAllConnections(),
    async hangUp() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
    async listen() {
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
    },
    requests: () => [...log],
    async close() {
      if (server.listening) await front.hangUp();
    },
  };
  await front.listen();
  front.port = port;
  front.host = `${options.name ?? PRESS_NAME}:${port}`;
  front.origin = `${options.secure ? 'https' : 'http'}://${front.host}`;
  front.feedUrl = `${front.origin}/${options.feedPath}`;
  return front;
}

/** The press's answer under this server's own validators, honouring conditions. */
function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  from: Response,
  now: Date,
): void {
  const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
  const headers = { etag, date: now.toUTCString(), 'content-type': from.headers.get('content-type') ?? '' };
  if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
  else response.writeHead(from.status, headers).end(body);
}
