import { type AlertMessage, createChannel, type SendOutcome } from '@framewatch/alert-channels';
import type { BeatSeeds, ChannelConfig, Settings } from '@framewatch/contracts';
import type { AlertRow, DeliveryRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import { recipientBookOf } from './recipient-book.ts';

const SEND_TIMEOUT_MS = 60_000;

/** One attempt to send an alert over one channel; ends within a minute. */
export async function sendThroughChannel(
  context: StageContext,
  config: ChannelConfig,
  alert: AlertRow,
  delivery: DeliveryRow,
): Promise<SendOutcome> {
  const settings = await context.config.settings();
  const channel = createChannel(config, {
    outbound: await context.outbound(),
    secrets: context.secret,
    timeZone: settings.timezone,
    now: context.now,
    recipients: recipientBookOf(context, config.id, settings),
    contact: settings.contact ?? null,
  });
  const model = alert.beat_id === null ? null : await context.models.findActive(alert.beat_id);
  return channel.send(
    messageOf(alert, delivery, model?.seeds, settings),
    AbortSignal.timeout(SEND_TIMEOUT_MS),
  );
}

function messageOf(
  alert: AlertRow,
  delivery: DeliveryRow,
  seeds: BeatSeeds | undefined,
  settings: Settings,
): AlertMessage {
  const nameOf = (id: string): string => seeds?.labels.find((l) => l.id === id)?.name.en ?? id;
  return {
    alertId: alert.id,
    deliveryKey: delivery.delivery_key,
    ruleId: alert.rule_id,
    ruleName: alert.rule_name,
    beat: seeds?.name.en ?? alert.beat_id,
    title: alert.title,
    url: alert.url,
    outlet: alert.outlet,
    published: null,
    raisedAt: alert.raised_at,
    reason: alert.why,
    why: alert.quotes.map((quote) => ({ text: quote.text, labels: [nameOf(quote.labelId)] })),
    dashboardUrl: dashboardUrl(alert, settings),
    unsubscribeUrl: null,
    synthetic: alert.synthetic,
  };
}

function dashboardUrl(alert: AlertRow, { publicAddress }: Settings): string | null {
  if (publicAddress === undefined) return null;
  const path =
    alert.article_id === null ? '/alerts' : `/articles/${alert.article_id}?beat=${alert.beat_id ?? ''}`;
  return new URL(path, publicAddress).href;
}
