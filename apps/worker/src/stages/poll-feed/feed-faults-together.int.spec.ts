import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { change, page, redirect } from '../../testing/faults/answers.ts';
import { type FaultBench, type Opened, openBench } from '../../testing/faults/fault-bench.ts';
import { tell } from '../../testing/faults/tell.ts';
import { pollFeed } from './poll-feed.stage.ts';

let bench: FaultBench;
beforeAll(async () => {
  bench = await openBench();
}, 120_000);
afterAll(() => bench.close());
afterEach(() => bench.resolveWith(null));

const MINUTE = 60_000;
const minutesTo = async (feedId: string): Promise<number> =>
  ((await bench.feed(feedId)).next_check_at?.getTime() ?? Number.NaN) / MINUTE -
  bench.clock.now().getTime() / MINUTE;
const audits = async (what: string) =>
  (await bench.pool.query('select detail from audit where what = $1 order by id', [what])).rows;
const noAddress = () => Promise.reject(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }));

async function openThree(): Promise<Opened[]> {
  const first = await bench.open();
  return [first, await bench.addFront(first.press), await bench.addFront(first.press)];
}

describe('a machine that is offline', () => {
  it('is told from dead hosts, asks again within minutes, and catches up at the first answer', async () => {
    const feeds = await openThree();
    const ids = feeds.map(({ feedId }) => feedId);
    bench.resolveWith(noAddress);
    for (const id of ids.slice(0, 2)) await bench.poll(id);
    expect(await minutesTo(ids[0] ?? '')).toBeGreaterThan(60);
    const third = await bench.poll(ids[2] ?? '');
    expect(third.check.next_check_reason).toMatch(/this machine seems to be offline/);
    for (const id of ids) expect(await minutesTo(id)).toBeLessThanOrEqual(3);
    bench.clock.advance(2 * 60 * MINUTE);
    const later = await bench.poll(ids[0] ?? '');
    expect(later.check.next_check_reason).toMatch(/offline/);
    expect(await minutesTo(ids[0] ?? '')).toBeLessThanOrEqual(3);

    bench.resolveWith(null);
    const back = await bench.poll(ids[0] ?? '');
    expect(back.check.outcome).toBe('fetched');
    for (const id of ids.slice(1)) {
      expect(await minutesTo(id)).toBeLessThanOrEqual(0.5);
      expect((await bench.feed(id)).next_check_reason).toMatch(/network is back/);
      expect((await bench.poll(id)).check.outcome).toBe('fetched');
    }
    tell(
      'no network at the first start',
      'the resolver says ENOTFOUND for every host',
      `from the third host on: “${third.check.next_check_reason}”; the two before are called back; at the first answer all others are due within 30 seconds`,
    );
  });

  it('is not blamed while any host answers', async () => {
    const feeds = await openThree();
    await bench.poll(feeds[0]?.feedId ?? '');
    await feeds[1]?.front.hangUp();
    await feeds[2]?.front.hangUp();
    for (const { feedId } of feeds.slice(1)) {
      const { check } = await bench.poll(feedId);
      expect(check.next_check_reason).toMatch(/ECONNREFUSED/);
      expect(await minutesTo(feedId)).toBeGreaterThan(60);
    }
    expect((await bench.poll(feeds[0]?.feedId ?? '')).check.outcome).not.toBe('failed');
    const { check } = await bench.poll(feeds[1]?.feedId ?? '');
    expect(check.next_check_reason).toMatch(/ECONNREFUSED/);
    tell('two dead hosts among three', 'two refuse connections, one answers', `“${check.next_check_reason}”`);
  });
});

describe('permanent redirects', () => {
  it('are kept with an audit entry, and taken back where they lead nowhere', async () => {
    const { front, feedId } = await bench.open();
    await bench.poll(feedId);
    const moved = front.feedUrl.replace(front.origin, `${front.origin}/moved`);
    front.misbehave((exchange) =>
      exchange.request.url?.startsWith('/moved/')
        ? change((well) => well)(exchange)
        : redirect(301, ({ request }) => `/moved${request.url}`)(exchange),
    );
    await bench.poll(feedId);
    expect((await bench.feed(feedId)).current_url).toBe(moved);
    expect(await audits('feed moved')).toContainEqual({
      detail: { feedId, from: front.feedUrl, to: moved },
    });
    front.misbehave((exchange) =>
      (exchange.request.url?.startsWith('/moved/') ? page(404) : change((w) => w))(exchange),
    );
    let tries = 0;
    while ((await bench.feed(feedId)).current_url !== front.feedUrl && tries++ < 20) await bench.poll(feedId);
    expect(tries).toBe(6);
    expect(await audits('feed moved back')).toHaveLength(1);
    expect((await bench.poll(feedId)).check.outcome).toMatch(/fetched|unchanged/);
    tell(
      '301 to an address that dies',
      'a 301, then 404 at the new address',
      'the new address is remembered and audited; after failures of weight 3 the one in the file is asked again, audited too',
    );
  });

  it('to another feed’s address are followed, not taken over, and said once', async () => {
    const first = await bench.open();
    const second = await bench.addFront(first.press);
    await bench.poll(first.feedId);
    await bench.poll(second.feedId);
    second.front.misbehave(redirect(301, () => first.front.feedUrl));
    for (let i = 0; i < 2; i++) expect((await bench.poll(second.feedId)).check.error).toBeNull();
    const row = await bench.feed(second.feedId);
    expect(row).toMatchObject({ current_url: second.front.feedUrl, same_as: first.front.feedUrl });
    expect(await audits('feed leads to another feed')).toHaveLength(1);
    const { rows } = await bench.pool.query(
      'select canonical_key from article group by 1 having count(*) > 1',
    );
    expect(rows).toEqual([]);
    second.front.misbehave(null);
    await bench.poll(second.feedId);
    expect((await bench.feed(second.feedId)).same_as).toBeNull();
    tell(
      '301 onto another feed’s address',
      'a 301 to an address that is in feeds.yaml already',
      'followed, not remembered; the Feeds page names the other entry; audited once; no article twice',
    );
  });
});

