import { type DeliveryPayload, deliveryPayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const deliverAlertJob: JobContract<DeliveryPayload> = {
  name: 'deliver-alert',
  payload: deliveryPayloadSchema,
  attempts: 1,
  backoffMs: 0,
  why: 'one try: the delivery row counts its own attempts and backs off',
  concurrency: 8,
  id: (payload) => Object.entries(payload).flat().join('-'),
};
