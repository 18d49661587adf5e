import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type AlertDesk, openAlertDesk } from './testing/alert-desk.ts';

/** What a channel that is down does to deliveries, and who hears of it: real database and HTTP, and one clock. */
describe('trust', () => {
  let desk: AlertDesk;
  beforeAll(async () => {
    desk = await openAlertDesk();
  });
  afterAll(() => desk.stop());
  beforeEach(() => desk.reset());

  const later = async (seconds: number): Promise<void> => {
    desk.clock.advance(seconds * 1_000);
    await desk.tick();
  };
  const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
    (await desk.pool.query<Row>(sql)).rows;
  const waiting = async (): Promise<number> =>
    (await rows("select 1 from delivery where channel_id = 'desk' and state = 'waiting'")).length;
  const down = (channel?: string): void =>
    desk.receiver.failWith(503, channel === undefined ? undefined : `/${channel}`);
  const notices = (): string[] => desk.messages('other').flatMap(({ titles }) => titles);
  const withAnother = (changes: object = {}): void =>
    desk.accept({ channels: [{ id: 'desk', ...changes }, { id: 'other' }] });

  it('leaves a channel that is down alone: one probe at a time, with rising pauses, whoever works', async () => {
    down();
    for (let n = 0; n < 40; n += 1) await desk.raise();
    const first = desk.messages().length;
    expect(first).toBe(3);
    await Promise.all(Array.from({ length: 5 }, () => desk.tick()));
    expect(desk.messages()).toHaveLength(first);
    const probedAt: number[] = [];
    for (let minute = 0.5; minute <= 60; minute += 0.5) {
      const before = desk.messages().length;
      desk.clock.advance(30_000);
      await Promise.all(Array.from({ length: 3 }, () => desk.tick()));
      const probes = desk.messages().length - before;
      expect(probes).toBeLessThanOrEqual(1);
      if (probes === 1) probedAt.push(minute);
    }
    expect(probedAt).toEqual([0.5, 2.5, 12.5, 42.5]);
    expect(await waiting()).toBe(40);

    desk.receiver.failWith(null);
    await later(3_600);
    await later(3_600);
    expect(await waiting()).toBe(0);
    expect(new Set(desk.messages().flatMap(({ titles }) => titles)).size).toBe(40);
  });

  it('sends what waited together where it is more than the cap, so that recovery is no flood', async () => {
    desk.accept({ channels: [{ id: 'desk', cap: { alerts: 5, per: 'hour' } }], rules: [{ urgent: true }] });
    down();
    for (let n = 0; n < 25; n += 1) await desk.raise();
    desk.receiver.failWith(null);
    desk.receiver.clear();
    await later(30);
    const heard = desk.messages();
    expect(heard.map(({ titles }) => titles.length)).toEqual([1, 21]);
    expect(heard[1]?.heading).toBe('Waited while the channel did not work');
    // The three that had been tried keep their own keys.
    await later(600);
    expect(await waiting()).toBe(0);
    expect(new Set(desk.messages().flatMap(({ titles }) => titles)).size).toBe(25);
  });

  it('tells the other channels and the inbox once of an incident, and once when it is over', async () => {
    withAnother();
    down('desk');
    for (let n = 0; n < 5; n += 1) await desk.raise();
    for (let n = 0; n < 6; n += 1) await later(60);
    expect(notices()).toEqual(['The channel desk does not work']);
    desk.receiver.failWith(null);
    for (let n = 0; n < 60; n += 1) await later(60);
    expect(notices()).toEqual(['The channel desk does not work', 'The channel desk works again']);
    expect(
      await rows(
        "select on_kind, (select count(*)::int from delivery d where d.alert_id = a.id and channel_id = 'desk') as own from alert a where rule_id = 'channel-trouble'",
      ),
    ).toEqual([
      { on_kind: 'channel-trouble', own: 0 },
      { on_kind: 'channel-trouble', own: 0 },
    ]);
  });

  it('tells of a message that was given up, and sends it again under its key when somebody asks', async () => {
    withAnother();
    desk.receiver.failNext(404);
    await desk.raise();
    await desk.tick();
    expect(notices()).toEqual(['The channel desk does not work']);
    const [given] = await rows<{ id: string; error: string }>(
      "select id, error from delivery where state = 'failed'",
    );
    expect(given?.error).toBe('The receiver answers 404.');
    expect(await desk.store.deliveries.retry(given?.id ?? '', desk.clock.now())).toBe(true);
    await desk.tick();
    expect(new Set(desk.messages().map(({ key }) => key)).size).toBe(1);
    expect(desk.messages()).toHaveLength(2);
    expect(await waiting()).toBe(0);
  });

  it('gives one message up after six tries of its own, while the others go', async () => {
    desk.receiver.failTitle('Alert 1', 500);
    for (let n = 0; n < 3; n += 1) await desk.raise();
    for (const seconds of [60, 300, 900, 3_600, 21_600]) await later(seconds + 1);
    expect((await desk.deliveries()).map(({ state }) => state)).toEqual(['failed', 'sent', 'sent']);
    const tries = await rows(
      'select outcome from delivery_try t join delivery d on d.id = t.delivery_id order by t.id',
    );
    expect(tries).toHaveLength(8);
  });

  it('waits as long as a receiver asks', async () => {
    desk.receiver.failNext(429);
    await desk.raise();
    await desk.raise();
    expect(desk.messages()).toHaveLength(1);
    await later(61);
    await later(61);
    expect(await waiting()).toBe(0);
  });

  it('keeps what waits for a channel whose secret is not set, says what is missing, and sends it when it is', async () => {
    desk.accept({ channels: [{ id: 'desk', kind: 'webhook', urlFromEnv: 'ALERT_LATER_URL' }] });
    await desk.raise();
    expect(await waiting()).toBe(1);
    const [row] = await rows<{ unusable: string }>('select unusable from alert_channel');
    expect(row?.unusable).toMatch(/ALERT_LATER_URL/);
    desk.secrets['ALERT_LATER_URL'] = `${desk.receiver.url}/desk`;
    await later(10);
    expect(desk.messages()).toHaveLength(1);
    expect((await rows('select failing_since, unusable from alert_channel'))[0]).toEqual({
      failing_since: null,
      unusable: null,
    });
  });

  it('sends a test that says so, past everything that keeps the channel calm', async () => {
    desk.accept({ channels: [{ id: 'desk', name: 'The desk', digest: { every: 'day' } }] });
    await desk.store.snoozes.start({ ruleId: null, channelId: null, until: null }, desk.clock.now());
    const testId = await desk.store.alertChannels.askTest('desk', desk.clock.now());
    await desk.deliver([{ testId }, { testId }]);
    expect(desk.messages().map(({ titles }) => titles)).toEqual([['This is a test of the channel The desk']]);
    expect(await desk.store.alertChannels.findTest(testId)).toEqual({ outcome: 'sent', message: null });
  });

  it('lets no secret into logs, errors or rows', async () => {
    desk.secrets['ALERT_HIDDEN_URL'] = `${desk.receiver.url}/T0P-S3CRET?token=hush-hush`;
    withAnother({ kind: 'mattermost', urlFromEnv: 'ALERT_HIDDEN_URL' });
    for (const status of [404, 503, 429, 301]) {
      desk.receiver.failNext(status);
      await desk.raise();
      await later(4_000);
    }
    desk.secrets['ALERT_HIDDEN_URL'] = 'http://127.0.0.1:9/T0P-S3CRET?token=hush-hush';
    await desk.raise();
    await later(4_000);
    const kept = [
      ...desk.logged,
      ...(await rows('select error from delivery')),
      ...(await rows('select message from delivery_try')),
      ...(await rows('select * from alert_channel')),
      ...(await rows('select title, why from alert')),
    ];
    expect(kept.length).toBeGreaterThan(10);
    expect(JSON.stringify(kept)).not.toMatch(/S3CRET|hush/);
  });
});