describe('Retry-After', () => {
  it('holds for every feed and page of the host', async () => {
    const { press, front, feedId } = await bench.open();
    await bench.poll(feedId);
    const other = await bench.add(`${front.origin}/potomac-ledger/other`, 'kept');
    front.misbehave(page(503, { 'retry-after': '7200' }));
    await bench.poll(feedId);
    press.publish({});
    const asked = front.requests().length;
    const outcome = await pollFeed(bench.context, { feedId: other });
    expect(outcome).toMatchObject({ why: expect.stringContaining('blocked') });
    expect(front.requests()).toHaveLength(asked);
    tell(
      '503 for one of two feeds',
      'Retry-After: 7200',
      'the other feed of the host waits two hours too, no request is made',
    );
  });
});

describe('a server whose 304 is wrong', () => {
  it('is found out within twelve answers, and nothing is lost', async () => {
    const { press, front, feedId } = await bench.open();
    await bench.poll(feedId);
    const published = press.publish({});
    front.misbehave((exchange) =>
      exchange.request.headers['if-none-match'] === undefined
        ? change((well) => well)(exchange)
        : void exchange.response.writeHead(304).end(),
    );
    let polls = 0;
    const found = async () =>
      (await bench.articles(feedId)).filter(
        ({ url }) => new URL(url).pathname === new URL(published.url).pathname,
      );
    while ((await found()).length === 0 && polls < 20) {
      await bench.poll(feedId);
      polls += 1;
    }
    expect(polls).toBeGreaterThan(1);
    expect(polls).toBeLessThanOrEqual(13);
    expect(await found()).toHaveLength(1);
    tell(
      '304 that lies',
      '304 to every conditional request, though an article is new',
      `asked without conditions at poll ${polls}; the article is there, once`,
    );
  });
});

describe('a clock that jumps', () => {
  it('ahead and back leaves no feed waiting for years', async () => {
    const { feedId } = await bench.open();
    const start = bench.clock.now();
    await bench.poll(feedId);
    bench.clock.advance(4 * 365 * 86_400_000);
    await bench.poll(feedId);
    bench.clock.set(new Date(start.getTime() + 3_600_000));
    const due = await bench.context.store.feeds.findDueForPolling(bench.clock.now(), 10, {
      usual: { gapSeconds: 5, concurrent: 2 },
      hosts: {},
    });
    expect(due.map(({ id }) => id)).toContain(feedId);
    expect((await pollFeed(bench.context, { feedId })).kind).toBe('done');
    expect(await minutesTo(feedId)).toBeLessThan(24 * 60 * 1.1);
    expect(await pollFeed(bench.context, { feedId })).toMatchObject({ kind: 'skipped' });
    tell(
      'clock four years ahead, then right again',
      'a poll in 2030, then 2026 again',
      'due at once; what was planned by the wrong clock is void',
    );
  });
});

describe('a database connection lost in a poll', () => {
  it('leaves nothing half stored, and the next poll stores all', async () => {
    const { press, front, feedId } = await bench.open();
    await bench.poll(feedId);
    const path = new URL(press.publish({}).url).pathname;
    await bench.pool.query(`create function die() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
    await bench.pool.query(
      'create trigger die before insert on sighting for each row execute function die()',
    );
    await expect(bench.poll(feedId)).rejects.toThrow();
    await bench.pool.query('drop trigger die on sighting');
    const count = async () =>
      (await bench.pool.query('select 1 from article where url = $1', [front.origin + path])).rows;
    expect(await count()).toHaveLength(0);
    expect((await bench.poll(feedId)).check).toMatchObject({ outcome: 'fetched', new_entries: 1 });
    expect(await count()).toHaveLength(1);
    tell(
      'PostgreSQL connection lost in a poll',
      'the server ends the connection while entries are written',
      'nothing half stored, the feed stays due; the next poll stores the article, once',
    );
  });
});

describe('requests', () => {
  it('to a refused address were none', () => expect(bench.trapped()).toBe(0));
});
