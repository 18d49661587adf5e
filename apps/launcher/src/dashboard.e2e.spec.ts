import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticlePage, TrendAnswer } from '@framewatch/contracts';
import { createPress, type Press, systemClock, waitFor } from '@framewatch/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { alertsPageCases, REMARK } from './testing/alerts-page.cases.ts';
import { BEAT, filesFor } from './testing/press-files.ts';
import { embeddedProduct, type Product, untilSettled } from './testing/product.ts';
import { startReceiver } from './testing/receiver.ts';

const HISTORY_DAYS = 10;
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An outlet that the configuration lacks until a test adds it in the dashboard. */
const ADDED_LATER = 'minamo-times';

const watchedFromTheStart = (press: Press) =>
  press.truth().filter(({ url }) => !url.includes(`/${ADDED_LATER}/`));

/** The text of a feeds.yaml without an outlet's entries. */
function feedsWithout(slug: string, yaml: string): string {
  const [head, ...entries] = yaml.split(/(?=^ {2}- url: )/m);
  return [head, ...entries.filter((entry) => !entry.includes(`/${slug}/`))].join('');
}

const program = process.env.FRAMEWATCH_TEST_CHROMIUM;
const why = 'there is no Chromium; name one in FRAMEWATCH_TEST_CHROMIUM';
if (!program) console.log(`Left out: the dashboard in a browser, for ${why}.`);

