import type { ApiContext } from '../../runtime/api-context.ts';
import { within } from '../../runtime/within.ts';

/** Has a worker look at all deliveries now. The rows say what is due, so a queue that is away only makes it seconds later. */
export async function wakeDeliveries({ queues, log }: ApiContext): Promise<void> {
  await within(2_000, queues.add('requeue-stuck', {})).catch((error: unknown) =>
    log('warn', `queue: ${String(error)}`),
  );
}
