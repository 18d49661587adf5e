import { type AlertRuleConfig, alertRuleConfigSchema } from '@framewatch/contracts';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildWeeks } from './testing/build-weeks.ts';
import { BEAT, type Newsroom, openNewsroom } from './testing/newsroom.ts';

const DAY = 86_400_000;
const COSTS = { topics: ['host_nation_support' as const], frames: ['burden_sharing' as const] };
const rule = (on: AlertRuleConfig['on'], conditions: object = {}): AlertRuleConfig =>
  alertRuleConfigSchema.parse({
    id: on,
    name: on,
    on,
    channels: ['desk'],
    ...(on === 'feed-trouble' ? {} : { beat: BEAT }),
    ...conditions,
  });

/** Every kind of rule, from what happens to a signed webhook at a real receiver. */
describe('each kind of rule reaches a webhook', () => {
  let news: Newsroom;
  beforeAll(async () => {
    news = await openNewsroom({ outlets: ['harbor-wire', 'potomac-ledger', 'kazahana'] });
    await news.acceptRules([]);
    await news.takeFeeds();
    await news.startWorker();
    await news.settled();
  }, 120_000);
  afterAll(() => news.stop());

  /** The alerts of a rule that the receiver has, once each; waits for so many. */
  const told = (on: string, count: number) =>
    waitFor(
      `${count} message(s) of ${on}`,
      async () => {
        // The clock runs it once a minute; nobody waits for that here. One that is waiting already is enough.
        await news.queues.add('watch-trends', {});
        const hooks = news.receiver.received().filter(({ body }) => body.data['ruleId'] === on);
        return hooks.length >= count ? hooks : null;
      },
      { withinMs: 30_000, describe: () => Promise.resolve(news.receiver.received().map(({ body }) => body)) },
    );
  const published = async (order: Parameters<Newsroom['press']['publish']>[0]) => {
    const article = news.press.publish(order);
    await news.poll(article.outlet);
    const state = await news.waitForFate(article, 'classified');
    await news.settled();
    return { article, state };
  };
  it('new-article, new-story with its later articles, and first-coverage', async () => {
    await news.pool.query("update feed set first_polled_at = now() - interval '30 days'");
    await news.pool.query("delete from trend_fact where 'host_nation_support' = any(topics)");
    await news.acceptRules([
      rule('new-article', { topics: ['host_nation_support'], minimumScore: 0.5 }),
      rule('new-story', { topics: ['host_nation_support'] }),
      rule('first-coverage', { topics: ['host_nation_support'] }),
    ]);
    const first = await published({ outlet: 'harbor-wire', ...COSTS });
    const [hook] = await told('new-article', 1);
    expect(hook).toMatchObject({ isSigned: true, body: { data: { url: first.article.url } } });
    expect(hook?.body.data['reason']).toMatch(/^Relevant \(\d\.\d\d\); on .+\./);
    await told('new-story', 1);
    await told('first-coverage', 1);
    const again = await published({
      outlet: 'harbor-wire',
      copyOf: first.article.id,
      title: first.article.title,
    });
    const rows = async () =>
      (
        await news.pool.query(
          `select x.on_kind, (select count(*)::int from alert_update u where u.alert_id = x.id) as updates,
             (select count(*)::int from alert y where y.article_id = $1) as own
           from alert x where x.article_id = $2 order by 1`,
          [again.state.id, first.state.id],
        )
      ).rows;
    expect(await rows()).toEqual([
      { on_kind: 'first-coverage', updates: 0, own: 1 },
      { on_kind: 'new-article', updates: 0, own: 1 },
      { on_kind: 'new-story', updates: 1, own: 1 },
    ]);
    expect(await told('new-story', 1)).toHaveLength(1);
    expect(await told('first-coverage', 1)).toHaveLength(1);
  });

  it('spike and framing-shift, over weeks of history', async () => {
    await buildWeeks(news);
    await news.acceptRules([
      rule('spike', { topics: ['north_korea'], minimumArticles: 5 }),
      rule('framing-shift', { window: 'day', minimumArticles: 5, frames: ['deterrence_threat'] }),
    ]);
    // The rules have been there since before the news: what is older is no news to a rule.
    for (const id of ['spike', 'framing-shift']) await sinceLongAgo(news, id);
    const [spike] = await told('spike', 1);
    expect(spike?.body.data['reason']).toMatch(/^20 stories in \d{4}-\d\d-\d\d, where about /);
    const [shift] = await told('framing-shift', 1);
    expect(shift?.body.data['reason']).toMatch(/% of \d+ articles in .+, against .+ % of \d+ before\.$/);
  });

  it('feed-trouble: failing, silent and gone', async () => {
    await news.acceptRules([rule('feed-trouble')]);
    const { rows } = await news.pool.query<{ id: string }>('select id from feed order by id');
    const [failing, silent, gone] = rows.map(({ id }) => id);
    await news.pool.query(
      "update feed set failing_since = now() - interval '1 hour', error_weight = 2, last_error = '503' where id = $1",
      [failing],
    );
    await news.pool.query(
      `update feed set recent_entry_times = array(select now() - interval '9 days' - make_interval(hours => h) from generate_series(0, 9) h) where id = $1`,
      [silent],
    );
    await news.pool.query("update feed set paused_reason = 'gone' where id = $1", [gone]);
    const hooks = await told('feed-trouble', 3);
    expect(hooks.map(({ body }) => String(body.data['title']).split(': ')[1]).sort()).toEqual([
      'feed gone',
      'feed not reached',
      'feed silent',
    ]);
  });
});

const sinceLongAgo = async (news: Newsroom, ruleId: string): Promise<void> => {
  await news.pool.query('update model set activated_at = $1 where status = $2', [
    new Date(Date.now() - 90 * DAY),
    'active',
  ]);
  await waitFor('the rule to be looked at once', async () => {
    await news.queues.add('watch-trends', {});
    const { rowCount } = await news.pool.query('update alert_rule_state set since = $1 where rule_id = $2', [
      new Date(Date.now() - 90 * DAY),
      ruleId,
    ]);
    return (rowCount ?? 0) > 0;
  });
};
