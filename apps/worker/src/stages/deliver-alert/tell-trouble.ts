import type { AlertsFile, ChannelConfig } from '@framewatch/contracts';
import { isTrouble } from '@framewatch/delivery-times';
import type { ChannelRow, NewAlert } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import { raise } from '../raise-alerts/raise.ts';

/** Our own rule: nobody wrote it, and nobody can forget to. */
const RULE = { id: 'channel-trouble', name: 'Channel trouble' };
/** A receiver that refuses every other message is told of once an hour, not each time. */
const PAUSE_MS = 3_600_000;

/**
 * Tells the other channels of one that does not work, once per incident, and again when it works. It looks at what is
 * stored and not at what just happened, so a crash delays a notice and never doubles it.
 */
export async function tellTrouble(context: StageContext, { channels }: AlertsFile): Promise<void> {
  const states = await context.store.alertChannels.findAll();
  const working = channels.filter(({ id }) => !states.some((s) => s.channel_id === id && s.failing_since));
  for (const state of states) {
    const channel = channels.find(({ id }) => id === state.channel_id);
    if (!channel) continue;
    const others = ['in-app', ...working.filter(({ id }) => id !== channel.id).map(({ id }) => id)];
    if (isNews(state, context.now())) await tellFailing(context, channel, state, [...new Set(others)]);
    else if (state.noticed_since && !state.failing_since)
      await tellWorking(context, channel, state, state.noticed_since, [...new Set(others)]);
  }
}

function isNews(state: ChannelRow, now: Date): boolean {
  const { failing_since: since, noticed_since: told, noticed_at: toldAt } = state;
  if (since === null || since.getTime() === told?.getTime()) return false;
  if (toldAt && now.getTime() - toldAt.getTime() < PAUSE_MS) return false;
  return state.unusable !== null || isTrouble({ failures: state.failures, gaveUp: state.gave_up });
}

async function tellFailing(
  context: StageContext,
  channel: ChannelConfig,
  { failing_since: since, error }: ChannelRow,
  channels: string[],
): Promise<void> {
  if (!since) return;
  await raise(
    context,
    await noticeOf(context, channels, {
      occurrenceKey: `channel-${channel.id}@${since.toISOString()}`,
      title: `The channel ${nameOf(channel)} does not work`,
      why: `${error ?? 'Attempts fail.'} Failing since ${since.toISOString()}; what waits is sent when it works again.`,
    }),
  );
  await context.store.alertChannels.save(channel.id, { noticed_since: since, noticed_at: context.now() });
}

async function tellWorking(
  context: StageContext,
  channel: ChannelConfig,
  { last_sent_at: sentAt }: ChannelRow,
  since: Date,
  channels: string[],
): Promise<void> {
  await raise(
    context,
    await noticeOf(context, channels, {
      occurrenceKey: `channel-${channel.id}@${since.toISOString()}-over`,
      title: `The channel ${nameOf(channel)} works again`,
      why: `It had failed since ${since.toISOString()}${sentAt ? `, and took a message at ${sentAt.toISOString()}` : ''}.`,
    }),
  );
  await context.store.alertChannels.save(channel.id, { noticed_since: null });
}

const nameOf = ({ id, name }: ChannelConfig): string => name ?? id;

async function noticeOf(
  { config }: StageContext,
  channels: string[],
  { occurrenceKey, title, why }: Pick<NewAlert, 'occurrenceKey' | 'title' | 'why'>,
): Promise<NewAlert> {
  return {
    ruleId: RULE.id,
    ruleName: RULE.name,
    occurrenceKey,
    on: 'channel-trouble',
    beatId: null,
    title,
    articleId: null,
    url: null,
    outlet: null,
    labels: [],
    why,
    quotes: [],
    synthetic: (await config.settings()).synthetic,
    channels,
  };
}
