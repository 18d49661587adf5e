import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readFeedsFile } from '@framewatch/config';
import type { Store } from '@framewatch/store';
import { waitFor } from '@framewatch/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Databases, startDatabases } from '../testing/history/databases.ts';
import { fillNewsroom, seeded } from '../testing/history/random-newsroom.ts';
import { exportLines } from './export-lines.ts';
import type { ExportOptions } from './export-options.ts';
import { findFiles } from './find-files.ts';
import { importArchive } from './import-archive.ts';
import { importOpml } from './import-opml.ts';
import { readImportOptions } from './import-options.ts';
import { openReport, type Refused } from './report.ts';

const ALL: ExportOptions = { format: 'jsonl', to: null };
const SILENT = { show: () => {}, end: () => {} };

let databases: Databases;
let folder: string;
beforeAll(async () => {
  databases = await startDatabases();
  folder = await mkdtemp(join(tmpdir(), 'framewatch-archives-'));
});
afterAll(async () => {
  await databases.stop();
  await rm(folder, { recursive: true, force: true });
});

async function exported(store: Store, options: Partial<ExportOptions> = {}): Promise<string> {
  const parts: string[] = [];
  for await (const part of exportLines(store, { ...ALL, ...options }, () => {})) parts.push(part);
  return parts.join('');
}

async function imported(store: Store, args: string[], now = new Date('2026-06-01T00:00:00Z')) {
  const options = readImportOptions(args);
  const { files } = await findFiles(options.paths, options.format);
  const refusals: Refused[] = [];
  const grouped: string[] = [];
  const { counts } = await importArchive({
    store,
    options,
    files,
    onStored: (ids) => Promise.resolve(void grouped.push(...ids)),
    onRefused: (refusal) => void refusals.push(refusal),
    report: (length) =>
      options.report === null ? Promise.resolve(null) : openReport(options.report, length),
    progress: SILENT,
    now,
  });
  return { counts, refusals, grouped };
}

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('an export', () => {
  it('is the same bytes after it was imported elsewhere, whatever the articles hold', async () => {
    const first = await databases.open('first');
    await fillNewsroom(first.store, 50, seeded(7));
    const before = await exported(first.store);
    expect(before.split('\n').length).toBeGreaterThan(45);
    for (const part of [
      '"revisions"',
      '"corrections"',
      '"decisions"',
      '"sightings"',
      '"rereadings"',
      '"page"',
      '"ended"',
      '"key"',
    ])
      expect(before).toContain(part);

    const second = await databases.open('second');
    const path = await file('all.jsonl.gz', gzipSync(before));
    const { counts, refusals } = await imported(second.store, [path]);
    expect(refusals).toEqual([]);
    expect(counts).toMatchObject({ stored: counts.read, known: 0 });
    expect(await exported(second.store)).toBe(before);

    const again = await imported(second.store, [path]);
    expect(again.counts).toMatchObject({ stored: 0, known: counts.read });
    expect(await exported(second.store)).toBe(before);
  });

  it('holds corrections that are in force where it was imported, and nothing that could raise an alert', async () => {
    const { store } = await databases.open('third');
    await imported(store, [join(folder, 'all.jsonl.gz')]);
    const { rows } = await store.database.pool.query(
      `select count(*) filter (where is_news) as news, (select count(*) from correction where withdrawn_at is null) as corrections,
        (select count(*) from feed where in_config) as polled from article`,
    );
    expect(rows[0]).toMatchObject({ news: '0', polled: '0' });
    expect(Number(rows[0].corrections)).toBeGreaterThan(4);
  });
});

const MEDIA_CLOUD = `id,publish_date,title,url,language,media_name,media_url,indexed_date
1,2024-03-01,Tokyo and Washington agree,https://press.example/a,en,press.example,press.example,2024-03-02
2,2024-03-02 09:30:00,"Talks, again",https://press.example/b,en,press.example,press.example,2024-03-03
3,,No date,https://press.example/c,en,press.example,press.example,2024-03-03
4,2024-03-04,,https://press.example/d,en,press.example,press.example,2024-03-05
`;

