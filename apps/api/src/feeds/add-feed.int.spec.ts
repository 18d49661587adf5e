import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AddedFeed, FeedConfig, FeedPreview, FoundFeeds, OpmlAnswer } from '@framewatch/contracts';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { feedsFileEditor } from '../keeper/feeds-file-editor.ts';
import { FEEDS, startTestApi, type TestApi } from '../testing/test-api.ts';
import { awaitPreview } from './await-preview.ts';

let api: TestApi;
const file = () => join(api.configFolder, 'feeds.yaml');
const COMMENTED = `# Ours.\n${FEEDS}# The end.\n`;
const feed: FeedConfig = {
  url: 'https://press.example/rss',
  outlet: 'The Press',
  country: 'GB',
  language: 'en',
  group: 'newspaper',
};

beforeAll(async () => {
  api = await startTestApi();
}, 120_000);
afterAll(() => api.close());
beforeEach(() => writeFile(file(), COMMENTED));

const add = (body: unknown) =>
  api.post('/api/feeds/', body) as unknown as Promise<{
    status: number;
    json: AddedFeed & { detail: string };
  }>;

/** Plays the worker for the next preview that is asked for. */
async function answerNext(answer: Omit<FoundFeeds, 'address'>, id: string): Promise<void> {
  const address = await waitFor('somebody to ask', () => api.store.previews.start(id, new Date()));
  await api.store.previews.finish(id, { address, ...answer }, new Date());
}

