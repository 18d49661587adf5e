import { durationMs, type Settings } from '@framewatch/contracts';

/** When an article is read again next: the first of its moments that is still ahead, or never. */
export function nextRereading({ after }: Settings['rereading'], firstSeenAt: Date, now: Date): Date | null {
  if (after === 'none') return null;
  const moments = after.map((pause) => new Date(firstSeenAt.getTime() + durationMs(pause)));
  return moments.find((moment) => moment > now) ?? null;
}
