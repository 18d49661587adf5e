import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alertRuleConfigSchema, type RulePreview, type SaveRuleAnswer } from '@framewatch/contracts';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { alertsFileEditor } from '../keeper/alerts-file-editor.ts';
import { storeArticle } from '../testing/build-articles.ts';
import { BEAT, startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
const file = () => join(api.configFolder, 'alerts.yaml');
const FILE = `# Ours.
channels:
  - { id: town-square, kind: mattermost, urlFromEnv: ALERT_MATTERMOST_URL }
rules:
  - id: news
    name: News # all of it
    on: new-article
    beat: ${BEAT}
    channels: [in-app]
#>  - id: example
`;
const rule = (changes: object = {}) => ({
  id: 'bases',
  name: 'Bases',
  on: 'new-article',
  beat: BEAT,
  topics: ['us_forces_bases'],
  channels: ['town-square'],
  ...changes,
});

beforeAll(async () => {
  api = await startTestApi();
  await waitFor('the feeds', async () => (await api.get('/api/feeds')).json.feeds.length === 4);
}, 120_000);
afterAll(() => api.close());
beforeEach(async () => {
  await writeFile(file(), FILE);
  await waitFor('the rules', async () => {
    const { rules } = (await api.get('/api/alert-rules')).json;
    return rules.length === 1 && rules[0]?.name === 'News' && rules[0].enabled;
  });
});

type Answer<Body> = {
  status: number;
  json: Body & { detail: string; errors: { field: string; message: string }[] };
};
const send = async <Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> => {
  const response = await fetch(`${api.address}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as Answer<Body>['json'] };
};
const add = (made: unknown, version?: string) =>
  send<SaveRuleAnswer>('POST', '/api/alert-rules', { rule: made, version });
const rules = async () => (await api.get('/api/alert-rules')).json;

describe('POST, PUT and DELETE /api/alert-rules', () => {
  it('add a rule, switch it off and take it out, leave all else in the file alone, and write it down', async () => {
    const added = await add(rule(), (await rules()).version);
    expect(added).toMatchObject({ status: 200, json: { saved: true } });
    expect(await readFile(file(), 'utf8')).toBe(FILE.replace('\n#>', `\n\n${added.json.yaml}\n#>`));
    await waitFor('the rule', async () => (await rules()).rules.some(({ id }) => id === 'bases'));
    expect((await rules()).version).toBe(added.json.version);
    const off = await send<SaveRuleAnswer>('PUT', '/api/alert-rules/news', {
      rule: { id: 'news', name: 'News', on: 'new-article', beat: BEAT, channels: ['in-app'], enabled: false },
      version: added.json.version,
    });
    expect(off.status).toBe(200);
    expect(await readFile(file(), 'utf8')).toContain('name: News # all of it\n');
    await waitFor('it to be off', async () =>
      (await rules()).rules.some(({ id, enabled }) => id === 'news' && !enabled),
    );
    const gone = await send<SaveRuleAnswer>('DELETE', `/api/alert-rules/bases?version=${off.json.version}`);
    expect(gone.json).toMatchObject({ saved: true });
    await waitFor('it to be gone', async () => (await rules()).rules.length === 1);
    expect(await readFile(file(), 'utf8')).toContain('#>  - id: example');
    const { rows } = await api.store.database.pool.query(
      "select what from audit where what like 'alert rule%' order by id",
    );
    expect(rows.map(({ what }) => what.split(' ')[2])).toEqual(['added', 'changed', 'removed']);
  });

  it('answer 409 and write nothing where the file changed since it was looked at', async () => {
    const { version } = await rules();
    await writeFile(file(), `${FILE}# Somebody was here.\n`);
    const { status, json } = await add(rule(), version);
    expect([status, json.detail]).toEqual([
      409,
      expect.stringContaining('alerts.yaml was changed meanwhile'),
    ]);
    expect(await readFile(file(), 'utf8')).toBe(`${FILE}# Somebody was here.\n`);
  });

  it.each([
    ['a mistyped topic', { topics: ['us_force_bases'] }, 'rule.topics.0', 'Did you mean us_forces_bases?'],
    ['a frame of nobody', { frames: ['weather'] }, 'rule.frames.0', 'Known: '],
    ['a mistyped outlet', { outlets: ['Harbor Wires'] }, 'rule.outlets.0', 'Did you mean Harbor Wire?'],
    ['a mistyped channel', { channels: ['town-sqare'] }, 'rule.channels.0', 'Did you mean town-square?'],
    ['an unknown beat', { beat: 'us-japan-aliance' }, 'rule.beat', `Did you mean ${BEAT}?`],
    ['a score above 1', { minimumScore: 1.2 }, 'rule.minimumScore', 'Write a number from 0 to 1'],
    ['a mistyped key', { minimumScor: 0.5 }, 'rule.minimumScor', 'Did you mean `minimumScore`?'],
    ['a kind of rule that there is not', { on: 'new-artcle' }, 'rule.on', 'Did you mean new-article?'],
    ['an id that is taken', { id: 'news' }, 'rule.id', 'another id'],
  ])('refuse %s with its field and what to do', async (_what, changes, field, words) => {
    const { status, json } = await add(rule(changes));
    expect([status, json.errors[0]?.field, json.errors[0]?.message]).toEqual([
      400,
      field,
      expect.stringContaining(words),
    ]);
    expect(await readFile(file(), 'utf8')).toBe(FILE);
  });

  it('never change an id, and know what is not there', async () => {
    const { status, json } = await send('PUT', '/api/alert-rules/news', { rule: rule() });
    expect([status, json.errors[0]?.field]).toEqual([400, 'rule.id']);
    expect((await send('PUT', '/api/alert-rules/bases', { rule: rule() })).status).toBe(404);
    expect((await send('DELETE', '/api/alert-rules/bases')).status).toBe(404);
  });

  it('give the text to paste where the file cannot be written, or another process keeps it', async () => {
    const made = alertRuleConfigSchema.parse(rule());
    const refuse = () => Promise.reject(Object.assign(new Error('EROFS'), { code: 'EROFS' }));
    const pasted = { saved: false, yaml: expect.stringMatching(/^ {2}- id: bases\n {4}name: Bases/) };
    expect(await alertsFileEditor(file(), () => true, refuse).add(made, null)).toMatchObject(pasted);
    const elsewhere = alertsFileEditor(file(), () => false);
    expect([await elsewhere.version(), await elsewhere.isWritable()]).toEqual(['', false]);
    expect(await elsewhere.add(made, null)).toMatchObject(pasted);
  });

  it('say what is wrong in the file, with its line, and name what no article can ever match', async () => {
    await writeFile(
      file(),
      FILE.replace('on: new-article', 'on: new-article\n    topics: [us_force_bases]').replace(
        '#>',
        '  - { id: x, on: spike }\n#>',
      ),
    );
    await waitFor('the mistakes', async () => (await rules()).problems.length > 2);
    const { problems } = await rules();
    expect(problems).toContainEqual({ line: 11, message: expect.stringContaining('`name` is missing.') });
    expect(problems).toContainEqual({
      line: null,
      message: expect.stringContaining('Did you mean us_forces_bases?'),
    });
  });
});

