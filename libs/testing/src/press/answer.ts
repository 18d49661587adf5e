import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Clock } from '../clock.ts';
import { deliver } from './deliver.ts';
import { faultyDocument } from './fault-feeds.ts';
import { faultyReply } from './fault-replies.ts';
import type { Fault, FaultBook, FaultKind } from './faults.ts';
import { type Reply, type Resource, render, resolvePath, type Site } from './site.ts';

/** One request that reached the press, and what it was told. */
export type RequestRecord = {
  /** By the press's clock. */
  at: string;
  method: string;
  host: string;
  path: string;
  headers: IncomingHttpHeaders;
  outletSlug: string | null;
  resource: Resource['kind'];
  status: number;
  fault: FaultKind | null;
};

type Parts = { site: Site; faults: FaultBook; log: RequestRecord[]; clock: Clock };

/** Answers one request: finds the resource, applies the fault meant for it, honours conditions, records it. */
export function answerWith(parts: Parts, request: IncomingMessage, response: ServerResponse): void {
  const { site, faults, log, clock } = parts;
  const now = clock.now();
  const url = new URL(request.url ?? '/', 'http://press.invalid');
  const resource = resolvePath(url.pathname.replace(/^\/moved\//, '/'), site);
  const fault = faults.take(url.pathname, resource);
  const context = { path: url.pathname, query: url.searchParams, now, nonce: log.length };
  const whole = renderWith(resource, site, now, fault, context.nonce);
  const changed = fault ? faultyReply(whole, fault, context) : whole;
  const reply = marked(conditional(changed, request.headers, fault));
  log.push({
    at: now.toISOString(),
    method: request.method ?? 'GET',
    host: request.headers.host ?? '',
    path: request.url ?? '/',
    headers: request.headers,
    outletSlug: 'outlet' in resource ? resource.outlet.slug : null,
    resource: resource.kind,
    status: reply.status,
    fault: fault?.kind ?? null,
  });
  deliver(response, fault ? reply : compressed(reply, request.headers), fault, request.method === 'HEAD');
}

function renderWith(resource: Resource, site: Site, now: Date, fault: Fault | null, nonce: number): Reply {
  if (fault === null || resource.kind !== 'feed') return render(resource, site, now);
  return render(resource, site, now, (feed) => faultyDocument(feed, fault, resource.feed.format, nonce));
}

/** 304 where the reader already has this; If-None-Match wins over If-Modified-Since (RFC 9110, 13.2.2). */
function conditional(reply: Reply, headers: IncomingHttpHeaders, fault: Fault | null): Reply {
  const { etag, 'last-modified': modified } = reply.headers;
  if (reply.status !== 200 || fault?.kind === 'ignores-conditions') return reply;
  const wanted = headers['if-none-match'];
  const since = headers['if-modified-since'];
  const isSame =
    wanted === undefined
      ? since !== undefined && modified !== undefined && Date.parse(modified) <= Date.parse(since)
      : etag !== undefined && wanted.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);
  return isSame ? { status: 304, headers: { ...(etag ? { etag } : {}) }, body: Buffer.alloc(0) } : reply;
}

function marked(reply: Reply): Reply {
  return { ...reply, headers: { ...reply.headers, 'x-synthetic': 'framewatch-local-press' } };
}

function compressed(reply: Reply, headers: IncomingHttpHeaders): Reply {
  if (reply.body.length < 1400 || !/\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))) return reply;
  return {
    ...reply,
    headers: { ...reply.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipSync(reply.body, { level: 1 }),
  };
}
