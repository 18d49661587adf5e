export type {
  AlertChannel,
  AlertMessage,
  ChannelMeans,
  DigestMessage,
  EvidenceSentence,
  Secrets,
  SendOutcome,
} from './alert-channel.types.ts';
export { type AtomFeedInfo, renderAtom } from './atom.ts';
export { createChannel, findSetUpMistake } from './create-channel.ts';
export type { Browser, RecipientBook, VapidKeys } from './recipient-book.ts';
export { readUnsubscribeToken, type UnsubscribeClaim, unsubscribeToken } from './unsubscribe-token.ts';
export { installationKeys } from './push/installation-keys.ts';