describe('an import', () => {
  let store: Store;
  beforeAll(async () => {
    ({ store } = await databases.open('fourth'));
  });
  const articles = () =>
    store.database.sql
      .selectFrom('article')
      .innerJoin('outlet', 'outlet.id', 'outlet_id')
      .selectAll('article')
      .select('outlet.name as outlet')
      .orderBy('url')
      .execute();

  it('takes other programs’ names, keeps the offset, and says of each refused record where and why', async () => {
    const lines = [
      {
        headline: '日米首脳会談',
        body: '本文です。',
        date: '2024-05-01T09:00:00+09:00',
        link: 'https://asahi.example/1',
        source: { name: '朝日' },
        lang: 'ja-JP',
      },
      { title: 'No text yet', published: '2024-05-02', url: 'https://asahi.example/2', outlet: '朝日' },
      { title: 'Bad date', published: 'soon', url: 'https://asahi.example/3', outlet: '朝日', text: 'x' },
      { title: 'Bad address', published: '2024-05-02', url: 'asahi.example/4', outlet: '朝日', text: 'x' },
      {
        title: 'Half a letter \ud83d and a \0',
        published: '2024-05-03',
        url: 'https://asahi.example/5',
        outlet: '朝日',
        text: '<p>One.</p><p>Two.</p>',
      },
    ].map((line) => JSON.stringify(line));
    const path = await file(
      'others.jsonl',
      [`\ufeff${lines[0]}`, '', '{"title": ', ...lines.slice(1)].join('\r\n'),
    );
    const report = join(folder, 'refused.txt');
    const { counts, refusals, grouped } = await imported(store, [
      path,
      '--country=JP',
      '--language=ja',
      '--group=newspaper',
      `--report=${report}`,
    ]);
    expect(counts).toEqual({
      read: 6,
      stored: 2,
      waiting: 1,
      known: 0,
      refused: { 'broken-record': 1, 'bad-date': 1, 'bad-url': 1 },
    });
    expect(refusals.map(({ where }) => where)).toEqual(['line 3', 'line 5', 'line 6']);
    expect(grouped).toHaveLength(2);
    const [first, odd] = await articles();
    expect(first).toMatchObject({
      title: '日米首脳会談',
      outlet: '朝日',
      language: 'ja',
      offset_minutes: 540,
      is_news: false,
      fate: 'read',
      text_source: 'import',
    });
    expect(first?.counted_at.toISOString()).toBe('2024-05-01T00:00:00.000Z');
    expect(odd).toMatchObject({ title: 'Half a letter \ufffd and a', text: 'One.\n\nTwo.' });
    expect(await readFile(report, 'utf8')).toBe(
      refusals.map((one) => `${one.file}, ${one.where}: ${one.message} (${one.reason})\n`).join(''),
    );
  });

  it('reads a story list of Media Cloud, whose pages are read afterwards', async () => {
    const path = await file('stories.csv', MEDIA_CLOUD);
    const options = ['--country=US', '--group=newspaper'];
    const dry = await imported(store, [path, ...options, '--dry-run']);
    expect(dry.counts).toMatchObject({ read: 4, waiting: 2, refused: { 'no-date': 1, 'no-title': 1 } });
    const { counts } = await imported(store, [path, ...options]);
    expect(counts).toEqual(dry.counts);
    const waiting = await store.database.sql.selectFrom('waiting_page').selectAll().orderBy('url').execute();
    expect(waiting.map(({ url, title }) => [url, title])).toEqual([
      ['https://asahi.example/2', 'No text yet'],
      ['https://press.example/a', 'Tokyo and Washington agree'],
      ['https://press.example/b', 'Talks, again'],
    ]);
    const again = await imported(store, [path, ...options]);
    expect(again.counts).toMatchObject({ waiting: 0, known: 2 });
  });

  it('remembers of each article how it came, and of each outlet what came for the notes on charts', async () => {
    const [first] = await articles();
    expect(await store.loads.findOrigin(first?.id ?? '')).toEqual({
      kind: 'import',
      name: 'others.jsonl',
      at: '2026-06-01T00:00:00.000Z',
      restored: null,
    });
    const range = { from: new Date('2024-05-02T00:00:00Z'), to: new Date('2024-06-01T00:00:00Z') };
    const note = { kind: 'import', name: 'others.jsonl', articles: 2 };
    expect(await store.loads.findNotes(range)).toMatchObject([note]);
    expect(await store.loads.findNotes({ ...range, country: 'US' })).toEqual([]);
    expect(await store.loads.findNotes({ from: range.to, to: new Date() })).toEqual([]);

    const { store: restored } = await databases.open('restored');
    await imported(
      restored,
      [await file('back.jsonl', await exported(store))],
      new Date('2026-07-01T00:00:00Z'),
    );
    const { rows } = await restored.database.pool.query('select id from article where url = $1', [
      first?.url,
    ]);
    expect(await restored.loads.findOrigin(rows[0].id)).toMatchObject({
      kind: 'import',
      name: 'others.jsonl',
      restored: { from: 'back.jsonl', at: '2026-07-01T00:00:00.000Z' },
    });
  });

  it('says what has to be known of an outlet that is new', async () => {
    const line = JSON.stringify({ title: 'T', text: 'x', date: '2024-01-01', url: 'https://new.example/1' });
    const { refusals } = await imported(store, [await file('new.jsonl', line), '--country=US']);
    expect(refusals[0]?.reason).toBe('no-outlet');
    expect(refusals[0]?.message).toContain('--group, --language');
  });

  it('matches an outlet by host where its name is not known', async () => {
    const line = JSON.stringify({
      title: 'T',
      text: 'x',
      date: '2024-01-01',
      url: 'https://english.asahi.example/1',
      media_name: 'asahi.example',
    });
    expect((await imported(store, [await file('host.jsonl', line)])).refusals).toEqual([]);
    expect((await articles()).find(({ url }) => url.includes('english'))?.outlet).toBe('朝日');
  });

  it('refuses the one record that the database does not take, and stores the others', async () => {
    const lines = Array.from({ length: 9 }, (_, n) => ({
      framewatch: 'article',
      url: `https://asahi.example/own/${n}`,
      outlet: '朝日',
      title: n === 4 ? 'with \0' : 'fine',
      published: null,
      offsetMinutes: null,
      countedAt: '2024-01-01T00:00:00Z',
      dateIsStated: false,
      firstSeenAt: '2024-01-01T00:00:00Z',
      readAt: '2024-01-01T00:00:00Z',
      language: 'ja',
      authors: [],
      text: 'x',
      textSource: 'import',
      revision: 1,
    }));
    const { counts, refusals } = await imported(store, [
      await file('own.jsonl', lines.map((l) => JSON.stringify(l)).join('\n')),
    ]);
    expect(counts).toMatchObject({ read: 9, stored: 8, refused: { 'not-stored': 1 } });
    expect(refusals[0]?.where).toBe('https://asahi.example/own/4');
  });

  it('reads back the table that an export writes', async () => {
    const table = await exported(store, { format: 'csv' });
    const { store: other } = await databases.open('fifth');
    const { counts, refusals } = await imported(other, [await file('table.csv', table)]);
    expect(refusals).toEqual([]);
    expect(counts.stored).toBe(counts.read);
    expect(await exported(other, { format: 'csv' })).toBe(table);
  });
});

