import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Alert,
  AlertPage,
  ArticleDetail,
  ArticleHistory,
  ArticlePage,
  FeedList,
  TrendAnswer,
} from '@framewatch/contracts';
import { openDatabase } from '@framewatch/store';
import {
  createPress,
  frameIds,
  type Press,
  systemClock,
  testRedisProgram,
  waitFor,
} from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BEAT, filesFor } from './testing/press-files.ts';
import { embeddedProduct, type Product, serverProduct, untilSettled } from './testing/product.ts';
import { startReceiver } from './testing/receiver.ts';

const HISTORY_DAYS = 12;

const LATER_TITLE = 'Tokyo and Washington share the costs of the bases anew';

/** Stands in for the day after which an article is read again. */
async function makeDueForRereading(databaseUrl: string, id: string): Promise<void> {
  const { pool, close } = openDatabase(databaseUrl, { max: 1 });
  await pool.query("update article set reread_at = now() - interval '1 minute' where id = $1", [id]);
  await close();
}

const redis = testRedisProgram();
if (redis === undefined) console.log('Left out: the server mode, for there is no redis-server.');
const modes = [
  { mode: 'embedded', start: embeddedProduct },
  ...(redis === undefined ? [] : [{ mode: 'server (PostgreSQL, Redis, two workers)', start: serverProduct }]),
];

