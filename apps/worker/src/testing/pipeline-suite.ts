import { foundFeedsSchema } from '@framewatch/contracts';
import type { PressArticle } from '@framewatch/testing';
import { waitFor } from '@framewatch/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Newsroom, newArticleRule, openNewsroom } from './newsroom.ts';

const OUTLETS = ['harbor-wire', 'potomac-ledger', 'beacon-nine', 'kazahana'];
const COSTS = { topics: ['host_nation_support' as const], frames: ['burden_sharing' as const] };

/** What the pipeline does with articles and feeds, the same on every queue. */
export function describePipeline(queue: string, open: () => Promise<{ redisUrl?: string }>): void {
  describe(`the pipeline with its queue in ${queue}`, () => {
    let news: Newsroom;
    beforeAll(async () => {
      news = await openNewsroom({ outlets: OUTLETS, ...(await open()) });
      await news.takeFeeds();
      await news.startWorker();
      await news.settled();
    });
    afterAll(() => news.stop());
    afterEach(() => news.press.clearFaults());

    const published = async (
      order: Parameters<Newsroom['press']['publish']>[0],
      prepare: (article: PressArticle) => unknown = () => {},
    ) => {
      const article = news.press.publish(order);
      await prepare(article);
      await news.poll(article.outlet);
      return { article, state: await news.waitForFate(article, 'classified') };
    };
    const hooksOf = ({ url }: PressArticle) =>
      news.receiver.received().filter(({ body }) => body.data['url'] === url);

    it('raises no alert from the first poll of a feed', async () => {
      const { rows } = await news.pool.query(
        'select count(*)::int as articles, bool_or(is_news) as news, (select count(*)::int from alert) as alerts from article',
      );
      expect(rows[0]).toEqual({ articles: expect.any(Number), news: false, alerts: 0 });
      expect(rows[0].articles).toBeGreaterThan(5);
    });

    it('takes a published article through every stage: classified, measured, alerted once', async () => {
      const { article, state } = await published({ outlet: 'harbor-wire', ...COSTS });
      await news.settled();
      expect(state).toMatchObject({ text_source: 'page', relevant: true, in_framing: true });
      expect(state.frames).toContain('burden_sharing');
      expect((await news.articleOf(article))?.alerts).toBe(1);
      expect(hooksOf(article)).toEqual([expect.objectContaining({ isSigned: true })]);
      expect(await news.store.trends.verify()).toEqual([]);
    });

    it('keeps what a page says of itself, and asks for no picture', async () => {
      news.press.clearRequests();
      const { article, state } = await published({ outlet: 'potomac-ledger', ...COSTS });
      // Pages state their times to the second.
      const changed = new Date(Math.floor(Date.parse(article.published) / 1000) * 1000);
      expect(await news.store.articles.findById(state.id)).toMatchObject({
        site_name: expect.stringMatching(/Potomac Ledger/),
        section: article.section,
        modified_at: changed,
        modified_offset_minutes: article.offsetMinutes,
        lead_image: expect.stringMatching(new RegExp(`^http.*/pictures/${article.id}\\.jpg$`)),
        truncation: null,
        extraction_method: expect.stringMatching(/\w/),
        extraction_quality: expect.any(Number),
      });
      expect(news.press.requests().filter(({ path }) => path.includes('pictures'))).toEqual([]);
    });

    it('says of a page behind a paywall that the text is not whole, and why', async () => {
      const { state } = await published({ outlet: 'harbor-wire', ...COSTS }, ({ id }) =>
        news.press.fault(id, { kind: 'paywall' }),
      );
      expect(await news.store.articles.findById(state.id)).toMatchObject({
        text_source: 'page-cut',
        truncation: 'paywall',
        extraction_note: 'only the part before the paywall could be read',
      });
    });

    it('raises nothing for an article outside the beat', async () => {
      const { article, state } = await published({ outlet: 'harbor-wire', relevant: false });
      await news.settled();
      expect(state.relevant).toBe(false);
      expect((await news.articleOf(article))?.alerts).toBe(0);
    });

    it.each([
      ['answers 403', { kind: 'status', status: 403 } as const],
      ['is a cookie wall', { kind: 'cookie-wall' } as const],
      ['is a PDF', { kind: 'pdf' } as const],
    ])('keeps the feed’s words where the page %s, labelled, and out of framing', async (_what, fault) => {
      const { state } = await published({ outlet: 'harbor-wire', ...COSTS }, ({ id }) =>
        news.press.fault(id, fault),
      );
      expect(state).toMatchObject({ text_source: 'feed-summary', in_framing: false, frames: [] });
      expect(state.extraction_note).toEqual(expect.stringMatching(/\w/));
    });

    it('does not read a page that robots.txt closes', async () => {
      const origin = new URL(news.press.url).origin;
      const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
      const robots = { status: 'rules', fetchedAt: new Date(), expiresAt: hours(1) };
      await news.store.upkeep.saveRobots(origin, {
        ...robots,
        body: 'User-agent: *\nDisallow: /harbor-wire/',
      });
      news.press.clearRequests();
      const { state } = await published({ outlet: 'harbor-wire', ...COSTS });
      await news.store.upkeep.saveRobots(origin, { ...robots, body: 'User-agent: *\nAllow: /' });
      expect(state).toMatchObject({ text_source: 'feed-summary', in_framing: false });
      expect(state.extraction_note).toMatch(/robots\.txt/);
      expect(news.press.requests().filter(({ resource }) => resource === 'article')).toEqual([]);
    });

    it('makes a revision of a retitled and edited article, and alerts no second time', async () => {
      const { article } = await published({ outlet: 'beacon-nine', ...COSTS });
      await news.settled();
      const title = 'Tokyo and Washington settle who pays for the bases';
      news.press.edit(article.id, { title, frames: ['burden_sharing'], text: 'rewritten' });
      await news.poll(article.outlet);
      await waitFor(
        'the second revision to be measured',
        async () => {
          const state = await news.articleOf(article);
          return state?.revision === 2 && state.fate === 'classified' && state.relevant !== null;
        },
        { describe: () => news.articleOf(article) },
      );
      await news.settled();
      const state = await news.articleOf(article);
      expect(state).toMatchObject({ title, alerts: 1 });
      const revisions = await news.store.articleLists.findRevisions(state?.id ?? '');
      expect(revisions.map(({ changed }) => changed)).toEqual([[], ['title', 'text']]);
      expect(await news.store.trends.verify()).toEqual([]);
    });

    it('keeps the text that it has where the page cannot be read a second time', async () => {
      const { article, state } = await published({ outlet: 'harbor-wire', ...COSTS });
      news.press.edit(article.id, { title: 'A later headline on the cost of the bases' });
      news.press.fault(article.id, { kind: 'status', status: 403 });
      await news.poll(article.outlet);
      const again = await waitFor('the second reading', async () => {
        const now = await news.articleOf(article);
        return now?.extraction_note != null && now.fate === 'classified' ? now : null;
      });
      expect(again).toMatchObject({ text_source: 'page', in_framing: true, frames: state.frames });
    });

    it('tells one article once that two feeds and a tracked link bring', async () => {
      const feeds = news.press.feeds().filter(({ url }) => url.includes('harbor-wire'));
      for (const { url } of feeds) news.press.fault(url, { kind: 'duplicates' });
      const { article } = await published({ outlet: 'harbor-wire', ...COSTS });
      await news.settled();
      const { rows } = await news.pool.query('select url from article where url like $1', [
        `${article.url}%`,
      ]);
      expect(rows).toHaveLength(1);
      expect((await news.articleOf(article))?.alerts).toBe(1);
    });

    it('tries a webhook again after a 500, under the same key, in one delivery row', async () => {
      news.receiver.clear();
      news.receiver.failNext(500);
      const { article } = await published({ outlet: 'potomac-ledger', ...COSTS });
      await waitFor('the failed delivery to be noted', async () => {
        const { rows } = await news.pool.query(
          "select 1 from delivery where state = 'waiting' and error is not null",
        );
        return rows.length > 0;
      });
      await news.letTimePass();
      const hooks = await waitFor('the second delivery', async () => {
        const found = hooksOf(article);
        return found.length > 1 ? found : null;
      });
      await news.settled();
      expect(hooks).toHaveLength(2);
      expect(new Set(hooks.map(({ key }) => key)).size).toBe(1);
      expect(hooks.every(({ isSigned }) => isSigned)).toBe(true);
      const { rows } = await news.pool.query(
        'select d.state, d.attempts from delivery d join alert a on a.id = d.alert_id where a.url = $1',
        [article.url],
      );
      expect(rows).toEqual([{ state: 'sent', attempts: 2 }]);
    });

    it('fills a model that is being prepared and swaps it in one step, while the old one answers', async () => {
      const shown = async (): Promise<{ model: string; facts: number }> => {
        const { rows } = await news.pool.query<{ model: string; facts: number }>(
          `select m.id as model, (select count(*)::int from trend_fact f where f.model_id = m.id) as facts
           from model m where m.status = 'active'`,
        );
        return rows[0] as { model: string; facts: number };
      };
      await news.settled();
      const alerts = (await news.pool.query('select id from alert')).rows.length;
      const before = await shown();
      const next = await news.prepareModel('second');
      const seen: { model: string; facts: number }[] = [];
      await waitFor('the new model to answer', async () => {
        seen.push(await shown());
        return seen.at(-1)?.model === next;
      });
      await news.settled();
      expect(seen.every(({ facts }) => facts >= before.facts)).toBe(true);
      expect(new Set(seen.map(({ model }) => model))).toEqual(new Set([before.model, next]));
      expect((await news.pool.query('select id from alert')).rows).toHaveLength(alerts);
      expect(await news.store.trends.verify()).toEqual([]);
    });

    it('looks at a site when somebody asks, once, and keeps the answer for them', async () => {
      const address = `${news.press.url}/potomac-ledger/`;
      const previewId = await news.store.previews.ask(address, new Date());
      news.press.clearRequests();
      await news.queues.add('preview-feed', { previewId });
      const preview = await waitFor('the answer', async () => {
        const row = await news.store.previews.find(previewId);
        return row?.finishedAt ? row : null;
      });
      const found = foundFeedsSchema.parse(preview.answer);
      const feed = news.press.feeds().find(({ url }) => url.startsWith(address));
      expect(found).toMatchObject({ address, incomplete: false });
      expect(found.candidates[0]).toMatchObject({ url: feed?.url, kind: 'feed', warnings: [] });
      expect(found.candidates[0]?.items).toHaveLength(5);
      const asked = news.press.requests().length;
      await news.queues.add('preview-feed', { previewId });
      await news.settled();
      expect(news.press.requests()).toHaveLength(asked);
    });

    it('stops a feed that was removed, and keeps its articles', async () => {
      const removed = news.press.outlets.find(({ slug }) => slug === 'kazahana');
      const count = async () =>
        (
          await news.pool.query(
            'select a.id from article a join outlet o on o.id = a.outlet_id where o.name = $1',
            [removed?.name],
          )
        ).rows.length;
      const before = await count();
      await news.takeFeeds((outlet) => outlet !== removed?.name);
      news.press.clearRequests();
      await news.pool.query('update feed set next_check_at = now()');
      await waitFor('the other feeds to be polled', async () => {
        const { rows } = await news.pool.query(
          'select 1 from feed where in_config and next_check_at <= now()',
        );
        return rows.length === 0;
      });
      expect(news.press.requests().map(({ outletSlug }) => outletSlug)).not.toContain('kazahana');
      expect(news.press.requests().length).toBeGreaterThan(2);
      expect(before).toBeGreaterThan(0);
      expect(await count()).toBe(before);
    });

    it('pauses a feed that is gone, visibly, with a gap instead of a zero', async () => {
      const outlet = news.press.outlets.find(({ slug }) => slug === 'potomac-ledger');
      const url = news.press.feeds().find((feed) => feed.outlet === outlet?.name)?.url ?? '';
      news.press.fault(url, { kind: 'status', status: 410 });
      await news.poll(outlet?.name);
      const { rows } = await news.pool.query(
        `select f.paused_reason, f.next_check_at, f.next_check_reason, g.to_at as gap_ends
         from feed f left join coverage_gap g on g.feed_id = f.id where f.url = $1`,
        [url],
      );
      expect(rows).toEqual([
        {
          paused_reason: 'gone',
          next_check_at: null,
          next_check_reason: expect.stringContaining('410'),
          gap_ends: null,
        },
      ]);
    });

    it.each(['seconds', 'date'] as const)('waits for the whole host when told so in %s', async (form) => {
      await news.pool.query('delete from host_gate');
      const url = news.press.feeds().find((feed) => feed.url.includes('beacon-nine'))?.url ?? '';
      news.press.fault(url, { kind: 'rate-limited', retryAfterSeconds: 900, form });
      const before = Date.now();
      await news.poll(news.press.outlets.find(({ slug }) => slug === 'beacon-nine')?.name);
      const { rows } = await news.pool.query<{ blocked_until: Date }>('select blocked_until from host_gate');
      const seconds = ((rows[0]?.blocked_until.getTime() ?? 0) - before) / 1000;
      expect(seconds).toBeGreaterThan(895);
      // A minute of chance at most, and what the poll itself took.
      expect(seconds).toBeLessThan(970);
      const turn = await news.store.hostGates.takeTurn(
        new URL(url).host,
        { gapSeconds: 0, concurrent: 8 },
        null,
        new Date(),
      );
      expect(turn).toMatchObject({ kind: 'wait', why: 'blocked' });
      await news.pool.query('delete from host_gate');
    });

    it('says that a feed is in trouble, once per incident', async () => {
      await news.acceptRules([
        {
          id: 'trouble',
          name: 'Trouble',
          on: 'feed-trouble',
          enabled: true,
          channels: ['desk'],
          troubles: ['gone'],
        },
        newArticleRule(),
      ]);
      news.receiver.clear();
      await news.queues.add('watch-trends', {});
      await waitFor(
        'the feed that is gone to be told',
        () => Promise.resolve(news.receiver.received().some(({ body }) => body.data['rule'] === 'Trouble')),
        { withinMs: 100_000 },
      );
      expect(news.receiver.received().filter(({ body }) => body.data['rule'] === 'Trouble')).toHaveLength(1);
    });
  });
}
