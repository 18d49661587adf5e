import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChannelView, DeliveryLog, Snooze } from '@framewatch/contracts';
import type { NewAlert } from '@framewatch/store';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BEAT, startTestApi, type TestApi } from '../../testing/test-api.ts';

const FILE = `
channels:
  - { id: desk, name: The desk, kind: webhook, url: "https://desk.example/hook" }
  - id: calm
    kind: mattermost
    urlFromEnv: ALERT_MATTERMOST_URL
    digest: { every: day, at: "08:00", days: [mon, fri], timezone: Asia/Tokyo }
    quietHours: { from: "00:00", to: "23:59", timezone: Asia/Tokyo }
rules:
  - { id: news, name: News, on: new-article, beat: ${BEAT}, channels: [desk, calm] }
`;

const ALERT: NewAlert = {
  ruleId: 'news',
  ruleName: 'News',
  occurrenceKey: 'article-1',
  on: 'new-article',
  beatId: BEAT,
  title: 'Costs',
  articleId: null,
  url: null,
  outlet: null,
  labels: [],
  why: 'because',
  quotes: [],
  synthetic: false,
  channels: ['desk'],
};

describe('delivery over the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await writeFile(join(api.configFolder, 'alerts.yaml'), FILE);
    await waitFor('the channels', async () => (await channels()).length === 3);
  }, 120_000);
  afterAll(() => api.close());

  const ask = async <Body>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${api.address}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, json: (text === '' ? null : JSON.parse(text)) as Body };
  };
  const channels = async (): Promise<ChannelView[]> =>
    (await ask<ChannelView[]>('GET', '/api/alert-channels')).json;
  const log = async (query = ''): Promise<DeliveryLog> =>
    (await ask<DeliveryLog>('GET', `/api/alert-deliveries${query}`)).json;
  const audited = async (what: string) =>
    (await api.store.database.pool.query('select detail from audit where what = $1', [what])).rows;

  it('tells channels: what keeps them calm, in words, and nothing of their addresses', async () => {
    const [inApp, desk, calm] = await channels();
    expect(inApp).toMatchObject({ id: 'in-app', state: 'ok', calm: [] });
    expect(desk).toMatchObject({ name: 'The desk', state: 'ok', calm: [], held: 0, quietNow: false });
    expect(calm?.calm).toEqual([
      'A digest on Mondays and Fridays at 08:00 (Asia/Tokyo).',
      'Quiet every day from 00:00 to 23:59 (Asia/Tokyo).',
    ]);
    expect(calm?.nextDigestAt).toMatch(/T23:00:00\.000Z$/);
    expect(JSON.stringify([inApp, desk, calm])).not.toMatch(/desk\.example|ALERT_/);
  });

  it('tells what a failing channel met with, and when it is tried next', async () => {
    const since = new Date('2026-05-12T12:00:00Z');
    const error = 'The receiver answers 503.';
    await api.store.alertChannels.save('desk', {
      failures: 3,
      failing_since: since,
      error,
      next_try_at: since,
    });
    expect((await channels())[1]).toMatchObject({
      state: 'failing',
      since: since.toISOString(),
      error,
      nextTryAt: since.toISOString(),
    });
    await api.store.alertChannels.save('desk', { failing_since: null, failures: 0, next_try_at: null });
  });

  it('starts and ends snoozes, and remembers who did', async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const request = { ruleId: 'news', channelId: null, until };
    const { json: snooze } = await ask<Snooze>('POST', '/api/alert-snoozes', request);
    expect(snooze).toMatchObject(request);
    expect((await ask<Snooze[]>('GET', '/api/alert-snoozes')).json).toEqual([snooze]);
    const { rules } = (await api.get('/api/alert-rules')).json;
    expect(rules[0]?.snoozedUntil).toBe(until);
    expect((await ask('DELETE', `/api/alert-snoozes/${snooze.id}`)).status).toBe(204);
    expect((await ask('DELETE', `/api/alert-snoozes/${snooze.id}`)).status).toBe(404);
    expect((await ask<Snooze[]>('GET', '/api/alert-snoozes')).json).toEqual([]);
    for (const what of ['alerts snoozed', 'snooze of alerts ended'])
      expect(await audited(what)).toEqual([
        { detail: expect.objectContaining({ ruleId: 'news', by: expect.stringContaining('127.0.0.1') }) },
      ]);
  });

  it.each([
    ['an unknown rule', { ruleId: 'nothing', channelId: null, until: null }, 'ruleId'],
    ['an unknown channel', { ruleId: null, channelId: 'nothing', until: null }, 'channelId'],
    ['the past', { ruleId: null, channelId: null, until: '2020-01-01T00:00:00Z' }, 'until'],
  ])('refuses a snooze of %s, naming the field', async (_, body, field) => {
    const { status, json } = await ask<{ errors: { field: string }[] }>('POST', '/api/alert-snoozes', body);
    expect([status, json.errors[0]?.field]).toEqual([400, field]);
  });

  it('logs deliveries with their attempts, filtered and in pages, and sends again what was given up', async () => {
    const at = new Date();
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      const raised = await api.store.alerts.raise({ ...ALERT, occurrenceKey: `article-${n}` }, at);
      ids.push(...raised.deliveryIds);
    }
    const [first = '', second = ''] = ids;
    const failed = {
      of: { deliveryId: first },
      kind: 'failed' as const,
      message: 'The receiver answers 404.',
    };
    await api.store.deliveries.record('desk', [{ ...failed, nextTryAt: null }], at, () => ({ failures: 1 }));
    const page = await log('?limit=2');
    expect(page.items.map(({ id }) => id)).toEqual([ids[2], second]);
    expect((await log(`?cursor=${page.nextCursor}`)).items.map(({ id }) => id)).toEqual([first]);
    expect((await log('?state=failed&channel=desk&rule=news')).items).toEqual([
      expect.objectContaining({
        id: first,
        error: 'The receiver answers 404.',
        tries: [{ at: at.toISOString(), outcome: 'failed', message: 'The receiver answers 404.' }],
      }),
    ]);
    expect((await log('?channel=calm')).items).toEqual([]);

    expect((await ask('POST', `/api/alert-deliveries/${second}/retry`)).status).toBe(404);
    expect((await ask('POST', `/api/alert-deliveries/${first}/retry`)).status).toBe(204);
    expect((await log('?state=failed')).items).toEqual([]);
    expect(await audited('delivery retried')).toHaveLength(1);
    expect((await channels())[1]?.waiting).toBe(3);
  });

  it('refuses a cursor that is none', async () => {
    expect((await ask('GET', '/api/alert-deliveries?cursor=x')).status).toBe(400);
  });

  it('knows no channel that the file does not name', async () => {
    expect((await ask('POST', '/api/alert-channels/nothing/test')).status).toBe(404);
  });
});
