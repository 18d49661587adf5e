import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from '../alert-channel.types.ts';
import { digestWordsOf } from '../digest-text.ts';
import { wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireAddress } from '../set-up-mistake.ts';
import { teamsAlert, teamsDigest } from './teams-card.ts';

/** A Teams webhook as its Workflows offer it. */
export function createTeamsChannel(
  config: Extract<ChannelConfig, { kind: 'teams' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const url = requireAddress(means.secrets, config.urlFromEnv);
  const post = (payload: object, signal: AbortSignal) =>
    postAlert(means.outbound, { url, body: JSON.stringify(payload), signal });
  return {
    kind: 'teams',
    send: (message, signal) => post(teamsAlert(wordsOf(message, means.timeZone)), signal),
    sendDigest: (message, signal) => post(teamsDigest(digestWordsOf(message, means.timeZone)), signal),
  };
}
