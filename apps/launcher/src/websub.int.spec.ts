import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PressArticle } from '@framewatch/testing';
import { startHub, waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openPushHouse, type PushHouse } from './testing/push-house.ts';

let house: PushHouse;
beforeAll(async () => {
  house = await openPushHouse({ workers: 2 });
});
afterAll(() => house.stop());

const publish = () => house.press.publish({ outlet: 'harbor-wire' });
const arrived = (article: PressArticle) =>
  waitFor('the article', async () => (await house.articles(article.url)) === 1);
const callbackOf = async () => {
  const { address, token } = await house.subscription();
  return `${address}/api/push/${token}`;
};
const age = (columns: string) => house.pool.query(`update feed_subscription set ${columns}`);
/** A feed of made-up entries, as a hub would bring it. */
const rss = (names: string[]) =>
  `<rss version="2.0"><channel><title>Synthetic</title>${names
    .map(
      (name) =>
        `<item><title>${name}</title><link>${house.press.url}/made-up/${name}</link><guid>${name}</guid></item>`,
    )
    .join('')}</channel></rss>`;
const countOf = async (prefix: string): Promise<number> => {
  const { rows } = await house.pool.query<{ n: number }>(
    'select count(*)::int as n from article where url like $1',
    [`${house.press.url}/made-up/${prefix}%`],
  );
  return rows[0]?.n ?? 0;
};
const takenPushes = (more: number, before: number) =>
  waitFor(`${more} pushes to be read`, async () => (await house.pushes()).length >= before + more);

describe('without a push address', () => {
  it('subscribes nowhere, and the feed says why', async () => {
    await house.keep();
    expect((await house.feed()).push).toMatchObject({ state: 'off', hub: house.hub.host });
    expect(await house.store.subscriptions.findAll()).toEqual([]);
    expect(house.hub.requests()).toEqual([]);
  });
});

