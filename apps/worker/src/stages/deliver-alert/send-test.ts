import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { openChannel, sendingEnds } from './send-through-channel.ts';

/** Sends a message that says that it is a test, whatever keeps the channel calm, and stores how that ended. */
export async function sendTest(context: StageContext, testId: string): Promise<Outcome> {
  const { store, config, now } = context;
  const test = await store.alertChannels.takeTest(testId, now());
  if (!test) return skipped('the test was sent already');
  const channel = (await config.alerts()).channels.find(({ id }) => id === test.channelId);
  if (!channel) {
    await store.alertChannels.finishTest(testId, 'failed', `There is no channel ${test.channelId}.`);
    return done();
  }
  const { publicAddress } = await config.settings();
  const outcome = await (await openChannel(context, channel)).send(
    {
      alertId: '0',
      deliveryKey: test.deliveryKey,
      ruleId: 'test',
      ruleName: 'Test message',
      beat: null,
      title: `This is a test of the channel ${channel.name ?? channel.id}`,
      url: null,
      outlet: null,
      published: null,
      raisedAt: now(),
      reason: 'Somebody asked for it on the Alerts page. No article is behind it.',
      why: [],
      dashboardUrl: publicAddress === undefined ? null : new URL('/alerts', publicAddress).href,
      unsubscribeUrl: null,
      updates: { count: 0, latest: [] },
      synthetic: false,
    },
    sendingEnds(),
  );
  await store.alertChannels.finishTest(
    testId,
    outcome.kind === 'sent' ? 'sent' : 'failed',
    outcome.kind === 'sent' ? outcome.note : outcome.message,
  );
  return done();
}
