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
export { createChannel } from './create-channel.ts';