describe('a subscription', () => {
  beforeEach(() => house.begin());

  it('is asked for once by two workers, verified, and brings an article that no poll asked for', async () => {
    expect(house.hub.subscribers(house.topic)).toHaveLength(1);
    const asked = house.hub
      .requests()
      .filter(({ callback }) => callback.endsWith(house.hub.subscribers()[0]?.callback.slice(-43) ?? '-'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ mode: 'subscribe', topic: house.topic, leaseSeconds: 864_000 });
    expect(asked[0]?.secret?.length).toBe(64);
    expect(house.hub.verifications().at(-1)).toMatchObject({ agreed: true, status: 200 });

    const before = await house.feed();
    house.press.clearRequests();
    const article = publish();
    expect(await house.hub.publish(house.topic)).toEqual([202]);
    await arrived(article);
    const after = await waitFor('the push to be shown', async () => {
      const feed = await house.feed();
      return feed.push?.lastPushAt == null ? null : feed;
    });
    expect(after).toMatchObject({
      push: { state: 'verified', taken: 1, forged: 0 },
      lastCheckAt: before.lastCheckAt,
      nextCheckAt: before.nextCheckAt,
    });
    const { rows } = await house.pool.query('select is_news from article where url = $1', [article.url]);
    expect(rows).toEqual([{ is_news: true }]);
    expect(
      house.press
        .requests()
        .filter(
          ({ headers, resource }) => resource === 'feed' && /Framewatch/.test(String(headers['user-agent'])),
        ),
    ).toEqual([]);
    expect((await house.pushes()).at(-1)).toMatchObject({ new_entries: 1, error: null });

    await house.poll();
    const polled = await house.feed();
    expect(await house.articles(article.url)).toBe(1);
    expect(polled.nextCheckReason).toContain(
      `${house.hub.host} pushes what is new, and this is the safety net`,
    );
    const metrics = await (await fetch(`${house.api.address}/metrics`)).text();
    expect(metrics).toContain('framewatch_subscriptions{state="verified"} 1\n');
    expect(metrics).toContain('framewatch_pushes{result="taken"} 1\n');
  });

  it.each(['sha1', 'sha256', 'sha384', 'sha512'] as const)('believes a signature by %s', async (method) => {
    const article = publish();
    expect(await house.hub.publish(house.topic, { method })).toEqual([202]);
    await arrived(article);
  });

  it.each([
    ['forged', 'another secret'],
    ['missing', 'none'],
  ])('ignores a push whose signature is %s, says 2xx, and counts it', async (_what, forge) => {
    const article = publish();
    expect(await house.hub.publish(house.topic, { forge })).toEqual([202]);
    expect((await house.feed()).push?.forged).toBe(1);
    const { rows } = await house.pool.query('select 1 from feed_push');
    expect(rows).toEqual([]);
    expect(await house.articles(article.url)).toBe(0);
    await house.poll();
    await arrived(article);
  });

  it('takes a replayed push once', async () => {
    const before = (await house.pushes()).length;
    const body = rss(['replayed-1']);
    expect(await house.hub.push(house.topic, body)).toEqual([202]);
    expect(await house.hub.push(house.topic, body)).toEqual([202]);
    await takenPushes(1, before);
    expect(await house.subscription()).toMatchObject({ repeated: 1 });
    await waitFor('the push to be counted', async () => (await house.subscription()).taken === 1);
    expect(await countOf('replayed')).toBe(1);
  });

  it('takes a push of 1,000 entries, whole', async () => {
    const before = (await house.pushes()).length;
    const names = Array.from({ length: 1_000 }, (_, i) => `many-${i}`);
    expect(await house.hub.push(house.topic, rss(names))).toEqual([202]);
    await takenPushes(1, before);
    expect(await countOf('many-')).toBe(1_000);
    expect((await house.pushes()).at(-1)).toMatchObject({ entries: 1_000, new_entries: 1_000 });
    await house.pool.query("update article set fate = 'discarded' where url like '%/made-up/%'");
  });

  it('reads bytes that are no feed as such, stores nothing, and lives on', async () => {
    const before = (await house.pushes()).length;
    expect(await house.hub.push(house.topic, new Uint8Array([0, 255, 1, 2]))).toEqual([202]);
    await takenPushes(1, before);
    expect((await house.pushes()).at(-1)?.error).toMatch(/pushed is no feed/);
    const article = publish();
    await house.hub.publish(house.topic);
    await arrived(article);
    await waitFor('the push to be counted', async () => (await house.subscription()).taken === 1);
    expect(await house.subscription()).toMatchObject({ unreadable: 1, state: 'verified' });
  });

  it('refuses a push that is too large, with its length or without, and checks the feed soon', async () => {
    const large = Buffer.alloc(5_000_001, 32);
    expect(await house.hub.push(house.topic, large)).toEqual([413]);
    const status = await new Promise<number>((resolve, reject) => {
      void callbackOf().then((callback) => {
        const sending = request(callback, { method: 'POST' }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        });
        sending.on('error', reject);
        sending.write(large);
        sending.end();
      });
    });
    expect(status).toBe(413);
    expect(await house.subscription()).toMatchObject({ too_large: 2 });
    const feed = await house.feed();
    expect(feed.nextCheckReason).toContain('too large');
    expect(Date.parse(feed.nextCheckAt ?? '')).toBeLessThan(Date.now() + 11 * 60_000);
  });

  it('stores nothing twice where a push and a poll come in the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const article = publish();
      const before = (await house.pushes()).length;
      await Promise.all([house.hub.publish(house.topic), house.poll()]);
      await takenPushes(1, before);
      expect(await house.articles(article.url)).toBe(1);
      const { rows } = await house.pool.query(
        'select count(*)::int as n from sighting s join article a on a.id = s.article_id where a.url = $1',
        [article.url],
      );
      expect(rows).toEqual([{ n: 1 }]);
    }
    expect(
      await waitFor('no news to be left unpushed', async () => {
        const { rows } = await house.pool.query('select 1 from feed_unpushed');
        return rows.length === 0;
      }),
    ).toBe(true);
  });

  it('heals no gap: what was pushed during an outage proves nothing of the time before it', async () => {
    const { rows } = await house.pool.query<{ id: string }>('select id from feed');
    const feedId = rows[0]?.id ?? '';
    const gap = async (from: string) => {
      await house.pool.query('delete from coverage_gap');
      await house.pool.query(
        `insert into coverage_gap (feed_id, from_at, reason) values ($1, now() - interval '${from}', 'not reached')`,
        [feedId],
      );
    };
    const healed = async () => {
      const { rows: gaps } = await house.pool.query(
        'select healed, to_at is not null as closed from coverage_gap',
      );
      return gaps;
    };
    await gap('30 days');
    const article = publish();
    await house.hub.publish(house.topic);
    await arrived(article);
    expect(await healed()).toEqual([{ healed: false, closed: false }]);
    publish();
    await house.poll();
    await waitFor('the gap to close', async () => (await healed())[0]?.closed);
    expect(await healed()).toEqual([{ healed: false, closed: true }]);
    await gap('0 seconds');
    publish();
    await house.poll();
    await waitFor('the gap to close', async () => (await healed())[0]?.closed);
    expect(await healed()).toEqual([{ healed: true, closed: true }]);
  });

  it('reads what the API kept and could not enqueue', async () => {
    const before = (await house.pushes()).length;
    const { id } = await house.subscription();
    await house.store.pushes.keep(id, {
      receivedAt: new Date(Date.now() - 60_000),
      contentType: 'application/rss+xml',
      body: Buffer.from(rss(['orphan'])),
      hash: 'orphan',
    });
    await house.keep();
    await takenPushes(1, before);
    expect(await countOf('orphan')).toBe(1);
  });
});

