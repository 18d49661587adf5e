import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WALK_BEGINS, type WalkState, walkSite } from './backfill/walk-site.ts';
import { type Desk, openDesk } from './testing/desk.ts';

const GAP_SECONDS = 5;
const DAY = 86_400_000;

/** A site's history through its sitemaps: real PostgreSQL, real HTTP, one clock for press and stages. */
describe('a backfill', () => {
  let desk: Desk;
  let outletId: string;
  let loadId: string;
  let state: WalkState = WALK_BEGINS;
  beforeAll(async () => {
    desk = await openDesk(['harbor-wire', 'beacon-nine']);
    // As if Framewatch had come to this outlet today: what it published before is known to its sitemap alone.
    await desk.news.pool.query('delete from article');
    await desk.news.pool.query('update feed set next_check_at = $1', [
      new Date(desk.clock.now().getTime() + DAY),
    ]);
    outletId = (await desk.news.store.feeds.findOutletIds()).get(nameOf('harbor-wire')) ?? '';
    const load = { kind: 'backfill' as const, name: 'harbor', fingerprint: 'harbor', state };
    ({ id: loadId } = await desk.news.store.loads.begin(load, desk.clock.now()));
    const { press } = desk.news;
    const { host } = new URL(press.url);
    await desk.news.acceptSettings({
      politeness: { hosts: { [host]: { gapSeconds: GAP_SECONDS, concurrent: 2 } } },
    });
    // Workers look at the settings once a second.
    await waitFor('the pace is in force', async () => (await paces())[host]?.gapSeconds === GAP_SECONDS);
    await desk.news.pool.query('delete from host_gate');
  });
  afterAll(() => desk.stop());

  const paces = async () => (await desk.context.config.settings()).politeness.hosts;
  const nameOf = (slug: string) => desk.news.press.outlets.find((outlet) => outlet.slug === slug)?.name ?? '';
  const walk = (changes: { since?: Date; limit?: number; state?: WalkState } = {}) =>
    walkSite(desk.context, {
      loadId,
      outletId,
      address: `${desk.news.press.url}/harbor-wire/sitemap.xml`,
      since: new Date(desk.clock.now().getTime() - 30 * DAY),
      until: null,
      undated: false,
      limit: 1_000,
      state,
      onProgress: (now) => {
        state = now;
      },
      ...changes,
    });
  const waiting = async () => (await desk.news.store.waitingPages.progress(loadId)).waiting;
  const written = () => desk.news.press.articles().filter(({ outlet }) => outlet === nameOf('harbor-wire'));
  const second = () => desk.clock.advance(1_000);

  it('puts the pages of the period on the list, each once, and remembers how far it is', async () => {
    const all = written().length;
    expect(all).toBeGreaterThan(2);
    expect((await walk({ limit: 1 })).counts).toMatchObject({ added: 1, known: 0 });
    desk.clock.advance(GAP_SECONDS * 1_000);
    // What is known already does not use up the limit.
    expect((await walk({ limit: 1, state: WALK_BEGINS })).counts).toMatchObject({ added: 1, known: 1 });
    await desk.news.pool.query('delete from waiting_page');
    desk.clock.advance(GAP_SECONDS * 1_000);
    state = WALK_BEGINS;
    await walk();
    expect(state).toMatchObject({ waiting: [], read: 1, counts: { listed: all, added: all, known: 0 } });
    desk.clock.advance(GAP_SECONDS * 1_000);
    const again = await walk({ state: WALK_BEGINS });
    expect(again.counts).toMatchObject({ listed: all, added: 0, known: all });
    desk.clock.advance(GAP_SECONDS * 1_000);
    const later = await walk({ state: WALK_BEGINS, since: new Date(desk.clock.now().getTime() + 3 * DAY) });
    expect(later.counts).toMatchObject({ outside: all, known: 0 });
    const { rows } = await desk.news.pool.query('select state from load where id = $1', [loadId]);
    expect(rows[0].state).toEqual(later);
  });

  it('reads the pages one at a time at the host’s pace, as articles that are no news and say how they came', async () => {
    const before = await waiting();
    desk.clock.advance(GAP_SECONDS * 1_000);
    for (let n = 0; n < 2 * GAP_SECONDS; n += 1) {
      await desk.run('schedule-waiting');
      second();
    }
    expect(before - (await waiting())).toBe(2);
    const { rows } = await desk.news.pool.query(
      `select a.fate, a.is_news, a.text_source, w.kind, w.name from article a join origin w on w.id = a.origin_id`,
    );
    expect(rows).toHaveLength(2);
    for (const row of rows)
      expect(row).toEqual({
        fate: 'classified',
        is_news: false,
        text_source: 'page',
        kind: 'backfill',
        name: 'harbor',
      });
  });

  it('keeps no feed of the host waiting for more than one of its pages', async () => {
    const feed = await desk.news.pool.query<{ id: string }>(
      'select f.id from feed f join outlet o on o.id = f.outlet_id where o.name = $1',
      [nameOf('beacon-nine')],
    );
    const feedId = feed.rows[0]?.id ?? '';
    // The worst moment: a page of the backfill has just been asked for.
    desk.clock.advance(GAP_SECONDS * 1_000);
    await desk.run('schedule-waiting');
    const left = await waiting();
    expect(left).toBeGreaterThan(0);
    await desk.news.store.feeds.requestCheck(feedId, desk.clock.now());
    const due = desk.clock.now();
    for (let polled = false; !polled; second()) {
      await desk.run('schedule-waiting');
      polled = (await desk.run('poll-feed', { feedId })).kind === 'done';
      if (desk.clock.now().getTime() - due.getTime() > 60_000) throw new Error('the feed was never polled');
    }
    const { rows } = await desk.news.pool.query('select last_check_at from feed where id = $1', [feedId]);
    expect(rows[0].last_check_at.getTime() - due.getTime()).toBeLessThanOrEqual(GAP_SECONDS * 1_000);
    expect(await waiting()).toBe(left);
  });
});
