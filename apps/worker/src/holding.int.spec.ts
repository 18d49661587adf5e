import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type AlertDesk, openAlertDesk } from './testing/alert-desk.ts';

/** What keeps channels calm, from raising to the receiver: real database and HTTP, and one clock. */
describe('holding', () => {
  let desk: AlertDesk;
  beforeAll(async () => {
    desk = await openAlertDesk();
  });
  afterAll(() => desk.stop());
  beforeEach(() => desk.reset());

  const today = (time: string): string => `2026-05-12T${time}:00Z`;
  const calm = (settings: object, rule: object = {}): void =>
    desk.accept({ channels: [{ id: 'desk', ...settings }], rules: [rule] });
  const states = async (): Promise<string[]> => (await desk.deliveries()).map(({ state }) => state);
  const snooze = (changes: { ruleId?: string; channelId?: string; until?: string }) =>
    desk.store.snoozes.start({ ruleId: null, channelId: null, until: null, ...changes }, desk.clock.now());

  it('sends at once where nothing holds', async () => {
    const title = await desk.raise();
    expect(desk.messages()).toEqual([expect.objectContaining({ heading: null, titles: [title] })]);
    expect(await states()).toEqual(['sent']);
  });

  it('gathers a digest into one message, newest first, once, and sends no empty one', async () => {
    calm({ digest: { every: 'hour' } });
    await desk.at(today('12:10'));
    const first = await desk.raise();
    await desk.at(today('12:50'));
    const second = await desk.raise();
    expect(desk.messages()).toEqual([]);
    expect(await desk.deliveries()).toEqual([
      { state: 'held', held_by: 'digest', due: '2026-05-12T13:00' },
      { state: 'held', held_by: 'digest', due: '2026-05-12T13:00' },
    ]);
    await desk.at(today('13:00'));
    await desk.tick();
    expect(desk.messages()).toEqual([
      expect.objectContaining({ heading: 'Hourly digest', titles: [second, first], more: 0 }),
    ]);
    await desk.at(today('14:00'));
    await desk.at(today('15:00'));
    expect(desk.messages()).toHaveLength(1);
    expect(await states()).toEqual(['sent', 'sent']);
  });

  it('sends a lone held alert as an ordinary message', async () => {
    calm({ digest: { every: 'hour' } });
    const title = await desk.raise();
    await desk.at(today('13:00'));
    expect(desk.messages()).toEqual([expect.objectContaining({ heading: null, titles: [title] })]);
  });

  it('holds through quiet hours, but for urgent rules', async () => {
    desk.accept({
      channels: [{ id: 'desk', quietHours: { from: '11:00', to: '14:00' } }],
      rules: [{}, { id: 'now', urgent: true }],
    });
    const held = [await desk.raise(), await desk.raise()];
    const urgent = await desk.raise({ ruleId: 'now' });
    expect(desk.messages().map(({ titles }) => titles)).toEqual([[urgent]]);
    await desk.at(today('14:00'));
    expect(desk.messages()[1]).toMatchObject({
      heading: 'Held during quiet hours',
      titles: held.reverse(),
    });
  });

  it('sends a cap’s worth at once and the rest together when the hour is over', async () => {
    calm({ cap: { alerts: 3, per: 'hour' } });
    for (let n = 0; n < 8; n += 1) await desk.raise();
    expect(desk.messages()).toHaveLength(3);
    await desk.at(today('13:00'));
    expect(desk.messages()).toHaveLength(4);
    expect(desk.messages()[3]?.titles).toHaveLength(5);
    // That message counts as one of the new hour's three.
    for (let n = 0; n < 3; n += 1) await desk.raise();
    expect(desk.messages()).toHaveLength(6);
  });

  it('counts what a message for people cannot list: "and 14 more"', async () => {
    desk.accept({
      channels: [
        { id: 'desk', kind: 'ntfy', topic: 'desk', url: desk.receiver.url, digest: { every: 'hour' } },
      ],
    });
    for (let n = 0; n < 34; n += 1) await desk.raise();
    desk.clock.set(today('13:00'));
    await desk.store.deliveries.release('desk', desk.clock.now(), desk.clock.now(), null);
    const bundle = await desk.store.deliveries.claimBundle('desk', desk.clock.now(), 120, 20);
    expect([bundle?.alerts.length, bundle?.total]).toEqual([20, 34]);
    expect(bundle?.alerts[0]?.title).toBe('Alert 34');
  });

  it('keeps one message a cool-down', async () => {
    calm({}, { coolDown: '30m' });
    await desk.raise();
    await desk.at(today('12:10'));
    await desk.raise();
    await desk.raise();
    await desk.at(today('12:29'));
    expect(desk.messages()).toHaveLength(1);
    await desk.at(today('12:30'));
    expect(desk.messages()[1]).toMatchObject({ heading: 'Held by a cool-down' });
    // The message at 12:30 begins another.
    await desk.at(today('12:45'));
    await desk.raise();
    expect(desk.messages()).toHaveLength(2);
    await desk.at(today('13:00'));
    expect(desk.messages()).toHaveLength(3);
  });

  it('follows a snooze with quiet hours and a digest: nothing goes before all are over', async () => {
    calm({ quietHours: { from: '12:30', to: '13:30' }, digest: { every: 'day', at: '13:00' } });
    await snooze({ until: today('12:45') });
    await desk.raise();
    await desk.raise();
    await desk.at(today('13:00'));
    expect(desk.messages()).toEqual([]);
    await desk.at(today('13:30'));
    expect(desk.messages()).toHaveLength(1);
  });

  it('lets a snooze hold urgent rules too, and sends together what it held when somebody ends it', async () => {
    calm({}, { urgent: true });
    const { id } = await snooze({ ruleId: 'rule' });
    await desk.raise();
    await desk.raise();
    expect(await desk.deliveries()).toEqual([
      { state: 'held', held_by: 'snooze', due: null },
      { state: 'held', held_by: 'snooze', due: null },
    ]);
    await desk.at(today('18:00'));
    expect(desk.messages()).toEqual([]);
    await desk.store.snoozes.end(id, desk.clock.now());
    await desk.tick();
    expect(desk.messages()).toEqual([expect.objectContaining({ heading: 'Held while snoozed' })]);
  });

  it('holds by a snooze what waited to be sent when it began', async () => {
    calm({});
    desk.receiver.failNext(503);
    await desk.raise();
    await snooze({ channelId: 'desk', until: today('14:00') });
    await desk.at(today('13:00'));
    expect(desk.messages()).toHaveLength(1);
    await desk.at(today('14:00'));
    await desk.at(today('14:01'));
    expect(new Set(desk.messages().map(({ key }) => key)).size).toBe(1);
    expect(await states()).toEqual(['sent']);
  });

  it('sends at the new time when the digest is edited while alerts are held', async () => {
    calm({ digest: { every: 'day', at: '20:00' } });
    await desk.raise();
    await desk.raise();
    await desk.tick();
    calm({ digest: { every: 'day', at: '14:00' } });
    await desk.at(today('13:00'));
    expect((await desk.deliveries()).map(({ due }) => due)).toEqual(['2026-05-12T14:00', '2026-05-12T14:00']);
    await desk.at(today('14:00'));
    expect(desk.messages()).toHaveLength(1);
    await desk.at(today('20:00'));
    expect(desk.messages()).toHaveLength(1);
  });

  it('sends together, now, when what held is taken out of the settings', async () => {
    calm({ quietHours: { from: '11:00', to: '20:00' } });
    await desk.raise();
    await desk.raise();
    await desk.tick();
    calm({});
    await desk.at(today('12:05'));
    expect(desk.messages().map(({ titles }) => titles.length)).toEqual([2]);
  });

  it('sends what a rule had raised though the rule is deleted', async () => {
    calm({ digest: { every: 'hour' } });
    await desk.raise();
    await desk.raise();
    desk.accept({ channels: [{ id: 'desk', digest: { every: 'hour' } }], rules: [{ id: 'another' }] });
    await desk.at(today('13:00'));
    expect(desk.messages().map(({ titles }) => titles.length)).toEqual([2]);
  });

  it('keeps what is held when its channel vanishes for a while, and gives up what has none for an hour', async () => {
    calm({ digest: { every: 'hour' } });
    await desk.raise();
    await desk.raise();
    desk.accept({ channels: [], rules: [] });
    await desk.at(today('13:00'));
    expect(await states()).toEqual(['held', 'held']);
    calm({ digest: { every: 'hour' } });
    await desk.at(today('13:10'));
    expect(desk.messages()).toHaveLength(1);

    await desk.raise();
    desk.accept({ channels: [], rules: [] });
    await desk.at(today('13:20'));
    await desk.at(today('14:21'));
    const { rows } = await desk.pool.query("select error from delivery where state = 'failed'");
    expect(rows).toEqual([{ error: 'There is no channel desk in alerts.yaml any more.' }]);
  });

  it('sends a bundle under one key until it arrives', async () => {
    calm({ digest: { every: 'hour' } });
    await desk.raise();
    await desk.raise();
    desk.receiver.failNext(503, 503);
    await desk.at(today('13:00'));
    await desk.at(today('13:02'));
    await desk.at(today('13:20'));
    expect(desk.messages()).toHaveLength(3);
    expect(new Set(desk.messages().map(({ key }) => key)).size).toBe(1);
    expect(await states()).toEqual(['sent', 'sent']);
    const { rows } = await desk.pool.query('select outcome from delivery_try order by id');
    expect(rows.map(({ outcome }) => outcome as string)).toEqual(['retry', 'retry', 'sent']);
  });

  it('makes one bundle an instant, however many workers let go at once', async () => {
    calm({ digest: { every: 'hour' } });
    for (let n = 0; n < 30; n += 1) await desk.raise();
    desk.clock.set(today('13:00'));
    await Promise.all(Array.from({ length: 6 }, () => desk.tick()));
    await desk.tick();
    expect(desk.messages().map(({ titles }) => titles.length)).toEqual([30]);
    const { rows } = await desk.pool.query('select 1 from delivery_bundle');
    expect(rows).toHaveLength(1);
  });

  it('lets what comes too late for its digest go by itself', async () => {
    calm({ digest: { every: 'hour' } });
    await desk.raise();
    await desk.raise();
    await desk.at(today('13:00'));
    // Committed after the digest had gone, by a worker whose clock stood before it.
    await desk.raise();
    await desk.pool.query("update delivery set due_at = '2026-05-12T13:00Z' where state = 'held'");
    await desk.at(today('13:01'));
    expect(desk.messages().map(({ titles }) => titles.length)).toEqual([2, 1]);
    expect(new Set(desk.messages().map(({ key }) => key)).size).toBe(2);
  });

  it.each([
    ['spring', '2026-03-28', '2026-03-29', '07:00', '06:00', '01:10'],
    ['autumn', '2026-10-24', '2026-10-25', '06:00', '07:00', '00:40'],
  ])(
    'brings two digests across the change of clocks in %s, each alert in exactly one',
    async (_, before, after, firstUtc, secondUtc, change) => {
      calm({ digest: { every: 'day', at: '08:00', timezone: 'Europe/Berlin' } });
      const raisedAt: Record<string, string> = {};
      const raiseAt = async (instant: string): Promise<void> => {
        await desk.at(instant);
        raisedAt[await desk.raise()] = instant;
      };
      await raiseAt(`${before}T04:00:00Z`);
      await raiseAt(`${before}T05:30:00Z`);
      const first = `${before}T${firstUtc}:00Z`;
      const second = `${after}T${secondUtc}:00Z`;
      // The hour that is skipped or comes twice, its both sides, and the instants of the digests themselves.
      for (const instant of [
        first,
        `${after}T00:20:00Z`,
        `${after}T00:59:59Z`,
        `${after}T01:00:00Z`,
        `${after}T${change}:00Z`,
        `${after}T05:59:59Z`,
      ].sort())
        await raiseAt(instant);
      await desk.at(new Date(Date.parse(second) - 1_000).toISOString());
      expect(desk.messages()).toHaveLength(1);
      await desk.at(second);
      await desk.at(`${after}T12:00:00Z`);
      const titles = desk.messages().map((message) => message.titles);
      expect(titles).toHaveLength(2);
      expect(titles[0]?.every((title) => (raisedAt[title] ?? '') < first)).toBe(true);
      expect(titles[1]?.every((title) => (raisedAt[title] ?? '') >= first)).toBe(true);
      expect(titles.flat().sort()).toEqual(Object.keys(raisedAt).sort());
    },
  );
});