describe('verification', () => {
  beforeEach(() => house.begin());

  it('is refused with 404 where nobody asked: other callback, topic, mode, no challenge, or too late', async () => {
    const callback = await callbackOf();
    const ask = (changes: Record<string, string>, to = callback) =>
      house.hub.verifyUnasked(to, {
        'hub.mode': 'subscribe',
        'hub.topic': house.topic,
        'hub.challenge': 'c',
        ...changes,
      });
    expect((await ask({}, `${house.api.address}/api/push/${'A'.repeat(43)}`)).status).toBe(404);
    expect((await ask({ 'hub.topic': `${house.topic}?x` })).status).toBe(404);
    expect((await ask({ 'hub.mode': 'unsubscribe' })).status).toBe(404);
    expect((await ask({ 'hub.mode': 'publish' })).status).toBe(404);
    expect((await ask({ 'hub.challenge': '' })).status).toBe(404);
    expect((await ask({ 'hub.mode': 'denied', 'hub.topic': 'http://other.example/' })).status).toBe(404);
    expect(await ask({ 'hub.challenge': '<script>é' })).toEqual({ status: 200, text: '<script>é' });
    await age("asked_at = now() - interval '25 hours'");
    expect((await ask({})).status).toBe(404);
    expect((await house.feed()).push?.state).toBe('verified');
  });

  it.each([
    ['names another topic', { verifiesTopic: 'http://other.example/feed' }],
    ['forgets the challenge', { forgetsChallenge: true }],
  ])('by a hub that %s is refused', async (_what, manners) => {
    house.hub.behave(manners);
    const before = house.hub.verifications().length;
    await house.pool.query('delete from feed_subscription');
    await house.keep();
    await waitFor('the verification', async () => house.hub.verifications().length > before);
    expect(house.hub.verifications().at(-1)).toMatchObject({ agreed: false, status: 404 });
    expect((await house.feed()).push?.state).toBe('requested');
  });

  it('may come before the hub has answered', async () => {
    house.hub.behave({ verifiesFirst: true });
    await house.pool.query('delete from feed_subscription');
    await house.keep();
    await house.untilPush('verified');
    expect((await house.subscription()).attempts).toBe(0);
  });
});

