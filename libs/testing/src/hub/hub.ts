import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { startServer } from '../press/server.ts';
import { type Distribution, distribute } from './distribute.ts';
import { type Checked, verify } from './verify.ts';

/** What a subscriber asked for. */
export interface HubRequest {
  mode: string;
  topic: string;
  callback: string;
  leaseSeconds: number | null;
  secret: string | null;
}

export interface HubSubscriber extends HubRequest {
  verified: boolean;
  /** Milliseconds since the epoch. */
  leaseEndsAt: number;
}

/** How a hub can go wrong towards its subscribers. */
export interface HubManners {
  /** Answers requests with this status instead of taking them. */
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Takes requests and never verifies them. */
  silent?: boolean;
  /** Verifies before it answers, as old hubs do. */
  verifiesFirst?: boolean;
  /** Says another topic when it verifies. */
  verifiesTopic?: string;
  /** Leaves the challenge out. */
  forgetsChallenge?: boolean;
  /** Denies every subscription with this reason. */
  denies?: string;
}

/** A WebSub hub on loopback that the local press can name: it takes, verifies, distributes, denies and misbehaves. */
export interface Hub {
  readonly url: string;
  readonly host: string;
  /** Everything that was asked of it, oldest first. */
  requests(): HubRequest[];
  /** Living, verified subscriptions to a topic, or to all. */
  subscribers(topic?: string): HubSubscriber[];
  /** Every verification it made and how it was answered. */
  verifications(): Checked[];
  setLease(seconds: number): void;
  /** Replaces how it behaves from now on; without a word it behaves well. */
  behave(manners?: HubManners): void;
  /** Fetches the topic and sends it, signed, to every living subscriber; gives the statuses it was answered with. */
  publish(topic: string, how?: Distribution): Promise<number[]>;
  /** Sends these bytes instead of the topic's. */
  push(topic: string, body: string | Uint8Array, how?: Distribution): Promise<number[]>;
  /** Ends subscriptions to a topic and tells the subscribers. */
  deny(topic: string, reason: string): Promise<void>;
  /** Verifies what may never have been asked for. */
  verifyUnasked(callback: string, query: Record<string, string>): Promise<{ status: number; text: string }>;
  /** Forgets all subscribers. */
  forget(): void;
  close(): Promise<void>;
}

export async function startHub(): Promise<Hub> {
  const requests: HubRequest[] = [];
  const verifications: Checked[] = [];
  const subscribers = new Map<string, HubSubscriber>();
  let manners: HubManners = {};
  let lease: number | null = null;

  const settle = async (asked: HubRequest): Promise<void> => {
    const { silent, denies, verifiesTopic, forgetsChallenge } = manners;
    if (silent) return;
    if (denies !== undefined) return tellDenial(asked, denies);
    const leaseSeconds = lease ?? asked.leaseSeconds ?? 864_000;
    const checked = await verify(asked.callback, {
      'hub.mode': asked.mode,
      'hub.topic': verifiesTopic ?? asked.topic,
      ...(forgetsChallenge ? {} : { 'hub.challenge': randomUUID() }),
      ...(asked.mode === 'subscribe' ? { 'hub.lease_seconds': String(leaseSeconds) } : {}),
    });
    verifications.push(checked);
    if (!checked.agreed) return;
    if (asked.mode === 'unsubscribe') subscribers.delete(asked.callback);
    else
      subscribers.set(asked.callback, {
        ...asked,
        verified: true,
        leaseEndsAt: Date.now() + leaseSeconds * 1000,
      });
  };
  const settling = new Set<Promise<void>>();
  const settleLater = (asked: HubRequest): void => {
    const work = settle(asked).catch(() => {});
    settling.add(work);
    void work.finally(() => settling.delete(work));
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(await textOf(request));
    const asked = requestOf(form);
    requests.push(asked);
    const { status, headers = {}, body = '' } = manners;
    if (status !== undefined) return void response.writeHead(status, headers).end(body);
    if (manners.verifiesFirst) await settle(asked);
    response.writeHead(202).end();
    if (!manners.verifiesFirst) settleLater(asked);
  };
  const living = (topic?: string) =>
    [...subscribers.values()].filter(
      (each) => (topic === undefined || each.topic === topic) && each.leaseEndsAt > Date.now(),
    );
  const server = await startServer(0, (request, response) => {
    handle(request, response).catch(() => response.writeHead(500).end());
  });
  const url = `http://127.0.0.1:${server.port}/`;
  const push: Hub['push'] = (topic, body, how = {}) =>
    Promise.all(living(topic).map((each) => distribute(url, each, Buffer.from(body), how)));
  return {
    url,
    host: new URL(url).host,
    requests: () => [...requests],
    subscribers: living,
    verifications: () => [...verifications],
    setLease: (seconds) => {
      lease = seconds;
    },
    behave: (next = {}) => {
      manners = next;
    },
    push,
    async publish(topic, how = {}) {
      const answer = await fetch(topic);
      const contentType = answer.headers.get('content-type') ?? 'application/xml';
      return push(topic, new Uint8Array(await answer.arrayBuffer()), { contentType, ...how });
    },
    async deny(topic, reason) {
      const ended = living(topic);
      for (const { callback } of ended) subscribers.delete(callback);
      await Promise.all(ended.map((each) => tellDenial(each, reason)));
    },
    async verifyUnasked(callback, query) {
      const { status, text } = await verify(callback, query);
      return { status, text };
    },
    forget: () => subscribers.clear(),
    async close() {
      await server.close();
      await Promise.all(settling);
    },
  };
}

async function tellDenial({ callback, topic }: HubRequest, reason: string): Promise<void> {
  await verify(callback, { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': reason });
}

function requestOf(form: URLSearchParams): HubRequest {
  const lease = form.get('hub.lease_seconds');
  return {
    mode: form.get('hub.mode') ?? '',
    topic: form.get('hub.topic') ?? '',
    callback: form.get('hub.callback') ?? '',
    leaseSeconds: lease === null ? null : Number(lease),
    secret: form.get('hub.secret'),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