describe('POST /api/alert-rules/preview', () => {
  const preview = async (changes: object, tz = 'Asia/Tokyo') =>
    (
      await send<RulePreview>('POST', '/api/alert-rules/preview', {
        rule: rule({ channels: ['in-app'], ...changes }),
        tz,
      })
    ).json;
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const fired = ({ periods }: RulePreview) => periods.map(({ wouldHaveFired }) => wouldHaveFired);

  beforeAll(async () => {
    const { pool } = api.store.database;
    const base = { outlet: 'Harbor Wire', topics: ['us_forces_bases'], isNews: true };
    await storeArticle(api.store, { ...base, at: ago(40) });
    await storeArticle(api.store, { ...base, at: ago(20), title: 'Bases in the news' });
    await storeArticle(api.store, {
      ...base,
      at: ago(3),
      outlet: 'Kawa Shimbun',
      language: 'ja',
      text: '在日米軍基地の話。',
    });
    await storeArticle(api.store, { ...base, at: ago(2), isNews: false });
    await storeArticle(api.store, { ...base, at: ago(1), relevance: 'no' });
    await storeArticle(api.store, {
      ...base,
      at: ago(0.01),
      topics: ['north_korea'],
      frames: ['burden_sharing'],
    });
    await pool.query(`insert into feed_check (feed_id, at, outcome, entries, new_entries, bytes, duration_ms)
      select (select min(id) from feed), now() - make_interval(days => d), 'fetched', 1, 0, 1, 1 from generate_series(0, 10) d`);
    await pool.query("update feed set first_polled_at = now() - interval '90 days'");
  });

  it('counts news that match, by day of the zone, and leaves imports, first polls and what is not relevant out', async () => {
    const answer = await preview({});
    expect(fired(answer)).toEqual([1, 2]);
    const { perDay } = answer.periods[1] as RulePreview['periods'][number];
    expect(perDay).toHaveLength(30);
    expect(perDay.filter(({ count }) => count === null)).toHaveLength(18);
    expect(perDay.at(-1)?.count).toBe(0);
    expect(perDay.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(2);
    expect(answer.caveats[0]).toMatch(/^Checks of feeds are known since \d{4}-/);
  });

  it('shows the newest with why, and the sentence', async () => {
    const { shown } = await preview({ words: ['米軍基地'], topics: ['us_forces_bases', 'north_korea'] });
    expect(shown).toEqual([
      expect.objectContaining({
        outlet: 'Kawa Shimbun',
        why: expect.stringMatching(
          /^Relevant \(0\.90\); on .+ \(0\.90\); with “米軍基地” in “在日米軍基地の話。”\.$/,
        ),
        quotes: [expect.objectContaining({ text: '在日米軍基地の話。' })],
      }),
    ]);
  });

  it('counts a story once, asks for scores, and takes an editor at their word', async () => {
    expect(fired(await preview({ on: 'new-story' }))).toEqual([1, 2]);
    expect(fired(await preview({ minimumScore: 0.95 }))).toEqual([0, 0]);
    const { rows } = await api.store.database.pool.query<{ id: string }>(
      "select id from article where title = 'Bases in the news'",
    );
    const correct = (decision: 'yes' | 'no' | 'withdraw') =>
      api.post(`/api/articles/${rows[0]?.id}/corrections`, {
        beat: BEAT,
        corrections: [{ kind: 'topic', labelId: 'us_forces_bases', decision }],
      });
    await correct('yes');
    expect(fired(await preview({ minimumScore: 0.95 }))).toEqual([0, 1]);
    await correct('no');
    expect(fired(await preview({}))).toEqual([1, 1]);
    await correct('withdraw');
  });

  it('replays first coverage', async () => {
    const first = { on: 'first-coverage', topics: ['us_forces_bases', 'north_korea'] };
    const answer = await preview(first);
    expect(answer.shown.map(({ outlet, why }) => `${outlet}: ${why}`)).toEqual([
      expect.stringMatching(/^Harbor Wire: .* for the first time since it is collected/),
      expect.stringMatching(/^Kawa Shimbun: /),
    ]);
    expect(fired(answer)).toEqual([2, 2]);
    expect(fired(await preview({ ...first, after: '15d' }))).toEqual([2, 3]);
    expect(fired(await preview({ ...first, knownFor: '100d' }))).toEqual([0, 0]);
  });

  it('refuses a rule with a mistake and a zone that is none', async () => {
    expect((await send('POST', '/api/alert-rules/preview', { rule: rule({ topics: ['x'] }) })).status).toBe(
      400,
    );
    expect(
      (await send('POST', '/api/alert-rules/preview', { rule: rule(), tz: 'Mars/Olympus' })).status,
    ).toBe(400);
  });
});