describe('a lease', () => {
  beforeEach(() => house.begin());

  it('is renewed under the same callback well before it ends', async () => {
    const first = await house.subscription();
    const [next, end, since] = [first.next_try_at, first.lease_ends_at, first.asked_at].map(
      (at) => at?.getTime() ?? 0,
    );
    expect(((next ?? 0) - (since ?? 0)) / ((end ?? 0) - (since ?? 0))).toBeLessThan(0.75);
    await age("next_try_at = now(), lease_ends_at = now() + interval '1 hour'");
    await house.keep();
    await waitFor('the renewal', async () => {
      const ends = (await house.subscription()).lease_ends_at?.getTime() ?? 0;
      return ends > Date.now() + 9 * 86_400_000;
    });
    const renewed = await house.subscription();
    expect([renewed.token, renewed.secret, renewed.state]).toEqual([first.token, first.secret, 'verified']);
    expect(renewed.verified_since).toEqual(first.verified_since);
  });

  it('that the hub does not renew runs out: visibly, and polls are as usual again', async () => {
    const article = publish();
    await house.hub.publish(house.topic);
    await arrived(article);
    await waitFor('the push', async () => (await house.subscription()).taken === 1);
    await house.poll();
    expect((await house.feed()).nextCheckReason).toContain('safety net');
    house.hub.behave({ status: 503 });
    await age('next_try_at = now(), lease_ends_at = now()');
    await house.keep();
    const feed = await house.untilPush('expired');
    expect(feed.nextCheckReason).toContain('ran out');
    expect(Date.parse(feed.nextCheckAt ?? '')).toBeLessThan(Date.now() + 11 * 60_000);
    await house.poll();
    expect((await house.feed()).nextCheckReason).not.toContain('safety net');
  });
});

