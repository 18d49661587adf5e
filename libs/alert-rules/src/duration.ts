const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a length of time as rules write it, such as 30m, 6h or 14d. */
export function durationMs(duration: string): number {
  const unit = duration.slice(-1) as keyof typeof UNITS;
  return Number(duration.slice(0, -1)) * UNITS[unit];
}
