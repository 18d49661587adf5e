export type {
  AlertChannel,
  AlertMessage,
  EvidenceSentence,
  Secrets,
  SendOutcome,
} from './alert-channel.types.ts';
export { type AtomFeedInfo, renderAtom } from './atom.ts';
export { type ChannelMeans, createChannel } from './create-channel.ts';
