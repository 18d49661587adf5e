import type { Resource } from './site.ts';

/** A way in which a feed or a page misbehaves. `times`: only for so many requests, then it is well again. */
export type Fault = { times?: number } & (
  | { kind: 'not-modified-always' }
  | { kind: 'ignores-conditions' }
  | { kind: 'etag-flapping' }
  /** `to` left out: the same content at an address of its own. */
  | { kind: 'redirect'; status: 301 | 302 | 303 | 307 | 308; to?: string }
  | { kind: 'redirect-loop' }
  | { kind: 'private-redirect'; to?: string }
  | { kind: 'status'; status: number }
  | { kind: 'rate-limited'; retryAfterSeconds: number; form: 'seconds' | 'date'; status?: 429 | 503 }
  /** `bytes` every `everyMs` of real time. */
  | { kind: 'slow'; bytes: number; everyMs: number }
  /** Half of the body, then nothing more on an open connection. */
  | { kind: 'stalled' }
  /** The connection opens and nothing is ever said. */
  | { kind: 'silent' }
  /** Half of the body, then the connection is cut. */
  | { kind: 'reset' }
  /** The body ends too early, as if that were all; `share` of it is left (half). */
  | { kind: 'truncated'; share?: number }
  | { kind: 'malformed' }
  | { kind: 'control-characters' }
  | { kind: 'leading-junk' }
  /** Says another charset than it is written in, in the header and in the document. */
  | { kind: 'wrong-charset'; says: string }
  | { kind: 'no-charset' }
  /** Every entry twice, the second time with tracking parameters and another id. */
  | { kind: 'duplicates' }
  | { kind: 'no-ids' }
  | { kind: 'changing-ids' }
  | { kind: 'relative-urls' }
  | { kind: 'dates'; as: 'wrong' | 'future' | 'zoneless' | 'missing' | 'nonsense' }
  | { kind: 'huge'; bytes: number }
  | { kind: 'gzip-bomb'; bytes: number }
  | { kind: 'entity-bomb' }
  | { kind: 'deep-nesting'; depth: number }
  | { kind: 'empty' }
  | { kind: 'no-body' }
  | { kind: 'html-instead' }
  | { kind: 'cookie-wall' }
  | { kind: 'challenge' }
  | { kind: 'script-only' }
  | { kind: 'paywall' }
  | { kind: 'section-front' }
  | { kind: 'pdf' }
  /** A robots.txt that closes the whole host. */
  | { kind: 'disallow' }
);
export type FaultKind = Fault['kind'];

export type FaultHandle = {
  clear(): void;
  /** How many requests it has answered. */
  served(): number;
};

export type FaultBook = {
  add(target: string, fault: Fault): FaultHandle;
  clear(): void;
  /** The newest fault that is meant for this path or resource; it counts as served. */
  take(path: string, resource: Resource): Fault | null;
};

type Entry = { target: string; fault: Fault; served: number };

/** Keeps which feeds and pages are to misbehave. */
export function createFaultBook(): FaultBook {
  const entries: Entry[] = [];
  const remove = (entry: Entry) => {
    const index = entries.indexOf(entry);
    if (index >= 0) entries.splice(index, 1);
  };
  return {
    add(target, fault) {
      const entry: Entry = { target: normalTarget(target), fault, served: 0 };
      entries.push(entry);
      return { clear: () => remove(entry), served: () => entry.served };
    },
    clear: () => {
      entries.length = 0;
    },
    take(path, resource) {
      const names = namesOf(path, resource);
      const entry = entries.findLast(
        ({ target, fault, served }) => names.has(target) && served < (fault.times ?? Infinity),
      );
      if (entry === undefined) return null;
      entry.served++;
      return entry.fault;
    },
  };
}

function normalTarget(target: string): string {
  return /^https?:/.test(target) ? new URL(target).pathname : target;
}

/** By which targets a resource can be meant. Content that a redirect leads to has no fault of its feed's path. */
function namesOf(path: string, resource: Resource): Set<string> {
  const names = new Set([path]);
  if (path.startsWith('/moved/')) return names;
  names.add('*');
  if ('outlet' in resource) names.add(resource.outlet.slug).add(resource.outlet.name);
  if (resource.kind === 'article') names.add(resource.record.id);
  return names;
}
