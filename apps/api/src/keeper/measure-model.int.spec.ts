import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeArticle } from '../testing/build-articles.ts';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const figures = async () => (await api.get('/api/beats')).json[0]?.figures;
const article = (frames: string[]) =>
  storeArticle(api.store, { outlet: 'Harbor Wire', at: '2026-05-04T12:00:00.000Z', frames });
const correct = (id: string, labelId: string, decision: string) =>
  api.post(`/api/articles/${id}/corrections`, {
    beat: BEAT,
    corrections: [{ kind: 'frame', labelId, decision }],
  });
const judged = async () =>
  (await api.store.corrections.findJudged(BEAT)).map(({ labelId, said, decision }) => [
    labelId,
    said,
    decision,
  ]);

describe('figures of a model', () => {
  it('are there as soon as it is in force: every label on texts written for testing, held-out ones apart', async () => {
    const { gold, corrections } = (await figures())!;
    const labels = (await api.get('/api/beats')).json[0]!.labels;
    expect(gold!.labels).toHaveLength(labels.length + 1);
    expect(gold!.heldOut).toBeGreaterThan(20);
    expect(gold!.texts).toBeGreaterThan(2 * gold!.heldOut);
    const relevance = gold!.labels.find(({ kind }) => kind === 'relevance')!;
    expect(relevance.all.n).toBe(gold!.texts);
    expect(relevance.heldOut.n).toBe(gold!.heldOut);
    expect(relevance.heldOut.precision!.low).toBeLessThan(relevance.heldOut.precision!.value);
    expect(corrections).toEqual([]);
  });

  it('compare corrections with what the model said before, whatever it has learnt since', async () => {
    const [right, wrong] = [await article(['burden_sharing']), await article([])];
    await correct(right, 'burden_sharing', 'yes');
    await correct(wrong, 'burden_sharing', 'yes');
    expect(await judged()).toEqual([
      ['burden_sharing', 'yes', 'yes'],
      ['burden_sharing', 'no', 'yes'],
    ]);
    // A second word on the same label: by now a model may know it by heart.
    await correct(right, 'burden_sharing', 'withdraw');
    await api.store.database.pool.query("update label set decision = 'no' where label_id = 'burden_sharing'");
    await correct(right, 'burden_sharing', 'no');
    expect(await judged()).toContainEqual(['burden_sharing', 'yes', 'no']);
    await waitFor('the next model', async () => {
      const newest = await api.store.models.findNewest(BEAT);
      const measured = newest && (await api.store.models.findFigures(newest.id));
      return measured?.corrections.some(
        ({ labelId, measure }) => labelId === 'burden_sharing' && measure.n === 2,
      );
    });
  });

  it('are measured anew when the texts change, and there are none where they are gone', async () => {
    const before = (await figures())!.gold!;
    await rm(join(api.seedsFolder, BEAT, 'gold/held-out-english.jsonl'));
    const newest = async () => {
      const model = await api.store.models.findNewest(BEAT);
      return model && (await api.store.models.findFigures(model.id));
    };
    await waitFor('fewer texts', async () => {
      const gold = (await newest())?.gold;
      return gold !== undefined && gold !== null && gold.texts < before.texts;
    });
    await rm(join(api.seedsFolder, BEAT, 'gold'), { recursive: true });
    await waitFor('no texts', async () => (await newest())?.gold === null);
  });
});