describe('POST /api/feeds', () => {
  it('adds the entry at the end, keeps all else, and the keeper takes it from there', async () => {
    const { status, json } = await add({ feed, fileVersion: null });
    expect({ status, ...json }).toMatchObject({ status: 200, saved: true, line: 7 });
    const text = await readFile(file(), 'utf8');
    expect(text).toBe(COMMENTED.replace('# The end.', `${json.yaml}\n# The end.`));
    await waitFor('the feed to be watched', async () =>
      (await api.get('/api/feeds')).json.feeds.some(({ url, line }) => url === feed.url && line === 7),
    );
  });

  it('answers 409 and writes nothing where the file changed since it was looked at', async () => {
    const version = await feedsFileEditor(file(), () => true).version();
    const changed = `${COMMENTED}# Somebody was here.\n`;
    await writeFile(file(), changed);
    const { status, json } = await add({ feed, fileVersion: version });
    expect(status).toBe(409);
    expect(json.detail).toMatch(/feeds\.yaml was changed meanwhile/);
    expect(await readFile(file(), 'utf8')).toBe(changed);
  });

  it.each([
    ['an address that stands there', { ...feed, url: 'https://harbor.example/rss' }, /already on line 3/],
    ['an outlet described in another way', { ...feed, outlet: 'Harbor Wire' }, /Harbor Wire has/],
    ['a country that is none', { ...feed, country: 'UK' }, /GB/],
  ])('refuses %s in words, and writes nothing', async (_what, wrong, words) => {
    const { status, json } = await add({ feed: wrong, fileVersion: null });
    expect(status).toBe(400);
    expect(json.detail).toMatch(words);
    expect(await readFile(file(), 'utf8')).toBe(COMMENTED);
  });

  it('refuses a file with a mistake, and an entry that lacks something', async () => {
    expect((await add({ feed: { ...feed, group: undefined }, fileVersion: null })).json.detail).toContain(
      'feed.group',
    );
    await writeFile(file(), 'feeds: [\n');
    const { status, json } = await add({ feed, fileVersion: null });
    expect([status, json.detail]).toEqual([409, expect.stringContaining('mend it first')]);
    expect(await readFile(file(), 'utf8')).toBe('feeds: [\n');
  });

  it('gives the text to paste where the file cannot be written, or another process keeps it', async () => {
    const refuse = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    for (const code of ['EROFS', 'EACCES', 'EBUSY']) {
      const added = await feedsFileEditor(file(), () => true, refuse(code)).add(feed, null);
      expect(added).toEqual({
        saved: false,
        why: 'read-only',
        line: null,
        yaml: expect.stringMatching(/^ {2}- url: https:\/\/press/),
      });
    }
    const elsewhere = feedsFileEditor(file(), () => false);
    expect(await elsewhere.version()).toBeNull();
    expect(await elsewhere.add(feed, null)).toMatchObject({ saved: false, why: 'kept-elsewhere' });
    expect(await readFile(file(), 'utf8')).toBe(COMMENTED);
  });

  it('loses none of several that are added at the same moment', async () => {
    const urls = ['a', 'b', 'c', 'd'].map((name) => `https://press.example/${name}`);
    const answers = await Promise.all(urls.map((url) => add({ feed: { ...feed, url }, fileVersion: null })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const text = await readFile(file(), 'utf8');
    for (const url of urls) expect(text).toContain(url);
  });
});

describe('POST /api/feeds/preview', () => {
  it('waits for what a worker finds, and says which version of the file it was', async () => {
    const nothing = {
      candidates: [],
      unreadable: [{ url: 'https://press.example/', message: 'No.' }],
      incomplete: false,
    };
    const asked = api.post('/api/feeds/preview', { address: ' https://press.example/ ' });
    await answerNext(nothing, '1');
    const { status, json } = (await asked) as unknown as { status: number; json: FeedPreview };
    expect(status).toBe(200);
    expect(json).toEqual({ address: 'https://press.example/', ...nothing, fileVersion: expect.any(String) });
  });

  it('says that no worker took it up, and that one did not come to an end', async () => {
    const context = {
      store: api.store,
      now: () => new Date(),
      log: () => {},
      queues: { add: () => Promise.resolve() },
    } as unknown as Parameters<typeof awaitPreview>[0];
    await expect(awaitPreview(context, 'x', { start: -1, finish: 60_000 })).rejects.toMatchObject({
      problem: { status: 503, detail: expect.stringContaining('No worker') },
    });
    await expect(awaitPreview(context, 'y', { start: 60_000, finish: -1 })).rejects.toMatchObject({
      problem: { status: 504 },
    });
  });

  it('refuses an empty address with the field’s name', async () => {
    const { status, json } = await api.post('/api/feeds/preview', { address: '  ' });
    expect([status, json.detail]).toEqual([400, expect.stringContaining('address')]);
  });
});

describe('OPML', () => {
  const opml = `<opml version="2.0"><body><outline text="All">
    <outline title="The Press" xmlUrl="https://press.example/rss"/><outline xmlUrl="feed:odd"/></outline></body></opml>`;
  const post = (body: unknown) =>
    api.post('/api/feeds/opml', body) as unknown as Promise<{ status: number; json: OpmlAnswer }>;

  it('is added entry by entry, what is missing is named, and the feeds come back as OPML', async () => {
    const url = 'https://press.example/rss';
    const first = await post({ opml });
    expect(first.json).toMatchObject({
      read: 2,
      added: [],
      refused: [{ url, message: expect.stringContaining('--country') }, {}],
    });
    const facts = { country: 'GB', language: 'en', group: 'newspaper' };
    expect((await post({ opml, ...facts, dryRun: true })).json.added).toHaveLength(1);
    expect(await readFile(file(), 'utf8')).toBe(COMMENTED);
    const { json } = await post({ opml, ...facts });
    expect(json.added).toMatchObject([{ url }]);
    expect(await readFile(file(), 'utf8')).toContain(json.added[0]?.yaml ?? 'nothing');
    expect((await post({ opml, ...facts })).json).toMatchObject({ added: [], known: [url] });
    const text = await waitFor('the feed to be watched', async () => {
      const answer = await fetch(`${api.address}/api/feeds.opml`);
      const body = await answer.text();
      return body.includes(url) && body;
    });
    expect(text).toContain('country="GB"');
  });
});
