import { createBeatCatalog, previewRule } from '@framewatch/api';
import { type AlertRuleConfig, alertRuleConfigSchema, settingsSchema } from '@framewatch/contracts';
import { createStore, migrate, openDatabase, type Database, type Store } from '@framewatch/store';
import { startTestPostgres } from '@framewatch/testing';
import { measureTrends, raiseAlerts, type StageContext, watchTrends } from '@framewatch/worker';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BEAT,
  FRAMES,
  type MadeArticle,
  makeArticle,
  makeBeat,
  makeOutlet,
  seededRandom,
  TOPICS,
} from './testing/rules/history.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const ZONE = 'Asia/Tokyo';
/** The end of the history: a Wednesday, so that whole weeks lie before it. */
const NOW = new Date('2026-05-20T09:00:00.000Z');
const LIVE_DAYS = 9;
const random = seededRandom(20_260_520);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const rule = (id: string, on: AlertRuleConfig['on'], conditions: object = {}): AlertRuleConfig =>
  alertRuleConfigSchema.parse({
    id,
    name: id,
    on,
    channels: ['in-app'],
    ...(on === 'feed-trouble' ? {} : { beat: BEAT }),
    ...conditions,
  });
const RULES = [
  rule('every', 'new-article'),
  rule('scored', 'new-article', { topics: ['bases', 'drills'], minimumScore: 0.75 }),
  rule('sure', 'new-article', { minimumRelevance: 0.85, frames: ['threat'], groups: ['wire'] }),
  rule('worded', 'new-article', { words: ['host nation', '駐留経費'], languages: ['en', 'ja'] }),
  rule('named', 'new-article', { outlets: ['HARBOR WIRE'], topics: ['budget'] }),
  rule('stories', 'new-story'),
  rule('base-stories', 'new-story', { topics: ['bases'], minimumScore: 0.6 }),
  rule('first-ever', 'first-coverage', { topics: TOPICS }),
  rule('first-again', 'first-coverage', { topics: TOPICS, after: '3d', minimumScore: 0.5 }),
  rule('beat-again', 'first-coverage', { after: '9h', outlets: ['Reed Institute', 'Kawa Shimbun'] }),
  rule('spikes', 'spike', { topics: ['bases', 'drills'], minimumArticles: 4 }),
  rule('shifts', 'framing-shift', { window: 'day', minimumArticles: 5 }),
  rule('trouble', 'feed-trouble'),
];

let stop: () => Promise<void>;
let store: Store;
let database: Database;
let clock = NOW;
let context: StageContext;

beforeAll(async () => {
  const postgres = await startTestPostgres();
  database = openDatabase(postgres.url, { max: 6 });
  await migrate(database);
  store = createStore(database);
  const settings = settingsSchema.parse({ timezone: ZONE });
  await store.configVersions.accept('settings', { hash: 's', content: settings, problems: [] });
  context = {
    store,
    now: () => clock,
    log: () => {},
    config: {
      settings: () => Promise.resolve(settings),
      alerts: () => Promise.resolve({ channels: [{ id: 'in-app', kind: 'in-app' }], rules: RULES }),
    },
    models: { findActive: () => store.models.findActive(BEAT) },
  } as unknown as StageContext;
  stop = async () => {
    await database.close();
    await postgres.stop();
  };
  await liveThroughIt();
}, 300_000);
afterAll(() => stop());

interface Order extends MadeArticle {
  isBurst?: boolean;
}

