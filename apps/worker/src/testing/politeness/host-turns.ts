import type { PoliteRun, Poll } from './polite-run.ts';

/** What the checker allows for beside the host's rules; all in milliseconds. */
export interface Allowances {
  /** From the earliest possible start to the real one: a tick of the scheduler, and the clock's grain. */
  late: number;
  /** A block may be lengthened by at most this, and by no more than itself. */
  blockJitter: number;
  /** A place at a host that a dead worker held is free after this, counted from its start. */
  lease: number;
  /** A dead worker's poll is known to be lost after this. */
  recovery: number;
}

/**
 * The rules of one host, kept apart from the product's own: fed with requests in the order of their starts, it tells
 * the earliest instant at which the next may begin.
 */
export class HostTurns {
  private lastStart = Number.NEGATIVE_INFINITY;
  private readonly ends: number[] = [];
  private readonly blocks: { from: number; until: number; lengthened: number }[] = [];

  constructor(
    private readonly pace: PoliteRun['pace'],
    private readonly allow: Allowances,
  ) {}

  /** The earliest start at or after `from`; blocks that were not known before `asOf` do not count. */
  earliest(from: number, asOf = Number.POSITIVE_INFINITY): number {
    const free = this.ends[this.pace.concurrent - 1] ?? Number.NEGATIVE_INFINITY;
    let at = Math.max(from, this.lastStart + this.pace.gapMs, free);
    for (const block of this.blocks)
      if (block.from <= asOf && block.from <= at && at < block.lengthened) at = block.lengthened;
    return at;
  }

  /** The end of a block under which this instant falls, or null. */
  blockedUntil(at: number): number | null {
    return this.blocks.find(({ from, until }) => from < at && at < until)?.until ?? null;
  }

  /** How long after the request before it this one would start, and how many are under way then. */
  gapBefore = (at: number): number => at - this.lastStart;
  underWay = (at: number): number => this.ends.filter((end) => end > at).length;

  add({ start, end, isLost, stayAwayUntil }: Pick<Poll, 'start' | 'end' | 'isLost' | 'stayAwayUntil'>): void {
    this.lastStart = start;
    this.ends.push(isLost ? start + this.allow.lease : end);
    this.ends.sort((a, b) => b - a);
    // Those that ended long ago decide nothing any more.
    this.ends.length = Math.min(this.ends.length, 64);
    if (stayAwayUntil === null) return;
    const lengthened = stayAwayUntil + Math.min(this.allow.blockJitter, stayAwayUntil - end);
    this.blocks.push({ from: end, until: stayAwayUntil, lengthened });
    this.blocks.sort((a, b) => a.from - b.from);
  }
}
