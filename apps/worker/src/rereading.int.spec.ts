import { waitFor } from '@framewatch/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk } from './testing/desk.ts';

const COSTS = { topics: ['host_nation_support' as const], frames: ['burden_sharing' as const] };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Articles read again by the clock: real PostgreSQL, real HTTP, one clock for press and stages. */
describe('reading again', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(['harbor-wire', 'beacon-nine']);
    // What the press published before is no business of these tests.
    await desk.news.pool.query('update article set reread_at = null');
  });
  afterAll(() => desk.stop());
  afterEach(async () => {
    desk.news.press.clearFaults();
    await desk.news.pool.query('update article set reread_at = null');
    await desk.news.pool.query('delete from robots');
    await desk.news.pool.query('delete from host_gate');
    expect(await desk.news.store.trends.verify()).toEqual([]);
  });

  const row = async (id: string) => {
    const found = await desk.news.store.articles.findById(id);
    if (!found) throw new Error(`no article ${id}`);
    return found;
  };
  const revisions = async (id: string) =>
    (
      await desk.news.pool.query<{ number: number; title: string; text: string; changed: string[] }>(
        'select number, title, text, changed from revision where article_id = $1 order by number',
        [id],
      )
    ).rows;
  const readings = async (id: string) =>
    (await desk.news.store.articles.findRereadings(id)).map(({ why, outcome }) => [why, outcome]);
  /** A day later by the clock, everything that is due is read. */
  const aDayLater = async (): Promise<void> => {
    desk.clock.advance(DAY);
    await desk.run('schedule-rereads');
  };
  const alerts = async (id: string): Promise<number> =>
    (await desk.news.pool.query('select 1 from alert where article_id = $1', [id])).rows.length;
  const classifications = async (id: string) =>
    (
      await desk.news.pool.query('select revision from classification where article_id = $1 order by 1', [id])
    ).rows.map(({ revision }) => Number(revision));
  const requestsFor = (path: string) =>
    desk.news.press.requests().filter((request) => path.endsWith(request.path));

  it('reads after a day and after a week, then never again, and finds nothing where nothing changed', async () => {
    const { id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    const first = await row(id);
    expect(first.reread_at?.getTime()).toBe(first.first_seen_at.getTime() + DAY);
    await desk.run('schedule-rereads');
    expect(await readings(id)).toEqual([]);
    await aDayLater();
    expect((await row(id)).reread_at?.getTime()).toBe(first.first_seen_at.getTime() + 7 * DAY);
    desk.clock.advance(6 * DAY);
    await desk.run('schedule-rereads');
    expect(await readings(id)).toEqual([
      ['clock', 'unchanged'],
      ['clock', 'unchanged'],
    ]);
    expect((await row(id)).reread_at).toBeNull();
    expect(await revisions(id)).toHaveLength(1);
  });

  it('retitled on its page but not in the feed: a revision, its own classification beside the old, no second alert', async () => {
    const { article, id } = await desk.take({ outlet: 'beacon-nine', ...COSTS });
    expect(await alerts(id)).toBe(1);
    const title = 'Tokyo and Washington settle who pays for the bases';
    desk.news.press.edit(article.id, { title, where: 'page' });
    await desk.poll(article.outlet);
    expect((await row(id)).title).toBe(article.title);
    await aDayLater();
    expect(await row(id)).toMatchObject({ title, revision: 2, fate: 'classified' });
    expect((await revisions(id)).map(({ title: t, changed }) => [t, changed])).toEqual([
      [article.title, []],
      [title, ['title']],
    ]);
    expect(await classifications(id)).toEqual([1, 2]);
    expect(await alerts(id)).toBe(1);
    const truth = desk.news.press.truth().find((one) => one.id === article.id);
    expect(truth?.edits).toMatchObject([{ title, changed: ['title'], inFeed: false }]);
  });

  it('rewritten: the old text stays beside the new, and charts count by the new one', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    const before = await desk.news.articleOf(article);
    desk.news.press.edit(article.id, { text: 'rewritten', where: 'page' });
    await aDayLater();
    const after = await desk.news.articleOf(article);
    expect(after).toMatchObject({ revision: 2, relevant: true });
    const [old, young] = await revisions(id);
    expect(old?.text).not.toBe(young?.text);
    expect(young?.changed).toEqual(['text']);
    expect(before?.revision).toBe(1);
  });

  it('corrected with a notice', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    desk.news.press.edit(article.id, { text: 'corrected', where: 'page' });
    await aDayLater();
    expect((await revisions(id)).at(-1)?.text).toContain('An earlier version of this article misstated');
    expect(await readings(id)).toEqual([['clock', 'edited']]);
  });

  it.each([
    ['410', { state: 'withdrawn' as const }],
    ['404', { status: 404 }],
  ])('withdrawn (%s): marked, the text stays; there again: the mark goes', async (_, how) => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    const { text } = await row(id);
    if ('state' in how) desk.news.press.setPage(article.id, how.state);
    else desk.news.press.fault(article.id, { kind: 'status', status: how.status });
    await aDayLater();
    const gone = await row(id);
    expect(gone).toMatchObject({ text, text_source: 'page', fate: 'classified', revision: 1 });
    expect(gone.gone_at).not.toBeNull();
    desk.news.press.clearFaults();
    desk.news.press.setPage(article.id, 'open');
    desk.clock.advance(6 * DAY);
    await desk.run('schedule-rereads');
    expect((await row(id)).gone_at).toBeNull();
    expect(await readings(id)).toEqual([
      ['clock', 'withdrawn'],
      ['clock', 'unchanged'],
    ]);
  });

  it('behind a paywall later: the whole text stays', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    const { text } = await row(id);
    desk.news.press.setPage(article.id, 'paywalled');
    await aDayLater();
    expect(await row(id)).toMatchObject({ text, text_source: 'page', revision: 1, extraction_note: null });
    expect(await readings(id)).toEqual([['clock', 'closed']]);
    expect(desk.news.press.truth().find((one) => one.id === article.id)?.page).toBe('paywalled');
  });

  it.each([
    ['a cookie wall', { kind: 'cookie-wall' as const }, 'worse'],
    ['a challenge', { kind: 'challenge' as const }, 'closed'],
    ['a page that is drawn by a script', { kind: 'script-only' as const }, 'worse'],
    ['a section front in its place', { kind: 'section-front' as const }, 'worse'],
    ['half a page', { kind: 'truncated' as const, share: 0.4 }, undefined],
  ])('%s: the text stays', async (_, fault, outcome) => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    const { text, title } = await row(id);
    desk.news.press.fault(article.id, fault);
    await aDayLater();
    expect(await row(id)).toMatchObject({ text, title, revision: 1, fate: 'classified' });
    const [reading] = await readings(id);
    expect(reading?.[1]).not.toBe('edited');
    if (outcome) expect(reading).toEqual(['clock', outcome]);
  });

  it('a redirect to the front page or to another article is no edit', async () => {
    const one = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    const two = await desk.take({ outlet: 'harbor-wire', topics: ['us_forces_bases'] });
    const texts = [(await row(one.id)).text, (await row(two.id)).text];
    const front = `${new URL(one.article.url).pathname.split('/').slice(0, 2).join('/')}/`;
    desk.news.press.fault(one.article.id, { kind: 'redirect', status: 302, to: front });
    desk.news.press.fault(two.article.id, {
      kind: 'redirect',
      status: 301,
      to: new URL(desk.news.press.articles()[0]?.url ?? '').pathname,
    });
    desk.clock.advance(DAY);
    await desk.run('reread-article', { articleId: one.id });
    await desk.run('reread-article', { articleId: two.id });
    expect([(await row(one.id)).text, (await row(two.id)).text]).toEqual(texts);
    expect([await readings(one.id), await readings(two.id)]).toEqual([
      [['clock', 'moved']],
      [['clock', 'moved']],
    ]);
  });

  it('follows a page that moved with its text, and takes its edit', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    desk.news.press.edit(article.id, { text: 'corrected', where: 'page' });
    desk.news.press.fault(article.id, { kind: 'redirect', status: 301 });
    await aDayLater();
    expect(await readings(id)).toEqual([['clock', 'edited']]);
    expect((await row(id)).page_url).toContain('/moved/');
  });

  it('robots.txt forbids it now: the page is not asked for', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    desk.news.press.fault('/robots.txt', { kind: 'disallow' });
    desk.news.press.clearRequests();
    await aDayLater();
    expect(await readings(id)).toEqual([['clock', 'forbidden']]);
    expect(requestsFor(new URL(article.url).pathname)).toEqual([]);
    expect((await row(id)).revision).toBe(1);
  });

  it('asks with the validators that the page gave, and takes a 304 for an answer', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    desk.news.press.clearRequests();
    desk.news.press.fault(article.id, { kind: 'not-modified-always' });
    await aDayLater();
    const [request] = requestsFor(new URL(article.url).pathname);
    expect(request).toMatchObject({ status: 304, headers: { 'if-none-match': (await row(id)).page_etag } });
    expect(await readings(id)).toEqual([['clock', 'unchanged']]);
  });

  it('waits when the host asks to, costs the others nothing, and gives up after three tries', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    desk.news.press.fault(article.id, { kind: 'rate-limited', retryAfterSeconds: 7_200, form: 'seconds' });
    await aDayLater();
    const until = (await row(id)).reread_at?.getTime() ?? 0;
    expect(until).toBe(desk.clock.now().getTime() + 2 * HOUR);
    desk.clock.advance(HOUR);
    desk.news.press.clearRequests();
    await desk.run('schedule-rereads');
    expect(requestsFor(new URL(article.url).pathname)).toEqual([]);
    for (const hours of [2, 7]) {
      desk.clock.advance(hours * HOUR);
      await desk.run('schedule-rereads');
    }
    expect(await readings(id)).toEqual([['clock', 'failed']]);
    expect(await row(id)).toMatchObject({ revision: 1, fate: 'classified', reread_tries: 0 });
  });

  it('leaves a host alone that is busy with news', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    desk.clock.advance(DAY);
    const { host } = new URL(article.url);
    const busy = new Date(desk.clock.now().getTime() + 300_000);
    await desk.news.pool.query(
      'insert into host_gate (host, next_start_at) values ($1, $2) on conflict (host) do update set next_start_at = $2',
      [host, busy],
    );
    await desk.run('schedule-rereads');
    expect(await readings(id)).toEqual([]);
    expect((await row(id)).reread_at).toEqual(busy);
    const { rows } = await desk.news.pool.query('select next_start_at from host_gate where host = $1', [
      host,
    ]);
    expect(rows[0].next_start_at).toEqual(busy);
  });

  it('leaves out what no beat wants, unless the settings say all', async () => {
    const { id } = await desk.take({ outlet: 'harbor-wire', offBeat: 'sports', relevant: false });
    await aDayLater();
    expect((await row(id)).reread_at).toBeNull();
    expect(await readings(id)).toEqual([]);
    await desk.news.pool.query('update article set reread_at = $2 where id = $1', [id, desk.clock.now()]);
    expect(await desk.news.store.articles.findDueForRereading(desk.clock.now(), 'all', 10)).toEqual([id]);
  });

  it('reads nothing again where the settings say none', async () => {
    const wanted = async (after: string) =>
      (await desk.context.config.settings()).rereading.after.toString() === after;
    await desk.news.acceptSettings({ rereading: { after: 'none' } });
    await waitFor('the settings to be in force', () => wanted('none'));
    const { id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    expect((await row(id)).reread_at).toBeNull();
    await desk.news.acceptSettings();
    await waitFor('the settings to be back', () => wanted('1d,7d'));
  });

  it('in the same moment as an edit that the feed shows: one revision, whoever comes first', async () => {
    const { article, id } = await desk.take({ outlet: 'beacon-nine', ...COSTS });
    desk.clock.advance(DAY);
    desk.news.press.edit(article.id, {
      title: 'A later headline on the cost of the bases',
      text: 'corrected',
    });
    await Promise.all([desk.run('reread-article', { articleId: id }), desk.poll(article.outlet)]);
    await desk.run('schedule-rereads');
    expect((await revisions(id)).map(({ changed }) => changed)).toEqual([[], ['title', 'text']]);
    expect(await row(id)).toMatchObject({ revision: 2, fate: 'classified' });
    expect(await classifications(id)).toEqual([1, 2]);
  });

  it('run twice at once: one reading, one revision', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    desk.news.press.edit(article.id, { text: 'corrected', where: 'page' });
    desk.clock.advance(DAY);
    await Promise.all([1, 2].map(() => desk.run('reread-article', { articleId: id })));
    await desk.run('reread-article', { articleId: id });
    expect(await readings(id)).toEqual([['clock', 'edited']]);
    expect(await revisions(id)).toHaveLength(2);
  });

  it('killed before its text was stored: due still; killed behind it: requeue-stuck goes on', async () => {
    const { article, id } = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    desk.news.press.edit(article.id, { text: 'corrected', where: 'page' });
    desk.clock.advance(DAY);
    const { context } = desk;
    const dying = {
      ...context,
      pages: { ...context.pages, read: () => Promise.reject(new Error('killed')) },
    };
    const { rereadArticle } = await import('./stages/reread-article/reread-article.stage.ts');
    await expect(rereadArticle(dying, { articleId: id })).rejects.toThrow('killed');
    expect(await desk.news.store.articles.findDueForRereading(desk.clock.now(), 'relevant', 10)).toContain(
      id,
    );
    // The stage ends and its wakes are lost.
    await rereadArticle(context, { articleId: id });
    expect((await row(id)).fate).toBe('read');
    desk.clock.advance(60_000);
    await desk.run('requeue-stuck');
    expect(await row(id)).toMatchObject({ fate: 'classified', revision: 2 });
    expect(await readings(id)).toEqual([['clock', 'edited']]);
    expect(await classifications(id)).toEqual([1, 2]);
  });

  it('becomes relevant by an edit while it is news: alerts once; a day later: counts, without an alert', async () => {
    const early = await desk.take({ outlet: 'beacon-nine', offBeat: 'weather', relevant: false });
    const late = await desk.take({ outlet: 'beacon-nine', offBeat: 'weather', relevant: false });
    const source = await desk.take({ outlet: 'harbor-wire', ...COSTS });
    expect([await alerts(early.id), await alerts(late.id)]).toEqual([0, 0]);
    const text = await row(source.id);
    const rewrite = async (id: string) => {
      const { title, language, counted_at } = await row(id);
      await desk.news.store.articles.saveText(
        id,
        {
          title: `${title} and the bases`,
          text: text.text,
          authors: [],
          language,
          textSource: 'page',
          method: 'test',
          quality: 1,
          note: null,
          canonicalUrl: null,
          contentHash: `rewritten ${id}`,
          statedAt: null,
          offsetMinutes: null,
          countedAt: counted_at.toISOString(),
          dateIsStated: true,
          searchWords: '',
        },
        desk.clock.now(),
      );
      await desk.run('group-article', { articleId: id });
    };
    await rewrite(early.id);
    expect(await alerts(early.id)).toBe(1);
    const { rows } = await desk.news.pool.query('select why from alert where article_id = $1', [early.id]);
    expect(rows[0].why).toMatch(/^Relevant since an edit/);
    desk.clock.advance(DAY);
    await rewrite(late.id);
    expect(await desk.news.articleOf(late.article)).toMatchObject({ relevant: true, alerts: 0 });
  });
});