/** Two months of imports, then nine days of news with a burst on one topic and, later, another mix of frames. */
function orders(outlets: string[]): Order[] {
  const found: Order[] = [];
  const of = (at: number, changes: Partial<Order>): Order => ({
    outletId: pick(outlets.slice(0, 3)),
    seenAt: new Date(at),
    countedAt: new Date(at - Math.floor(random() * 90) * MINUTE),
    isNews: true,
    topics: Object.fromEntries(
      TOPICS.filter(() => random() < 0.3).map((id) => [id, Math.round(50 + 50 * random()) / 100]),
    ),
    frames: FRAMES.filter((id) => random() < (id === 'cost' ? 0.05 : 0.5)),
    relevance: random() < 0.75 ? 'yes' : 'no',
    score: Math.round(60 + 40 * random()) / 100,
    ...changes,
  });
  for (let day = 45; day > LIVE_DAYS; day -= 1)
    for (let n = 0; n < 3; n += 1)
      found.push(
        of(NOW.getTime() - day * DAY + n * 200 * MINUTE, {
          isNews: false,
          topics: random() < 0.2 ? { bases: 0.9 } : { drills: 0.7 },
        }),
      );
  for (let minute = LIVE_DAYS * 1440; minute > 60; minute -= 80 + Math.floor(random() * 160)) {
    const at = NOW.getTime() - minute * MINUTE + 30_000;
    const kind = random();
    found.push(
      of(at, {
        ...(kind < 0.1 ? { outletId: outlets[3] ?? '' } : {}),
        ...(kind > 0.9 ? { isNews: false } : {}),
        ...(kind > 0.85 && kind < 0.9 ? { countedAt: new Date(at - 10 * DAY) } : {}),
        ...(kind > 0.7 && kind < 0.8 ? { text: 'On Host  Nation support.' } : {}),
        ...(kind > 0.65 && kind < 0.7 ? { text: '在日米軍の駐留経費。', language: 'ja' } : {}),
        ...(kind > 0.4 && kind < 0.55
          ? {
              corrections: [{ kind: 'topic', labelId: pick(TOPICS), decision: pick(['yes', 'no'] as const) }],
            }
          : {}),
        ...(kind > 0.55 && kind < 0.6
          ? {
              corrections: [
                { kind: 'relevance', labelId: 'relevance', decision: pick(['yes', 'no'] as const) },
              ],
            }
          : {}),
        ...(minute < 3 * 1440 ? { frames: ['cost'] } : {}),
      }),
    );
  }
  for (let n = 0; n < 14; n += 1)
    found.push(
      of(NOW.getTime() - 5 * DAY - 200 * MINUTE + n * 7 * MINUTE, {
        topics: { bases: 0.95 },
        relevance: 'yes',
        isBurst: true,
      }),
    );
  // The same again as an import: it makes no spike.
  for (let n = 0; n < 14; n += 1)
    found.push(
      of(NOW.getTime() - 8 * DAY + n * 7 * MINUTE, {
        topics: { drills: 0.95 },
        relevance: 'yes',
        isNews: false,
      }),
    );
  return found.sort((a, b) => a.seenAt.getTime() - b.seenAt.getTime());
}

/** Takes everything in its order, with each stage at the time at which it would have run. */
async function liveThroughIt(): Promise<void> {
  const begin = new Date(NOW.getTime() - 70 * DAY);
  const modelId = await makeBeat(store, begin);
  const made = [
    await makeOutlet(store, 'Harbor Wire', 'wire', begin),
    await makeOutlet(store, 'Kawa Shimbun', 'newspaper', begin),
    await makeOutlet(store, 'Reed Institute', 'newspaper', begin),
    await makeOutlet(store, 'New Paper', 'newspaper', new Date(NOW.getTime() - 10 * DAY)),
  ];
  const stories: string[] = [];
  const steps: { at: number; run(): Promise<unknown> }[] = [];
  const all = orders(made.map(({ outletId }) => outletId));
  const isOld = ({ seenAt }: Order) => seenAt.getTime() < NOW.getTime() - LIVE_DAYS * DAY;
  await Promise.all(
    all
      .filter(isOld)
      .map(async (order) => measureTrends(context, { articleId: await makeArticle(store, modelId, order) })),
  );
  for (const order of all.filter((one) => !isOld(one)))
    steps.push({
      at: order.seenAt.getTime(),
      run: async () => {
        const goesOn = !order.isBurst && order.isNews && stories.length > 0 && random() < 0.4;
        const id = await makeArticle(store, modelId, {
          ...order,
          ...(goesOn ? { story: pick(stories.slice(-6)) } : {}),
        });
        const { rows } = await store.database.pool.query('select story_id from article where id = $1', [id]);
        if (!goesOn && order.isNews) stories.push(rows[0].story_id);
        await measureTrends(context, { articleId: id });
        clock = new Date(order.seenAt.getTime() + 5_000);
        await raiseAlerts(context, { articleId: id });
      },
    });
  // Rules on trends are looked at by the clock, here where something may have come since.
  const ticks = new Set<number>();
  for (const { at } of steps)
    if (at > NOW.getTime() - LIVE_DAYS * DAY) ticks.add(Math.ceil((at + 1) / (10 * MINUTE)) * 10 * MINUTE);
  for (let day = LIVE_DAYS + 1; day > 0; day -= 1)
    ticks.add(Math.floor(NOW.getTime() / DAY - day) * DAY + 15 * 60 * MINUTE);
  for (const at of ticks) steps.push({ at, run: () => watchTrends(watching(['spikes', 'shifts'])) });
  steps.push(...pollsOf(made[1]?.feedId ?? ''));
  for (const { at, run } of steps.sort((a, b) => a.at - b.at)) {
    if (at > NOW.getTime()) break;
    clock = new Date(at);
    await run();
  }
  clock = NOW;
}

