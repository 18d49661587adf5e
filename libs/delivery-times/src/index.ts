export { capWindow, type Limit, limitOf } from './cap-window.ts';
export { nextDigest, previousDigest } from './digests.ts';
export { millisecondsOf } from './duration.ts';
export { type Circumstances, type Hold, holdUntil } from './hold-until.ts';
export { quietUntil } from './quiet-hours.ts';
export { afterAttempts, type Attempt, type ChannelHealth, isTrouble, nextTry } from './channel-pause.ts';