describe.each(modes)('the whole product, $mode', ({ mode, start }) => {
  let press: Press;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let product: Product;
  /** The article whose page is edited behind its feed's back, and its first headline. */
  let edited: { id: string; before: string };

  beforeAll(async () => {
    press = await createPress({
      seed: 'whole product',
      clock: systemClock,
      historyDays: HISTORY_DAYS,
      articlesPerDay: 12,
      ongoing: false,
    });
    receiver = await startReceiver();
    product = await start(filesFor(press, { feeds: 'feeds: []\n', webhookHost: receiver.host }));
  }, 240_000);

  afterAll(async () => {
    await product?.stop();
    await receiver?.close();
    await press?.close();
  }, 60_000);

  const from = () => new Date(Date.now() - (HISTORY_DAYS + 2) * 86_400_000).toISOString();
  const chart = (name: 'coverage' | 'framing', by: string) =>
    product.get<TrendAnswer>(
      `/api/trends/${name}?beat=${BEAT}&from=${from()}&to=${new Date().toISOString()}&bucket=day&tz=Asia/Tokyo&by=${by}`,
    );

  it('is ready and empty at first', async () => {
    expect((await fetch(`${product.address}/api/ready`)).status).toBe(200);
    expect((await product.get<FeedList>('/api/feeds')).feeds).toEqual([]);
  });

  it('takes feeds that are added to the file while it runs, and classifies what they hold', async () => {
    await writeFile(join(product.configFolder, 'feeds.yaml'), press.feedsYaml());
    await untilSettled(product, press.truth().length);
    const { feeds, problems } = await product.get<FeedList>('/api/feeds');
    expect(problems).toEqual([]);
    expect(feeds.map((feed) => feed.url).sort()).toEqual(
      press
        .feeds()
        .map((feed) => feed.url)
        .sort(),
    );
    expect(feeds.filter(({ state }) => state === 'error')).toEqual([]);
    expect(press.feeds().some(({ format }) => format === 'news-sitemap')).toBe(true);
  });

  it('draws coverage as the press knows it, day by day', async () => {
    const answer = await chart('coverage', 'none');
    const days = answer.buckets.map((bucket) => bucket.label);
    const truth = press.coverageByDay({ tz: 'Asia/Tokyo', from: days[0] ?? '', to: days.at(-1) ?? '' });
    const drawn = answer.series[0]?.points.map((point, i) => ({
      day: days[i],
      relevant: point?.numerator ?? 0,
      total: point?.denominator ?? 0,
    }));
    expect(drawn).toEqual(truth.map(({ day, relevant, total }) => ({ day, relevant, total })));
  });

  it('draws framing as the press knows it, day by day', async () => {
    const answer = await chart('framing', 'frame');
    const days = answer.buckets.map((bucket) => bucket.label);
    const truth = press.framesByDay({ tz: 'Asia/Tokyo', from: days[0] ?? '', to: days.at(-1) ?? '' });
    const drawn = days.map((day, i) => ({
      day,
      frames: Object.fromEntries(
        frameIds.map((frame) => [
          frame,
          answer.series.find((s) => s.key === frame)?.points[i]?.numerator ?? 0,
        ]),
      ),
    }));
    expect(drawn).toEqual(truth.map(({ day, frames }) => ({ day, frames })));
  });

  it('opens each number: the list behind a point is as long as the point is high', async () => {
    const answer = await chart('framing', 'frame');
    for (const series of answer.series) {
      const list = await product.get<ArticlePage>(
        `/api/articles?beat=${BEAT}&frame=${series.key}&from=${answer.from}&to=${answer.to}&limit=1`,
      );
      expect({ frame: series.key, total: list.total }).toEqual({
        frame: series.key,
        total: series.total.numerator,
      });
    }
  });

  it('raises no alert for what the feeds held when they were added', async () => {
    expect((await product.get<AlertPage>('/api/alerts')).total).toBe(0);
    expect(receiver.received).toEqual([]);
  });

  it('shows a new article with its evidence, alerts the desk once and says why', async () => {
    const published = press.publish({ relevant: true, frames: ['burden_sharing'] });
    const alert = await waitFor<Alert | undefined>('the alert', async () =>
      (await product.get<AlertPage>('/api/alerts')).items.find((item) => item.title === published.title),
    );
    await waitFor('the webhook', () => Promise.resolve(receiver.received.length > 0));
    const article = await product.get<ArticleDetail>(`/api/articles/${alert?.articleId}?beat=${BEAT}`);
    expect(article).toMatchObject({
      title: published.title,
      synthetic: true,
      relevance: { decision: 'yes' },
    });
    expect(
      article.labels
        .filter((label) => label.kind === 'frame' && label.decision === 'yes')
        .map((label) => label.labelId),
    ).toEqual(['burden_sharing']);
    const evidence = article.evidence.filter((item) => item.labelId === 'burden_sharing');
    expect(evidence.length).toBeGreaterThan(0);
    for (const { sentence } of evidence) {
      const field = sentence.field === 'title' ? article.title : article.text;
      expect(field.slice(sentence.start, sentence.end).trim().length).toBeGreaterThan(10);
    }
    expect(receiver.received.filter(({ body }) => body.data.title === published.title)).toHaveLength(1);
    await waitFor('the delivery to be recorded', async () => {
      const page = await product.get<AlertPage>('/api/alerts');
      const deliveries = page.items.find((item) => item.title === published.title)?.deliveries;
      return deliveries?.length === 2 && deliveries.every((delivery) => delivery.state === 'sent');
    });
    edited = { id: article.id, before: published.title };
    press.edit(published.id, { title: LATER_TITLE, text: 'corrected', where: 'page' });
    if (product.databaseUrl !== null) await makeDueForRereading(product.databaseUrl, article.id);
  });

  it('refuses a bad entry alone, with its line, and keeps the articles of a removed feed', async () => {
    const [first, ...rest] = press.feedsYaml().split('\n  - url: ');
    const kept = [first, ...rest.slice(1)].join('\n  - url: ');
    await writeFile(
      join(product.configFolder, 'feeds.yaml'),
      `${kept.trimEnd()}\n  - url: not-an-address\n    outlet: Nobody\n    country: JP\n    language: en\n    group: wire\n`,
    );
    const { feeds, problems } = await waitFor('the edit to go live', async () => {
      const list = await product.get<FeedList>('/api/feeds');
      return list.problems.length > 0 && list;
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(kept.trimEnd().split('\n').length + 1);
    expect(feeds).toHaveLength(press.feeds().length - 1);
    const everything = await product.get<ArticlePage>(`/api/articles?beat=${BEAT}&scope=all&limit=1`);
    expect(everything.total).toBe(press.truth().length);
  });

  // The day that passes before is set in the database, which the embedded mode keeps to itself.
  if (mode !== 'embedded')
    it('reads an article again whose page was edited, and shows what changed beside both judgements', async () => {
      const path = `/api/articles/${edited.id}/revisions?beat=${BEAT}`;
      const { revisions, readings } = await waitFor('the edit', async () => {
        const history = await product.get<ArticleHistory>(path);
        return history.revisions.length > 1 && history.revisions[1]?.judgement != null && history;
      });
      expect(readings.map(({ why, outcome }) => [why, outcome])).toEqual([['clock', 'edited']]);
      expect(revisions.map(({ title }) => title)).toEqual([edited.before, LATER_TITLE]);
      expect(revisions[1]).toMatchObject({ number: 2, changed: ['title', 'text'] });
      expect(revisions[1]?.titleDiff?.filter(({ change }) => change !== 'same').length).toBeGreaterThan(0);
      expect(JSON.stringify(revisions[1]?.textDiff?.hunks)).toContain('"change":"added"');
      expect(revisions[1]?.notice).toMatch(/An earlier version of this article misstated|当初の記事で/);
      expect(revisions.map(({ judgement }) => judgement?.relevance.decision)).toEqual(['yes', 'yes']);
      const article = await product.get<ArticleDetail>(`/api/articles/${edited.id}?beat=${BEAT}`);
      expect(article.title).toBe(LATER_TITLE);
      expect(
        (await product.get<AlertPage>('/api/alerts')).items.filter((item) => item.articleId === edited.id),
      ).toHaveLength(1);
    });

  it('refuses a page elsewhere that would write to it', async () => {
    const response = await fetch(`${product.address}/api/alerts/read`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ ids: 'all' }),
    });
    expect(response.status).toBe(403);
  });
});
