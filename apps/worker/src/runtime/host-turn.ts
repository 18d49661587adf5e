import type { Settings } from '@framewatch/contracts';
import type { HostPace } from '@framewatch/store';
import type { StageContext } from './stage-context.ts';

/** How gently a host is to be treated: its own entry under `politeness.hosts`, or the default. */
export function paceOf(settings: Settings, host: string): HostPace {
  const { hosts, gapSeconds, concurrent } = settings.politeness;
  return hosts[host] ?? hosts[host.split(':')[0] ?? host] ?? { gapSeconds, concurrent };
}

/**
 * Runs a request when its host's turn has come, else says when to come back. `reserve` keeps the place in the queue.
 * A crawl delay that the host asks for in robots.txt makes the gap longer, never shorter.
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
): Promise<{ kind: 'ran'; result: Result } | { kind: 'wait'; until: Date; why: string }> {
  const { store, config, now, random } = context;
  const host = new URL(request.url).host;
  const pace = paceOf(await config.settings(), host);
  const gapSeconds = Math.max(pace.gapSeconds, request.crawlDelaySeconds ?? 0);
  const turn = await store.hostGates.takeTurn(host, { ...pace, gapSeconds }, request.reservedAt, now());
  if (turn.kind === 'wait') {
    if (turn.why === 'gap') await request.reserve(turn.until);
    // After a block everybody comes back; a little chance spreads them, by no more than the block itself.
    const waitMs = turn.until.getTime() - now().getTime();
    const jitterMs =
      turn.why === 'blocked' ? random() * Math.min(60_000, waitMs) : turn.why === 'busy' ? random() * 500 : 0;
    return { kind: 'wait', until: new Date(turn.until.getTime() + jitterMs), why: `${host}: ${turn.why}` };
  }
  try {
    return { kind: 'ran', result: await run() };
  } finally {
    await store.hostGates.giveBack(turn.token);
  }
}
