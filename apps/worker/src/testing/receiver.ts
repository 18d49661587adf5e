import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitFor } from '@framewatch/testing';

export interface ReceivedHook {
  key: string;
  path: string;
  isSigned: boolean;
  body: { type: string; data: Record<string, unknown> };
}

/** A webhook receiver that checks signatures by the Standard Webhooks specification, by itself. */
export interface Receiver {
  readonly url: string;
  received(): ReceivedHook[];
  /** Answers the next calls with these statuses, then 200 again. */
  failNext(...statuses: number[]): void;
  /** Answers every call with this status until told otherwise: those of one path, or all. */
  failWith(status: number | null, path?: string): void;
  /** Answers calls that tell this title alone with this status. */
  failTitle(title: string, status: number): void;
  /** Now and then answers late, or refuses what it got with a 503. */
  stumble(how: { slowEvery: number; slowMs: number; failEvery: number }): void;
  /** Calls so far. */
  count(): number;
  /** Resolves when nobody is connected, and so nothing is on its way any more. */
  isQuiet(): Promise<void>;
  /** Calls that `stumble` refused. */
  refused(): number;
  clear(): void;
  close(): Promise<void>;
}

export async function startReceiver(secret: string): Promise<Receiver> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const hooks: ReceivedHook[] = [];
  const failures: number[] = [];
  let stumbling: { slowEvery: number; slowMs: number; failEvery: number } | null = null;
  let refused = 0;
  const titles = new Map<unknown, number>();
  let always: { status: number; path: string | undefined } | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const id = String(request.headers['webhook-id']);
      const signed = `${id}.${String(request.headers['webhook-timestamp'])}.${text}`;
      const wanted = Buffer.from(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
      const given = Buffer.from(String(request.headers['webhook-signature']));
      const isSigned = given.length === wanted.length && timingSafeEqual(given, wanted);
      hooks.push({
        key: id,
        path: request.url ?? '',
        isSigned,
        body: JSON.parse(text) as ReceivedHook['body'],
      });
      const title = hooks.at(-1)?.body.data?.['title'];
      const isDown = always && (always.path === undefined || always.path === request.url);
      const stumbles = stumbling !== null && hooks.length % stumbling.failEvery === 0;
      if (stumbles) refused += 1;
      const status =
        (isDown ? always?.status : undefined) ??
        titles.get(title) ??
        failures.shift() ??
        (stumbles ? 503 : 200);
      const answer = (): void =>
        void response.writeHead(status, status === 429 ? { 'retry-after': '60' } : {}).end();
      if (stumbling && hooks.length % stumbling.slowEvery === 0) setTimeout(answer, stumbling.slowMs);
      else answer();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: () => [...hooks],
    failNext: (...statuses) => void failures.push(...statuses),
    failWith: (status, path) => {
      always = status === null ? null : { status, path };
    },
    failTitle: (title, status) => void titles.set(title, status),
    stumble: (how) => {
      stumbling = how;
    },
    count: () => hooks.length,
    isQuiet: async () => {
      const connections = (): Promise<number> =>
        new Promise((resolve, reject) =>
          server.getConnections((error, n) => (error ? reject(error) : resolve(n))),
        );
      await waitFor('the receiver to be quiet', async () => (await connections()) === 0);
    },
    refused: () => refused,
    clear: () => {
      hooks.splice(0);
      titles.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