/** The rules that one step may move; to look at the others would only take time. */
const watching = (ids: string[]): StageContext => ({
  ...context,
  config: {
    ...context.config,
    alerts: async () => ({ channels: [], rules: RULES.filter(({ id }) => ids.includes(id)) }),
  },
});

/** Entries every six hours, an outage of a day, and then silence. */
function pollsOf(feedId: string): { at: number; run(): Promise<unknown> }[] {
  const times: Date[] = [];
  let weight = 0;
  return Array.from({ length: 29 * 4 }, (_, n) => NOW.getTime() - 29 * DAY + n * 6 * 60 * MINUTE + 7_000).map(
    (at, n) => ({
      at,
      run: async () => {
        const [isDown, isSilent] = [n >= 60 && n < 65, n > 85];
        weight = isDown ? weight + 0.5 : 0;
        if (!isDown && !isSilent) times.push(new Date(at));
        await store.feeds.recordCheck(
          feedId,
          {
            at: new Date(at),
            outcome: isDown ? 'failed' : 'fetched',
            httpStatus: isDown ? 503 : 200,
            entries: 5,
            newEntries: isDown || isSilent ? 0 : 1,
            bytes: 1,
            durationMs: 1,
            error: isDown ? '503' : null,
            failure: isDown ? 'server-error' : null,
            failing: weight >= 1,
            nextCheckAt: null,
            nextCheckReason: 'made up',
          },
          { error_weight: weight, recent_entry_times: times.slice(-40).map((time) => time.toISOString()) },
        );
        await watchTrends(context);
      },
    }),
  );
}

const raisedByDay = async (ruleId: string): Promise<Record<string, number>> => {
  const { rows } = await database.pool.query<{ day: string; n: number }>(
    `select to_char(raised_at at time zone '${ZONE}', 'YYYY-MM-DD') as day, count(*)::int as n from alert where rule_id = $1 group by 1`,
    [ruleId],
  );
  return Object.fromEntries(rows.map(({ day, n }) => [day, n]));
};

describe('what a preview says', () => {
  it.each(RULES.map((one) => [one.id, one] as const))(
    'is what the rule %s raised, day by day',
    async (_id, one) => {
      const preview = await previewRule({ store, beats: createBeatCatalog(store), now: () => NOW }, one);
      const said = preview.periods[1]?.perDay.filter(({ count }) => (count ?? 0) > 0) ?? [];
      const raised = await raisedByDay(one.id);
      expect(Object.fromEntries(said.map(({ day, count }) => [day, count]))).toEqual(raised);
      expect(Object.keys(raised).length).toBeGreaterThan(0);
      expect(preview.shown.length).toBeGreaterThan(0);
    },
  );
});

