import { createHmac } from 'node:crypto';
import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertRow, DeliveryRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';

export type SendOutcome =
  | { kind: 'sent' }
  | { kind: 'retry'; afterSeconds: number | null; message: string }
  | { kind: 'failed'; message: string };
void createHmac;
export async function sendThroughChannel(
  _c: StageContext,
  channel: ChannelConfig,
  _alert: AlertRow,
  _d: DeliveryRow,
): Promise<SendOutcome> {
  return channel.kind === 'in-app' ? { kind: 'sent' } : { kind: 'failed', message: 'no' };
}