describe('OPML', () => {
  const YAML = `# Our feeds.
feeds:
  - url: https://harbor.example/rss # the main one
    outlet: Harbor Wire
    country: US
    language: en
    group: wire
`;
  const OPML = `<opml version="2.0"><body><outline text="Press">
    <outline title="World" xmlUrl="https://harbor.example/world.xml"/>
    <outline title="Known" xmlUrl="http://harbor.example/rss/"/>
    <outline title="湾岸新聞" xmlUrl="https://wangan.example/feed"/>
    <outline title="Odd" xmlUrl="feed:odd"/>
  </outline></body></opml>`;
  const imports = async (yaml: string, ...args: string[]) => {
    const path = await file('feeds.opml', OPML);
    const into = await file('feeds.yaml', yaml);
    const lines: string[] = [];
    const options = readImportOptions([path, ...args]);
    const { files } = await findFiles(options.paths, options.format);
    await importOpml(files, { options, file: into, say: (line) => void lines.push(line) });
    return { said: lines.join('\n'), yaml: await readFile(into, 'utf8') };
  };

  it('becomes entries of feeds.yaml; what is not known of an outlet has to be said', async () => {
    const first = await imports(YAML);
    expect(first.said).toContain('4 feeds read: 1 added, 1 known already, 2 refused.');
    expect(first.said).toContain('Its outlet 湾岸新聞 is not known. Give --country, --language, --group.');
    expect(first.yaml.startsWith(YAML.trimEnd())).toBe(true);
    const second = await imports(first.yaml, '--country=JP', '--language=ja', '--group=newspaper');
    expect(second.said).toContain('4 feeds read: 1 added, 2 known already, 1 refused.');
    const { feeds, problems } = readFeedsFile(second.yaml, 'feeds.yaml');
    expect(problems).toEqual([]);
    expect(feeds.map(({ url, outlet, country, title }) => [url, outlet, country, title])).toEqual([
      ['https://harbor.example/rss', 'Harbor Wire', 'US', undefined],
      ['https://harbor.example/world.xml', 'Harbor Wire', 'US', 'World'],
      ['https://wangan.example/feed', '湾岸新聞', 'JP', undefined],
    ]);
  });

  it('changes nothing in a dry run', async () => {
    const { said, yaml } = await imports(YAML, '--dry-run');
    expect(yaml).toBe(YAML);
    expect(said).toContain('url: https://harbor.example/world.xml');
  });
});

