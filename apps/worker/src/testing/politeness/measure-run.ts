import { ALLOWANCES, byHost } from './check-run.ts';
import { HostTurns } from './host-turns.ts';
import type { PoliteRun, Poll } from './polite-run.ts';

/** Delays of some polls in seconds: from when they were due to when they started. */
export interface Delays {
  polls: number;
  median: number;
  p95: number;
  p99: number;
  most: number;
}

export interface Measured {
  polls: number;
  unchanged: number;
  bySize: { feeds: string; hosts: number; real: Delays; ideal: Delays }[];
  all: Delays;
  ideal: Delays;
  /** What the same polls would have waited at other gaps, by the rules alone: workers and ticks cost nothing. */
  byGap: { gapSeconds: number; delays: Delays }[];
  /** Share of the time in which the host with most feeds was between a start and the end of its gap. */
  biggestHost: { feeds: number; utilisation: number };
  /** Share of the worker places that were in use, on average. */
  placesInUse: number;
  /** Jain's index over hosts: the share of the starts that its turns allowed and that each host got in the first minute. */
  jain: number;
}

const SIZES = [
  { feeds: '1', least: 1, most: 1 },
  { feeds: '2–5', least: 2, most: 5 },
  { feeds: '6–20', least: 6, most: 20 },
  { feeds: '21–100', least: 21, most: 100 },
  { feeds: 'over 100', least: 101, most: Number.POSITIVE_INFINITY },
];
const GAPS_SECONDS = [0, 1, 2, 5, 10, 15, 30];

/** What politeness cost in a run, by size of host and at other gaps. */
export function measureRun(run: PoliteRun): Measured {
  const hosts = byHost(run.polls.filter((poll) => !poll.isLost));
  const sizes = new Map(
    [...hosts].map(([host, polls]) => [host, new Set(polls.map(({ feed }) => feed)).size]),
  );
  const ideal = idealStarts(hosts, run.pace);
  const polls = [...hosts.values()].flat();
  const of = (chosen: Poll[], startOf: (poll: Poll) => number): Delays =>
    delaysOf(chosen.map((poll) => (startOf(poll) - poll.due) / 1000));
  const real = (poll: Poll): number => poll.start;
  const best = (poll: Poll): number => ideal.get(poll) ?? poll.start;
  const [biggest, most] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return {
    polls: polls.length,
    unchanged: polls.filter(({ status }) => status === 304).length,
    bySize: SIZES.map(({ feeds, least, most: upTo }) => {
      const chosen = [...hosts].filter(
        ([host]) => (sizes.get(host) ?? 0) >= least && (sizes.get(host) ?? 0) <= upTo,
      );
      const theirs = chosen.flatMap(([, list]) => list);
      return { feeds, hosts: chosen.length, real: of(theirs, real), ideal: of(theirs, best) };
    }).filter((row) => row.hosts > 0),
    all: of(polls, real),
    ideal: of(polls, best),
    byGap: GAPS_SECONDS.map((gapSeconds) => {
      const starts = idealStarts(hosts, { ...run.pace, gapMs: gapSeconds * 1000 });
      return { gapSeconds, delays: of(polls, (poll) => starts.get(poll) ?? poll.start) };
    }),
    biggestHost: {
      feeds: most,
      utilisation: ((hosts.get(biggest)?.length ?? 0) * run.pace.gapMs) / (run.end - run.start),
    },
    placesInUse: placesInUse(run),
    jain: jainIndex([...hosts.values()].map((list) => shareOfAllowed(list, run))),
  };
}

/** When each poll would have started had its host's rules alone decided: in the order in which they were due. */
function idealStarts(hosts: Map<string, Poll[]>, pace: PoliteRun['pace']): Map<Poll, number> {
  const starts = new Map<Poll, number>();
  for (const polls of hosts.values()) {
    const turns = new HostTurns(pace, { ...ALLOWANCES, blockJitter: 0 });
    for (const poll of [...polls].sort((a, b) => a.due - b.due)) {
      const start = turns.earliest(poll.due);
      starts.set(poll, start);
      // Blocks come when they came: they belong to the host, not to how it was asked.
      turns.add({ ...poll, start, end: start + poll.end - poll.start, stayAwayUntil: null });
    }
  }
  return starts;
}

function delaysOf(seconds: number[]): Delays {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { polls: sorted.length, median: at(0.5), p95: at(0.95), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}

/** What share of the starts that a host's turns allowed it got in the run's first minute. */
function shareOfAllowed(polls: Poll[], { start, pace }: PoliteRun): number {
  const until = start + 60_000;
  const turns = new HostTurns(pace, ALLOWANCES);
  let allowed = 0;
  for (const poll of [...polls].sort((a, b) => a.due - b.due)) {
    const at = turns.earliest(poll.due);
    if (at >= until) break;
    allowed += 1;
    turns.add({ ...poll, start: at, end: at + poll.end - poll.start });
  }
  return allowed === 0 ? 1 : Math.min(1, polls.filter((poll) => poll.start < until).length / allowed);
}

/** Jain, Chiu and Hawe 1984: 1 where all get the same, 1/n where one gets everything. */
function jainIndex(shares: number[]): number {
  const sum = shares.reduce((a, b) => a + b, 0);
  const squares = shares.reduce((a, b) => a + b * b, 0);
  return squares === 0 ? 1 : sum ** 2 / (shares.length * squares);
}

function placesInUse({ freePlaces, start, end }: PoliteRun): number {
  const most = freePlaces.reduce((top, [, free]) => Math.max(top, free), 0);
  const busy = freePlaces.reduce((sum, [at, free], i) => {
    const until = freePlaces[i + 1]?.[0] ?? end;
    return sum + Math.max(0, most - free) * (until - at);
  }, 0);
  return busy / (most * (end - start));
}
