import type { Settings } from '@framewatch/contracts';
import type { FailedFetch, RateLimited } from '@framewatch/feeds';
import type { HostPace } from '@framewatch/store';
import { blockHost } from './block-host.ts';
import type { StageContext } from './stage-context.ts';

/** How gently a host is to be treated: its own entry under `politeness.hosts` (with or without `www.`), or the default. */
export function paceOf(settings: Settings, host: string): HostPace {
  const { hosts, gapSeconds, concurrent } = settings.politeness;
  const plain = host.replace(/^www\./, '');
  const names = [host, plain, `www.${plain}`].flatMap((name) => [name, name.split(':')[0] ?? name]);
  const own = names.find((name) => Object.hasOwn(hosts, name));
  return (own === undefined ? undefined : hosts[own]) ?? { gapSeconds, concurrent };
}

/** The host's turn has not come: until when, and what for. */
export interface HostWait {
  kind: 'wait';
  until: Date;
  for: 'gap' | 'busy' | 'blocked';
  why: string;
}

/**
 * Runs a request when its host's turn has come, else says when to come back. `reserve` keeps the place in the queue.
 * An answer with Retry-After closes the host to all. A crawl delay that the host asks for in robots.txt makes the gap longer, never shorter.
 */
export async function atHostsTurn<Result>(
  context: StageContext,
  request: {
    url: string;
    reservedAt: Date | null;
    reserve: (at: Date) => Promise<void>;
    crawlDelaySeconds?: number | null;
  },
  run: () => Promise<Result>,
): Promise<{ kind: 'ran'; result: Result } | HostWait> {
  const { store, config, now, random } = context;
  const host = new URL(request.url).host;
  const pace = paceOf(await config.settings(), host);
  const gapSeconds = Math.max(pace.gapSeconds, request.crawlDelaySeconds ?? 0);
  const turn = await store.hostGates.takeTurn(host, { ...pace, gapSeconds }, request.reservedAt, now());
  if (turn.kind === 'wait') {
    if (turn.why === 'gap') await request.reserve(turn.until);
    // Those who find a host busy do not all come back in the same moment.
    const jitterMs = turn.why === 'busy' ? random() * 500 : 0;
    const until = new Date(turn.until.getTime() + jitterMs);
    return { kind: 'wait', until, for: turn.why, why: `${host}: ${turn.why}` };
  }
  try {
    const result = await run();
    // Before the place is given back: nobody may start in between.
    if (isRefusal(result)) await blockHost(context, result.finalUrl, result, now());
    return { kind: 'ran', result };
  } finally {
    await store.hostGates.giveBack(turn.token);
  }
}

const isRefusal = (result: unknown): result is FailedFetch | RateLimited =>
  typeof result === 'object' &&
  result !== null &&
  'retryAfterSeconds' in result &&
  'kind' in result &&
  (result.kind === 'failed' || result.kind === 'rate-limited');
