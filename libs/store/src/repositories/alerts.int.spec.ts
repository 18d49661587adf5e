import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NOON } from '../testing/builders.ts';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';
import type { NewAlert } from './alerts.repository.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.stop());
beforeEach(() => test.database.pool.query('truncate alert, delivery cascade'));

const alert = (changes: Partial<NewAlert> = {}): NewAlert => ({
  ruleId: 'rule',
  ruleName: 'Rule',
  occurrenceKey: 'article-7',
  on: 'new-article',
  beatId: 'beat',
  title: 'Title',
  articleId: null,
  url: null,
  outlet: null,
  labels: [],
  why: 'because',
  quotes: [],
  synthetic: false,
  channels: ['in-app', 'desk'],
  ...changes,
});

describe('alerts', () => {
  it('are raised exactly once under twenty concurrent calls, with one delivery a channel', async () => {
    const raised = await Promise.all(
      Array.from({ length: 20 }, () => test.store.alerts.raise(alert(), NOON)),
    );
    expect(raised.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(raised.map(({ alertId }) => alertId)).size).toBe(1);
    const { rows } = await test.database.pool.query('select channel_id from delivery order by 1');
    expect(rows).toEqual([{ channel_id: 'desk' }, { channel_id: 'in-app' }]);
    expect(raised.every(({ deliveryIds }) => deliveryIds.length === 2)).toBe(true);
  });

  it('are raised anew for another rule or another occurrence', async () => {
    for (const changes of [{}, { ruleId: 'other' }, { occurrenceKey: 'article-8' }])
      expect((await test.store.alerts.raise(alert(changes), NOON)).isNew).toBe(true);
  });
});
