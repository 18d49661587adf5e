import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticlePage, FeedList } from '@framewatch/contracts';
import { createPress, type Hub, type Press, startHub, systemClock, waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BEAT } from './testing/press-files.ts';
import { embeddedProduct, type Product, untilSettled } from './testing/product.ts';

describe('a push', () => {
  let hub: Hub;
  let press: Press;
  let product: Product;

  beforeAll(async () => {
    hub = await startHub();
    press = await createPress({
      seed: 'push in the whole product',
      clock: systemClock,
      historyDays: 2,
      articlesPerDay: 4,
      ongoing: false,
      outlets: ['potomac-ledger'],
      hub: hub.url,
    });
    const hosts = [new URL(press.url).host, hub.host];
    product = await embeddedProduct({
      'feeds.yaml': press.feedsYaml(),
      'alerts.yaml': `rules:\n  - { id: new, name: New, on: new-article, beat: ${BEAT}, channels: [in-app] }\n`,
      'framewatch.yaml': [
        'synthetic: true',
        `allowAddresses: ${JSON.stringify(hosts)}`,
        // No poll comes by itself while this test runs.
        'polling: { minMinutes: 600, maxHours: 24 }',
        'politeness: { gapSeconds: 0, concurrent: 8 }',
        '',
      ].join('\n'),
    });
  }, 240_000);
  afterAll(async () => {
    await product?.stop();
    await press?.close();
    await hub?.close();
  }, 60_000);

  const feedNow = async () => (await product.get<FeedList>('/api/feeds')).feeds[0];

  it('brings an article to the API, read and classified, before any poll could have', async () => {
    await untilSettled(product, press.truth().length);
    expect((await feedNow())?.push).toMatchObject({ state: 'off', hub: hub.host });
    await appendFile(join(product.configFolder, 'framewatch.yaml'), `pushAddress: ${product.address}\n`);
    const before = await waitFor('the subscription', async () => {
      const feed = await feedNow();
      return feed?.push?.state === 'verified' && feed;
    });

    const article = press.publish({ relevant: true, frames: ['burden_sharing'] });
    expect(await hub.publish(before.url)).toEqual([202]);
    const found = await waitFor('the article', async () => {
      const { items } = await product.get<ArticlePage>(`/api/articles?beat=${BEAT}&limit=50`);
      return items.find(({ title }) => title === article.title);
    });
    expect(found).toMatchObject({ title: article.title, outlet: expect.anything() });
    const after = await feedNow();
    expect(after).toMatchObject({
      lastCheckAt: before.lastCheckAt,
      nextCheckAt: before.nextCheckAt,
      push: { state: 'verified', taken: 1 },
    });
    expect(Date.parse(after?.nextCheckAt ?? '')).toBeGreaterThan(Date.now() + 3_600_000);
    await waitFor('the alert', async () => {
      const page = await product.get<{ items: { title: string }[] }>('/api/alerts');
      return page.items.some(({ title }) => title === article.title);
    });
  });
});