describe('the command', () => {
  const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
  const run = (url: string, ...args: string[]) => {
    const env = { ...process.env, DATABASE_URL: url };
    const child = fork(program, args, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += String(data);
    });
    child.stderr?.on('data', (data) => {
      output += String(data);
    });
    const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, output }));
    return { child, ended };
  };

  it('goes on after kill -9 in the middle, and ends with every row once', async () => {
    const { store, url } = await databases.open('sixth');
    const count = 3_000;
    const lines = Array.from({ length: count }, (_, n) =>
      JSON.stringify({
        title: `Headline ${n}`,
        text: n % 500 === 7 ? '' : `Text of ${n}. `.repeat(20),
        date: n % 1_000 === 3 ? 'never' : '2024-05-01',
        url: `https://press.example/${n}`,
      }),
    );
    const path = await file('many.jsonl', lines.join('\n'));
    const report = join(folder, 'many.txt');
    const args = [
      'import',
      path,
      '--outlet=Press',
      '--country=JP',
      '--language=en',
      '--group=wire',
      `--report=${report}`,
    ];
    const first = run(url, ...args);
    await waitFor(
      'a part of the import',
      async () =>
        (await store.database.pool.query("select 1 from load where (state->>'record')::int > 0")).rows
          .length > 0,
      { withinMs: 60_000 },
    );
    first.child.kill('SIGKILL');
    expect((await first.ended).code).toBeNull();
    const { rows: half } = await store.database.pool.query('select count(*)::int as n from article');
    expect(half[0].n).toBeLessThan(count);

    const { code, output } = await run(url, ...args).ended;
    expect(output).toContain('went on from there');
    expect(output).toContain(
      '3000 read: 2991 new, 6 new without a text, 0 known already, 3 refused (3 bad-date).',
    );
    expect(code).toBe(0);
    const { rows } = await store.database.pool.query(
      `select (select count(*)::int from article) as articles, (select count(*)::int from revision) as revisions,
        (select count(*)::int from waiting_page) as waiting, (select count(distinct origin_id)::int from article) as origins,
        (select sum(articles)::int from load_outlet) as counted`,
    );
    expect(rows[0]).toEqual({ articles: 2_991, revisions: 2_991, waiting: 6, origins: 1, counted: 2_991 });
    expect((await readFile(report, 'utf8')).trim().split('\n')).toHaveLength(3);
  });

  it('ends with 1 where nothing at all could be read, and says what is wrong', async () => {
    const { url } = await databases.open('seventh');
    const { code, output } = await run(url, 'import', await file('nothing.jsonl', 'no json\n')).ended;
    expect(code).toBe(1);
    expect(output).toContain('nothing.jsonl, line 1: It is no JSON');
  });
});
