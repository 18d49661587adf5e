import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ArticleHistory, articleDetailSchema, articleHistorySchema } from '@framewatch/contracts';
import { storeArticle } from '../testing/build-articles.ts';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

const AT = '2026-05-12T09:00:00.000Z';
const LATER = new Date('2026-05-13T09:00:00.000Z');
const OLD = 'Officials met in Tokyo. Japan will consider paying more. Washington had no comment.';
const YOUNG =
  'Officials met in Tokyo. Japan will pay more. Washington had no comment.\n\nCorrection: The talks were in May.';

const PAGE = {
  url: 'http://articles.example/edited',
  etag: null,
  lastModified: null,
  modifiedAt: '2026-05-13T08:30:00.000Z',
  modifiedOffsetMinutes: 540,
  siteName: 'Articles Online',
  section: 'World',
  leadImage: 'http://articles.example/bridge.jpg',
  truncation: 'cut',
} as const;

/** What the API says of an article that was edited, and of one that is gone. */
describe('GET /api/articles/:id/revisions', () => {
  let api: TestApi;
  let outlet: string;
  beforeAll(async () => {
    api = await startTestApi();
    outlet = [...(await api.store.feeds.findOutletIds()).keys()][0] ?? '';
  });
  afterAll(() => api.close());

  const history = async (id: string): Promise<ArticleHistory> =>
    articleHistorySchema.parse((await api.get(`/api/articles/${id}/revisions`, { beat: BEAT })).json);
  const edit = async (id: string, title: string, text: string): Promise<void> => {
    const row = await api.store.articles.findById(id);
    await api.store.articles.saveText(
      id,
      {
        title,
        text,
        authors: [],
        language: 'en',
        textSource: 'page',
        method: null,
        quality: null,
        note: null,
        canonicalUrl: null,
        contentHash: text,
        statedAt: AT,
        offsetMinutes: null,
        countedAt: row?.counted_at.toISOString() ?? AT,
        dateIsStated: true,
        searchWords: text,
        page: PAGE,
      },
      LATER,
      { why: 'clock', next: null },
    );
  };

  it('gives what the page last read said of itself; nothing where none was read', async () => {
    const id = await storeArticle(api.store, { outlet, at: AT, title: 'Tokyo may pay', text: OLD });
    const page = async () =>
      articleDetailSchema.parse((await api.get(`/api/articles/${id}`, { beat: BEAT })).json).page;
    expect(Object.values(await page()).filter((value) => value !== null)).toEqual([]);
    await edit(id, 'Tokyo may pay', OLD);
    const { url: _url, etag: _etag, lastModified: _lastModified, ...said } = PAGE;
    expect(await page()).toEqual(said);
  });

  it('gives each wording with its words that came and went, and the judgement of each', async () => {
    const id = await storeArticle(api.store, {
      outlet,
      at: AT,
      title: 'Tokyo may pay',
      text: OLD,
      topics: ['host_nation_support'],
      frames: ['burden_sharing'],
    });
    await edit(id, 'Tokyo will pay', YOUNG);
    const model = await api.store.models.findActive(BEAT);
    await api.store.classifications.save(
      { articleId: id, revision: 2, beatId: BEAT, modelId: model?.id ?? '' },
      {
        language: 'en',
        covered: true,
        relevance: { score: 0.7, decision: 'yes', groups: [], sentences: [] },
        labels: [{ kind: 'topic', labelId: 'host_nation_support', score: 0.8, decision: 'yes' }],
        evidence: [],
        briefs: [],
        modelVersion: model?.version ?? '',
      },
    );
    const { revisions, readings } = await history(id);
    const [first, second] = revisions;
    expect(first).toMatchObject({ number: 1, title: 'Tokyo may pay', changed: [], textDiff: null });
    expect(second).toMatchObject({
      number: 2,
      changed: ['title', 'text'],
      notice: 'Correction: The talks were in May.',
      titleDiff: [
        { change: 'same', text: 'Tokyo ' },
        { change: 'removed', text: 'may' },
        { change: 'added', text: 'will' },
        { change: 'same', text: ' pay' },
      ],
    });
    const pieces = second?.textDiff?.hunks.flatMap((hunk) => hunk.pieces) ?? [];
    expect(pieces).toContainEqual({ change: 'removed', text: 'consider paying' });
    expect(pieces).toContainEqual({ change: 'added', text: 'pay' });
    expect(first?.judgement?.labels.map(({ labelId }) => labelId)).toEqual([
      'host_nation_support',
      'burden_sharing',
    ]);
    expect(second?.judgement).toMatchObject({
      relevance: { score: expect.closeTo(0.7) },
      modelVersion: model?.version,
    });
    expect(second?.judgement?.labels.map(({ labelId }) => labelId)).toEqual(['host_nation_support']);
    expect(readings).toEqual([{ at: LATER.toISOString(), why: 'clock', outcome: 'edited', note: null }]);
  });

  it('marks in lists what was edited and what is gone, and nothing else', async () => {
    const [plain, edited, gone] = await Promise.all(
      [1, 2, 3].map(() => storeArticle(api.store, { outlet, at: AT, text: OLD })),
    );
    await edit(edited ?? '', 'Another headline', OLD);
    await api.store.articles.setFate(edited ?? '', 'classified', null);
    await api.store.database.pool.query('update article set gone_at = $2 where id = $1', [gone, LATER]);
    const { items } = (await api.get('/api/articles', { beat: BEAT, scope: 'all' })).json;
    const marks = (id: string | undefined) => {
      const item = items.find((one) => one.id === id);
      return [item?.edited, item?.withdrawn];
    };
    expect([marks(plain), marks(edited), marks(gone)]).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    expect((await history(gone ?? '')).withdrawnAt).toBe(LATER.toISOString());
  });

  it('says so where there is no such article', async () => {
    expect((await api.get('/api/articles/999999/revisions', { beat: BEAT })).status).toBe(404);
  });
});
