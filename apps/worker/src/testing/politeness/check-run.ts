import { type Allowances, HostTurns } from './host-turns.ts';
import type { PoliteRun, Poll } from './polite-run.ts';

/** A rule that a run broke: where, when, and by how much. */
export interface Breach {
  rule: 'gap' | 'concurrency' | 'stay-away' | 'before-due' | 'late' | 'overtaken';
  host: string;
  at: number;
  what: string;
}

/** The product's own figures: a tick of schedule-polls and the clock's grain; a lease; the queue's look for lost jobs. */
export const ALLOWANCES: Allowances = { late: 1_100, blockJitter: 60_000, lease: 120_000, recovery: 25_000 };

/** A feed may be overtaken, on its host, by so many that were due later: what was woken before stays woken. */
const MOST_OVERTAKEN = 4;

/** Looks at every request of a run with rules of its own; an empty answer means that all were kept. */
export function checkRun(run: PoliteRun, allow: Allowances = ALLOWANCES): Breach[] {
  const noPlace = withoutFreePlace(run);
  return [...byHost(run.polls)].flatMap(([host, polls]) => {
    const waiting = run.pending.filter((feed) => feed.host === host);
    return checkHost(host, withRecovery(polls, allow), waiting, run, allow, noPlace);
  });
}

/** Polls by host, in the order of their starts. */
export function byHost<P extends Pick<Poll, 'host'>>(polls: P[]): Map<string, P[]> {
  const hosts = new Map<string, P[]>();
  for (const poll of polls) {
    const known = hosts.get(poll.host);
    if (known) known.push(poll);
    else hosts.set(poll.host, [poll]);
  }
  return hosts;
}

function checkHost(
  host: string,
  polls: Poll[],
  waiting: PoliteRun['pending'],
  run: PoliteRun,
  allow: Allowances,
  noPlace: (from: number, to: number) => number,
): Breach[] {
  const turns = new HostTurns(run.pace, allow);
  const truth = new HostTurns(run.pace, allow);
  const breaches: Breach[] = [];
  const breach = (rule: Breach['rule'], at: number, what: string): void =>
    void breaches.push({ rule, host, at, what });
  const firstDue = earliestDueFrom(polls, waiting);
  polls.forEach((poll, i) => {
    const { start, feed } = poll;
    if (start < poll.due) breach('before-due', start, `${feed} was due ${poll.due - start} ms later`);
    if (truth.gapBefore(start) < run.pace.gapMs)
      breach('gap', start, `${truth.gapBefore(start)} ms after the one before`);
    if (truth.underWay(start) >= run.pace.concurrent)
      breach('concurrency', start, `${truth.underWay(start)} were under way`);
    const until = truth.blockedUntil(start);
    if (until !== null)
      breach('stay-away', start, `${until - start} ms before the host would be asked again`);
    const earliest = turns.earliest(firstDue[i] ?? poll.due);
    const late = start - earliest - noPlace(earliest, start);
    if (late > allow.late) breach('late', start, `${Math.round(late)} ms later than its host’s turn allowed`);
    turns.add(poll);
    // A dead worker's connection ended with it; its place at the gate did not.
    truth.add({ ...poll, isLost: false });
  });
  const left = turns.earliest(firstDue[polls.length] ?? Number.POSITIVE_INFINITY);
  if (left < run.end && run.end - left - noPlace(left, run.end) > allow.late)
    breach(
      'late',
      run.end,
      `a feed waits still, ${Math.round(run.end - left)} ms after its host’s turn came`,
    );
  return [...breaches, ...overtaken(host, polls, allow)];
}

/** At each poll, when the first of those was due that had not started by then. */
function earliestDueFrom(polls: Poll[], waiting: PoliteRun['pending']): number[] {
  let earliest = waiting.reduce((least, { due }) => Math.min(least, due), Number.POSITIVE_INFINITY);
  const dues = [earliest];
  for (const { due } of [...polls].reverse()) {
    earliest = Math.min(earliest, due);
    dues.unshift(earliest);
  }
  return dues;
}

function overtaken(host: string, polls: Poll[], { late }: Allowances): Breach[] {
  return polls.flatMap((poll, i) => {
    let by = 0;
    for (let j = i - 1; j >= 0 && (polls[j] as Poll).start > poll.due + late; j -= 1)
      if ((polls[j] as Poll).due > poll.due + late) by += 1;
    return by > MOST_OVERTAKEN
      ? [
          {
            rule: 'overtaken' as const,
            host,
            at: poll.start,
            what: `${poll.feed} by ${by} that were due later`,
          },
        ]
      : [];
  });
}

/** A poll that a dead worker took along can be repeated only when its loss is known. */
function withRecovery(polls: Poll[], { recovery }: Allowances): Poll[] {
  const lost = new Map<string, number>();
  return polls.map((poll) => {
    const since = lost.get(poll.feed);
    if (poll.isLost) lost.set(poll.feed, poll.end);
    else lost.delete(poll.feed);
    return since === undefined || poll.isLost
      ? poll
      : { ...poll, due: Math.min(poll.start, since + recovery) };
  });
}

/** Milliseconds between two instants in which no worker had a free place. */
function withoutFreePlace({ freePlaces, end }: PoliteRun): (from: number, to: number) => number {
  const full = freePlaces
    .map(([at, free], i) => ({ at, until: freePlaces[i + 1]?.[0] ?? end, free }))
    .filter(({ free }) => free <= 0);
  return (from, to) => {
    let low = 0;
    let high = full.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((full[middle]?.until ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    let sum = 0;
    for (let i = low; i < full.length && (full[i]?.at ?? 0) < to; i += 1)
      sum += Math.min(to, full[i]?.until ?? 0) - Math.max(from, full[i]?.at ?? 0);
    return sum;
  };
}
