import type { ChannelConfig, HeldBy } from '@framewatch/contracts';
import { nextDigest } from './digests.ts';
import { capWindow, limitOf } from './cap-window.ts';
import { millisecondsOf } from './duration.ts';
import { quietUntil } from './quiet-hours.ts';

/** Everything that decides when one alert goes out over one channel. */
export interface Circumstances {
  at: Date;
  /** Zone of settings that name none of their own. */
  timeZone: string;
  channel: ChannelConfig;
  rule: { urgent: boolean; coolDown: string | null };
  /** Ends of the snoozes in force that concern rule and channel; null is one that is ended by hand. */
  snoozes: readonly (Date | null)[];
  /** When the newest message with an alert of this rule goes or went over this channel; null before the first. */
  lastAt: Date | null;
  /** Whether the channel carried as many messages in this hour or day as it may. */
  isFull: boolean;
}

/** What keeps an alert back, and until when; `dueAt` null is until a snooze is ended by hand. */
export interface Hold {
  heldBy: HeldBy;
  dueAt: Date | null;
}

/**
 * Null where the alert goes at once. What holds may follow on one another: a snooze, then a cool-down, then the next
 * digest, or a full hour, then the end of quiet hours. Named is what holds last. Urgent rules wait for snoozes alone.
 */
export function holdUntil(circumstances: Circumstances): Hold | null {
  const { at, timeZone, channel, rule, snoozes, isFull } = circumstances;
  if (channel.kind === 'in-app') return null;
  if (snoozes.includes(null)) return { heldBy: 'snooze', dueAt: null };
  let hold: Hold | null = null;
  let due = at;
  const push = (heldBy: HeldBy, until: Date | null): void => {
    if (until === null || until <= at || until < due) return;
    due = until;
    hold = { heldBy, dueAt: until };
  };
  for (const until of snoozes) push('snooze', until);
  if (rule.urgent) return hold;
  push('cool-down', coolUntil(circumstances, due));
  const limit = limitOf(channel);
  if (channel.digest) push('digest', digestFor(channel.digest, at, due, timeZone));
  else if (limit && isFull && hold === null) push('cap', capWindow(limit, due, timeZone).until);
  if (channel.quietHours) push('quiet-hours', quietUntil(channel.quietHours, due, timeZone));
  return hold;
}

/** One message a cool-down: an alert joins the message that is still to come, or waits until its own may. */
function coolUntil({ rule, lastAt }: Circumstances, at: Date): Date | null {
  if (rule.coolDown === null || lastAt === null) return null;
  return lastAt > at ? lastAt : new Date(lastAt.getTime() + millisecondsOf(rule.coolDown));
}

/** What is raised as a digest goes out comes with the next; what was held until then goes with it. */
function digestFor(
  digest: NonNullable<Exclude<ChannelConfig, { kind: 'in-app' }>['digest']>,
  at: Date,
  due: Date,
  timeZone: string,
): Date {
  return nextDigest(digest, due > at ? new Date(due.getTime() - 1) : at, timeZone);
}
