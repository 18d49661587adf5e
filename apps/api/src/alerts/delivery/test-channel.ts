import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelTest } from '@framewatch/contracts';
import { notFound, ProblemError } from '../../http/problem.ts';
import type { ApiContext } from '../../runtime/api-context.ts';
import { readAlerts } from '../../runtime/settings.ts';
import { within } from '../../runtime/within.ts';

const LOOK_EVERY_MS = 200;
/** A little longer than a worker gives a receiver to answer. */
const PATIENCE_MS = 75_000;

/** Has a worker send a test message, and waits for what the receiver says. Throws a problem where no worker answers. */
export async function testChannel(
  { store, queues, now }: ApiContext,
  channelId: string,
): Promise<ChannelTest> {
  const { channels } = await readAlerts(store);
  if (!channels.some(({ id }) => id === channelId))
    throw notFound(`There is no channel ${channelId} in alerts.yaml.`);
  const testId = await store.alertChannels.askTest(channelId, now());
  await within(2_000, queues.add('deliver-alert', { testId })).catch(() => {
    throw new ProblemError(503, 'The queue does not answer, so nothing can be sent. Try again in a moment.');
  });
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const test = await store.alertChannels.findTest(testId);
    if (test?.outcome) return { sent: test.outcome === 'sent', message: test.message };
    if (Date.now() > until)
      throw new ProblemError(
        503,
        'No worker has sent it. Is a worker running, and does it run the stage deliver-alert? Its log says more.',
      );
    await pause(LOOK_EVERY_MS);
  }
}