(program ? describe : describe.skip)(program ? 'the dashboard' : `the dashboard (left out: ${why})`, () => {
  let press: Press;
  let product: Product;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    press = await createPress({
      seed: 'dashboard',
      clock: systemClock,
      historyDays: HISTORY_DAYS,
      articlesPerDay: 10,
      ongoing: false,
    });
    press.publish({ relevant: true, frames: ['burden_sharing'], outlet: 'potomac-ledger' });
    receiver = await startReceiver();
    const feeds = feedsWithout(ADDED_LATER, press.feedsYaml());
    const files = filesFor(press, { feeds, webhookHost: receiver.host });
    product = await embeddedProduct({ ...files, 'alerts.yaml': `${REMARK}\n${files['alerts.yaml']}` });
    await untilSettled(product, watchedFromTheStart(press).length);
    browser = await chromium.launch({ executablePath: program ?? '', args: FLAGS });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    await receiver?.close();
    await press?.close();
  }, 60_000);

  beforeEach(async () => {
    page = await browser.newPage({
      viewport: { width: 1440, height: 1000 },
      locale: 'en-GB',
      timezoneId: 'Asia/Tokyo',
    });
    complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
  });

  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  it('shows the press’s numbers in the table behind the coverage chart, and says that they are synthetic', async () => {
    await page.goto(`${product.address}/`);
    await page.getByRole('button', { name: 'Coverage: Table' }).click();
    const shown = await page.getByRole('region', { name: 'Coverage' }).locator('tbody tr').allInnerTexts();
    const numbers = shown.flatMap((row) => /([\d,]+) of ([\d,]+)/.exec(row)?.slice(1, 3).map(Number) ?? []);
    const sum = (parity: number): number =>
      numbers.filter((_, i) => i % 2 === parity).reduce((a, b) => a + b, 0);
    const truth = watchedFromTheStart(press);
    expect([sum(0), sum(1)]).toEqual([truth.filter((article) => article.relevant).length, truth.length]);
    expect(
      await page
        .getByText(/synthetic/i)
        .first()
        .isVisible(),
    ).toBe(true);
  });

  it('opens exactly the articles behind a number', async () => {
    await page.goto(`${product.address}/`);
    await page.getByRole('button', { name: 'Framing: Table' }).click();
    const cell = page
      .getByRole('region', { name: 'Framing', exact: true })
      .locator('tbody td.number')
      .filter({ has: page.locator('a') })
      .first();
    const numerator = Number(/([\d,]+) of/.exec(await cell.innerText())?.[1]);
    await cell.locator('a').click();
    await page.waitForURL(/\/articles/);
    const said = new RegExp(`\\b${numerator}\\b`);
    await waitFor(`the list to say ${numerator}`, async () =>
      said.test(await page.locator('main').innerText()),
    );
  });

  it('marks the evidence in an article, takes a correction in two clicks and undoes it', async () => {
    const { items } = await product.get<{ items: { id: string }[] }>(
      `/api/articles?beat=${BEAT}&frame=burden_sharing&limit=1`,
    );
    await page.goto(`${product.address}/articles/${items[0]?.id}?beat=${BEAT}`);
    await page.locator('main mark').first().waitFor();
    expect(await page.locator('main mark').count()).toBeGreaterThan(0);
    const framed = async (): Promise<number> => {
      const from = new Date(Date.now() - 30 * 86_400_000).toISOString();
      const answer = await product.get<TrendAnswer>(
        `/api/trends/framing?beat=${BEAT}&from=${from}&to=${new Date().toISOString()}&by=frame`,
      );
      return answer.series.find((series) => series.key === 'burden_sharing')?.total.numerator ?? 0;
    };
    const before = await framed();
    await page.keyboard.press('e');
    await page.locator('.board').getByRole('button', { name: 'Who pays' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await framed()).toBe(before - 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await waitFor('the model’s decision to show again', async () => (await framed()) === before);
  });

  it('shows a new article and its alert without being asked again', async () => {
    await page.goto(`${product.address}/`);
    await page.getByRole('region', { name: 'New', exact: true }).waitFor();
    const published = press.publish({ relevant: true, frames: ['host_community'], outlet: 'potomac-ledger' });
    await page
      .getByRole('region', { name: 'New', exact: true })
      .getByText(published.title)
      .waitFor({ timeout: 60_000 });
    await page
      .getByRole('region', { name: 'Alerts' })
      .getByText(published.title)
      .waitFor({ timeout: 60_000 });
  });

  it('takes a feed by the address of its site, with the keyboard alone, and its articles come', async () => {
    await page.goto(`${product.address}/feeds`);
    await page.getByRole('button', { name: 'Add feed' }).press('Enter');
    await page.getByRole('textbox', { name: /Address of the site/ }).waitFor();
    await page.keyboard.type(`${press.url}/${ADDED_LATER}/`);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const newest = press.articles().findLast(({ url }) => url.includes(`/${ADDED_LATER}/`));
    await dialog
      .getByRole('link', { name: newest?.title ?? '' })
      .first()
      .waitFor({ timeout: 60_000 });
    expect(await dialog.getByRole('article').count()).toBe(2);
    const choose = dialog.getByRole('button', { name: /^Choose: .*news-sitemap\.xml$/ });
    await choose.press('Enter');
    await dialog.getByRole('textbox', { name: 'Country' }).fill('jp');
    await dialog.getByRole('combobox', { name: 'Kind of voice' }).selectOption('newspaper');
    await dialog.getByRole('button', { name: 'Add to feeds.yaml' }).press('Enter');
    await dialog.getByText(/Added on line \d+ of config\/feeds\.yaml/).waitFor();
    expect(await readFile(join(product.configFolder, 'feeds.yaml'), 'utf8')).toContain(
      `- url: ${press.url}/${ADDED_LATER}/news-sitemap.xml\n`,
    );
    await page.keyboard.press('Enter');
    await page
      .getByRole('row', { name: new RegExp(`${ADDED_LATER}/news-sitemap`) })
      .waitFor({ timeout: 60_000 });
    await untilSettled(product, press.truth().length);
    const found = await product.get<ArticlePage>(
      `/api/articles?beat=${BEAT}&scope=all&limit=1&q=${encodeURIComponent(newest?.title ?? '')}`,
    );
    expect(found.items[0]?.title).toBe(newest?.title);
  });

  it('says in words what an address gives that has no feed', async () => {
    await page.goto(`${product.address}/feeds`);
    await page.getByRole('button', { name: 'Add feed' }).click();
    await page.getByRole('textbox', { name: /Address of the site/ }).fill('no address');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('This is no web address').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('reaches every page from the keyboard and by its address', async () => {
    for (const [path, heading] of [
      ['/framing', /Framing/],
      ['/articles', /Articles/],
      ['/alerts', /Alerts/],
      ['/feeds', /Feeds/],
      ['/seeds', /Seeds|Topics|Frames/],
    ] as const) {
      await page.goto(`${product.address}${path}`);
      await page.getByRole('heading', { name: heading }).first().waitFor();
    }
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement?.tagName')).toBe('INPUT');
  });

  alertsPageCases(() => ({ press, product, page, received: receiver.received }));
});
