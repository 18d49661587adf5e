import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from './alert-channel.types.ts';
import { createDiscordChannel } from './channels/discord.channel.ts';
import { createEmailChannel } from './channels/email.channel.ts';
import { createInAppChannel } from './channels/in-app.channel.ts';
import { createMattermostChannel } from './channels/mattermost.channel.ts';
import { createNtfyChannel } from './channels/ntfy.channel.ts';
import { createSlackChannel } from './channels/slack.channel.ts';
import { createTeamsChannel } from './channels/teams.channel.ts';
import { createWebPushChannel } from './channels/web-push.channel.ts';
import { createWebhookChannel } from './channels/webhook.channel.ts';
import { emptyBook } from './recipient-book.ts';
import { SetUpMistake } from './set-up-mistake.ts';

/**
 * The channel that an entry of alerts.yaml describes. Never throws: an entry that lacks its secret gives a
 * channel whose every send fails with the remedy, so that the mistake shows where deliveries are watched.
 */
export function createChannel(config: ChannelConfig, means: ChannelMeans): AlertChannel {
  try {
    return create(config, complete(means));
  } catch (error) {
    if (!(error instanceof SetUpMistake)) throw error;
    const { message } = error;
    const fail = () => Promise.resolve({ kind: 'failed' as const, message });
    return { kind: config.kind, send: fail, sendDigest: fail };
  }
}

/** What is missing of a channel's set-up and how to mend it, such as a secret that is not set; null where it is whole. */
export function findSetUpMistake(config: ChannelConfig, means: ChannelMeans): string | null {
  try {
    create(config, complete(means));
    return null;
  } catch (error) {
    if (error instanceof SetUpMistake) return error.message;
    throw error;
  }
}

const complete = (means: ChannelMeans): Required<ChannelMeans> => ({
  timeZone: 'UTC',
  now: () => new Date(),
  recipients: emptyBook(),
  contact: null,
  ...means,
});

function create(config: ChannelConfig, means: Required<ChannelMeans>): AlertChannel {
  switch (config.kind) {
    case 'in-app':
      return createInAppChannel();
    case 'webhook':
      return createWebhookChannel(config, means);
    case 'slack':
      return createSlackChannel(config, means);
    case 'mattermost':
      return createMattermostChannel(config, means);
    case 'discord':
      return createDiscordChannel(config, means);
    case 'teams':
      return createTeamsChannel(config, means);
    case 'ntfy':
      return createNtfyChannel(config, means);
    case 'email':
      return createEmailChannel(config, means);
    case 'web-push':
      return createWebPushChannel(config, means);
  }
}