describe('a hub', () => {
  beforeEach(() => house.begin());
  const anew = async () => {
    house.hub.forget();
    await house.pool.query('delete from feed_subscription');
    await house.keep();
  };
  const failure = () =>
    waitFor('the hub’s answer to be noted', async () => {
      const row = await house.subscription().catch(() => null);
      return row?.last_error == null ? null : row;
    });

  it('that denies is not asked again for a day, and its reason is shown', async () => {
    house.hub.behave({ denies: 'not your feed' });
    await anew();
    const feed = await house.untilPush('refused');
    expect(feed.push?.error).toBe('The hub denies the subscription: not your feed.');
    expect((await house.subscription()).next_try_at.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  });

  it('may end a running subscription by denying it; its pushes are gone then', async () => {
    const callback = await callbackOf();
    await house.hub.deny(house.topic, 'closed');
    await house.untilPush('refused');
    expect((await fetch(callback, { method: 'POST', body: 'x' })).status).toBe(410);
  });

  it('that is gone (404) is refused, said, and asked again a day later', async () => {
    house.hub.behave({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'no such hub' });
    await anew();
    const row = await failure();
    expect(row).toMatchObject({
      state: 'refused',
      last_error: 'The hub refuses the request (404): no such hub.',
    });
    expect(row.next_try_at.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000);
  });

  it('in trouble is asked again later, not before its Retry-After', async () => {
    house.hub.behave({ status: 503, headers: { 'retry-after': '7200' } });
    await anew();
    const row = await failure();
    expect(row).toMatchObject({ state: 'requested', attempts: 1 });
    expect(row.next_try_at.getTime()).toBeGreaterThan(Date.now() + 7_100_000);
    await house.pool.query('update host_gate set blocked_until = null');
  });

  it.each([
    [307, 'verified'],
    [308, 'verified'],
  ] as const)('that moved (%i) is followed with the whole request', async (status, state) => {
    const other = await startHub();
    house.hub.behave({ status, headers: { location: other.url } });
    await allow(other.host, async () => {
      await anew();
      await house.untilPush(state);
      expect(other.requests()).toHaveLength(1);
    });
    await other.close();
  });

  it('that moved in a way that loses the request (302) is not taken for accepting it', async () => {
    house.hub.behave({ status: 302, headers: { location: `${house.press.url}/` } });
    await anew();
    expect((await failure()).last_error).toContain('loses the request (302');
  });

  it('is told goodbye when the feed names another', async () => {
    const other = await startHub();
    await allow(other.host, async () => {
      const before = await house.subscription();
      house.press.setHub(other.url, 'header');
      await house.poll();
      await house.keep();
      await waitFor('the new subscription', async () => other.subscribers(house.topic).length === 1);
      await waitFor(
        'the old one to end',
        async () => (await house.store.subscriptions.findById(before.id)) === null,
      );
      expect(house.hub.requests().at(-1)).toMatchObject({ mode: 'unsubscribe', topic: house.topic });
      await waitFor('the hub to hear our answer', async () => house.hub.subscribers().length === 0);
      expect((await house.subscription()).token).not.toBe(before.token);
      expect((await house.feed()).push).toMatchObject({ state: 'verified', hub: other.host });
    });
    await other.close();
  });

  it.each([
    [
      'the feed names none any more',
      async () => {
        house.press.setHub(null);
        await house.poll();
      },
    ],
    ['the feed left the configuration', () => house.writeFeeds('feeds: []\n')],
    ['the push address was taken away', () => house.configure(null)],
  ])('is told goodbye when %s', async (_what, change) => {
    await change();
    await waitFor('the goodbye', async () => {
      await house.keep();
      return house.hub.requests().at(-1)?.mode === 'unsubscribe' && house.hub.subscribers().length === 0;
    });
    // Two workers may know settings a second apart, and one subscribe again meanwhile: that ends after three goodbyes.
    await waitFor('no subscription to be left', async () => {
      await age("next_try_at = now() - interval '1 second', reserved_start_at = null");
      await house.keep();
      return (await house.store.subscriptions.findAll()).length === 0;
    });
    await house.writeFeeds();
    await waitFor('the feed', () => house.feed().catch(() => null));
  });

  it('that leaves news out is distrusted, visibly, and trusted again after three good pushes', async () => {
    // What came up before the first poll under a verified subscription is no fault of the hub's.
    await house.poll();
    const missed = publish();
    await house.poll();
    await arrived(missed);
    await house.pool.query("update feed_unpushed set found_at = now() - interval '11 minutes'");
    await house.keep();
    await house.untilPush('distrusted');
    expect((await house.feed()).nextCheckReason).toContain('did not push everything');
    for (let push = 0; push < 3; push += 1) {
      await house.poll();
      expect((await house.feed()).nextCheckReason).not.toContain('safety net');
      const article = publish();
      await house.hub.publish(house.topic);
      await arrived(article);
      await waitFor('the push', async () => (await house.subscription()).in_a_row === push + 1);
    }
    await house.untilPush('verified');
  });
});

/** Lets another host be contacted for a while. */
async function allow(host: string, run: () => Promise<void>): Promise<void> {
  await house.configure('own', [host]);
  await run();
}

describe('behind a reverse proxy with a path of its own', () => {
  it.each([
    ['takes the path away', true],
    ['leaves the path as it is', false],
  ])('that %s, a subscription works', async (_what, strips) => {
    const target = new URL(house.api.address);
    const proxy = createServer((asked, answer) => {
      const path = strips ? (asked.url ?? '').replace(/^\/news\/desk/, '') : asked.url;
      const headers = { ...asked.headers, host: 'news.example.org' };
      const onward = request(
        { host: target.hostname, port: target.port, path, method: asked.method, headers },
        (got) => {
          answer.writeHead(got.statusCode ?? 502, got.headers);
          got.pipe(answer);
        },
      );
      asked.pipe(onward);
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    const { port } = proxy.address() as AddressInfo;
    await house.begin();
    // The proxy's public name and its port on this machine differ, as they do behind a load balancer.
    await house.configure('http://news.example.org/news/desk');
    await house.pool.query(
      "update feed_subscription set state = 'unsubscribing', next_try_at = now() + interval '1 hour'",
    );
    await house.keep();
    const row = await waitFor('the subscription', () => house.subscription().catch(() => null));
    const callback = `http://127.0.0.1:${port}/news/desk/api/push/${row.token}`;
    await waitFor('the request', async () => (await house.subscription()).asked_at);
    const query = { 'hub.mode': 'subscribe', 'hub.topic': house.topic, 'hub.challenge': 'yes' };
    expect(await house.hub.verifyUnasked(callback, query)).toEqual({ status: 200, text: 'yes' });
    const elsewhere = `http://127.0.0.1:${port}/news/desk/api/feeds`;
    expect((await fetch(elsewhere)).status).toBe(421);
    await new Promise((done) => proxy.close(done));
    proxy.closeAllConnections();
  });
});