describe('what was raised', () => {
  it('is news alone, and nothing of an outlet that is new', async () => {
    const { rows } = await database.pool.query(
      `select count(*)::int as n from alert x join article a on a.id = x.article_id join outlet o on o.id = a.outlet_id
       where not a.is_news or a.first_seen_at - a.counted_at > interval '7 days'
         or (x.on_kind = 'first-coverage' and o.name = 'New Paper')`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
  it('gathers the later articles of each story, each once', async () => {
    const { rows } = await database.pool.query<{ updates: number; later: number }>(
      `select (select count(*)::int from alert_update u where u.alert_id = x.id) as updates,
         (select count(*)::int from article a join trend_fact f on f.article_id = a.id where a.story_id = s.story_id
           and f.relevant and a.is_news and a.first_seen_at - a.counted_at <= interval '7 days' and a.id > s.id) as later
       from alert x join article s on s.id = x.article_id where x.rule_id = 'stories'`,
    );
    expect(rows.filter(({ updates }) => updates > 0).length).toBeGreaterThan(3);
    for (const { updates, later } of rows) expect(updates).toBe(later);
  });
});

describe('what came before', () => {
  const budget = rule('budget-spikes', 'spike', { topics: ['budget'], minimumArticles: 4 });
  const raisedBy = async (id: string) =>
    (
      await database.pool.query<{ n: number }>('select count(*)::int as n from alert where rule_id = $1', [
        id,
      ])
    ).rows[0]?.n;
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
  const watchAt = async (minutes: number, one: AlertRuleConfig) => {
    clock = at(minutes);
    await watchTrends({
      ...context,
      config: { ...context.config, alerts: async () => ({ channels: [], rules: [one] }) },
    });
  };
  const addNews = async (modelId: string, minutes: number, count: number) => {
    const { rows } = await database.pool.query<{ id: string }>(
      "select id from outlet where name = 'Harbor Wire'",
    );
    for (let n = 0; n < count; n += 1) {
      const seenAt = at(minutes);
      const order = {
        outletId: rows[0]?.id ?? '',
        seenAt,
        countedAt: seenAt,
        isNews: true,
        topics: { budget: 0.9 },
      };
      await measureTrends(context, { articleId: await makeArticle(store, modelId, order) });
    }
  };

  it('is no spike to a model that came into force since', async () => {
    await watchAt(-30, budget);
    const first = (await store.models.findActive(BEAT))?.id ?? '';
    await addNews(first, -20, 20);
    await database.pool.query(
      "update trend_fact set topics = '{drills}' where topics = '{budget}' and counted_at >= $1",
      [at(-21)],
    );
    await watchAt(-15, budget);
    expect(await raisedBy('budget-spikes')).toBe(0);
    // As a re-classification would: the same articles, now on the budget.
    await database.pool.query(
      "update trend_fact set topics = '{budget}' where topics = '{drills}' and counted_at >= $1",
      [at(-21)],
    );
    await database.pool.query('update model set activated_at = $1 where id = $2', [at(-5), first]);
    await watchAt(-4, budget);
    expect(await raisedBy('budget-spikes')).toBe(0);
  });

  it('is none to a rule that was made or changed since', async () => {
    const fresh = rule('fresh-spikes', 'spike', { topics: ['budget'], minimumArticles: 4 });
    await watchAt(-3, fresh);
    await watchAt(-2, fresh);
    await watchAt(-1, { ...fresh, minimumArticles: 3 } as AlertRuleConfig);
    expect(await raisedBy('fresh-spikes')).toBe(0);
    // With another name it is the same rule, and news make it fire, where they alone would.
    await database.pool.query("update alert_rule_state set since = $1 where rule_id = 'fresh-spikes'", [
      at(-200),
    ]);
    await database.pool.query('update model set activated_at = $1', [at(-200)]);
    await watchAt(0, { ...fresh, minimumArticles: 3, name: 'Another name' } as AlertRuleConfig);
    expect(await raisedBy('fresh-spikes')).toBe(1);
  });

  it('is none to a rule on articles: what was looked at is not looked at again, nor is an edit of it', async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      `select article_id as id from alert where rule_id = 'every' and raised_at > $1`,
      [at(-24 * 60 + 30)],
    );
    expect(rows.length).toBeGreaterThan(2);
    const later = {
      ...context,
      config: {
        ...context.config,
        alerts: async () => ({ channels: [], rules: [rule('late', 'new-article')] }),
      },
    };
    clock = at(1);
    for (const { id } of rows) await raiseAlerts(later, { articleId: id });
    // An edit makes another revision, which is looked at anew: what met the rule before is no news even so.
    const id = rows[0]?.id ?? '';
    await database.pool.query(
      'insert into revision (article_id, number, title, text) select id, 1, title, text from article where id = $1 on conflict do nothing',
      [id],
    );
    await database.pool.query('update article set revision = 2 where id = $1', [id]);
    await database.pool.query(
      `insert into classification (article_id, revision, beat_id, model_id, language, covered, relevance_score, relevance_decision, relevance, briefs)
       select article_id, 2, beat_id, model_id, language, covered, relevance_score, 'yes', relevance, briefs from classification where article_id = $1`,
      [id],
    );
    await raiseAlerts(later, { articleId: id });
    expect(await raisedBy('late')).toBe(0);
  });
});
