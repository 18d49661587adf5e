const UNITS_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a length of time as settings hold it, such as "30m", "6h" or "1d". */
export function millisecondsOf(duration: string): number {
  const unit = duration.at(-1) as keyof typeof UNITS_MS;
  return Number.parseInt(duration, 10) * UNITS_MS[unit];
}
