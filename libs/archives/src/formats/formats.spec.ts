import { Buffer } from 'node:buffer';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { extractArticle } from '@framewatch/extraction';
import { describe, expect, it } from '@jest/globals';
import type { ArchiveRecord } from '../records.ts';
import { readOpml, writeOpml } from './opml.ts';
import { readCsv } from './read-csv.ts';
import { readHtml } from './read-html.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readText } from './read-text.ts';
import { readWarc } from './read-warc.ts';

const readPage = (bytes: Uint8Array, context: { url: string }) =>
  Promise.resolve(extractArticle(bytes, context));

/** The bytes in pieces of `size`, so that every border falls somewhere else. */
async function* pieces(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(records: AsyncGenerator<ArchiveRecord>): Promise<ArchiveRecord[]> {
  const list: ArchiveRecord[] = [];
  for await (const record of records) list.push(record);
  return list;
}
const kinds = (records: ArchiveRecord[]) =>
  records.map((record) => (record.kind === 'refused' ? record.reason : record.kind));

const SENTENCE =
  'The two governments agreed on Tuesday that the costs of the bases would be shared for five more years. ';
const page = (title: string, more = '') =>
  `<html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2025-03-01T09:30:00+09:00">${more}</head>
  <body><article><h1>${title}</h1>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(4)}</article></body></html>`;
const CANONICAL = '<link rel="canonical" href="https://press.example/canonical">';

describe('readJsonLines', () => {
  const line = (n: number, text: string) =>
    JSON.stringify({ title: `T${n}`, text, url: `https://press.example/${n}`, date: '2025-01-01' });
  it('cuts at line feeds alone, whatever the borders of the pieces', async () => {
    const content = `${line(1, 'a\u2028b')}\r\n\n${line(2, '日本語')}`;
    for (const size of [1, 3, 50, 1_000]) {
      const records = await all(readJsonLines(pieces(content, size)));
      expect(kinds(records)).toEqual(['foreign', 'passed', 'foreign']);
      expect(records[0]).toMatchObject({ article: { text: 'a\u2028b' } });
      expect(records[2]).toMatchObject({ where: 'line 3', article: { text: '日本語' } });
    }
  });
  it('says what is wrong with a line, and goes on', async () => {
    const own = '{"framewatch":"article","url":"https://press.example/1"}';
    const content = ['[1]', '{"a"', 'null', own, '{"framewatch":"topic"}', line(1, 'fine')].join('\n');
    const records = await all(readJsonLines(pieces(content)));
    expect(kinds(records)).toEqual([
      'broken-record',
      'broken-record',
      'broken-record',
      'not-our-shape',
      'not-our-shape',
      'foreign',
    ]);
    expect(records[3]).toMatchObject({ message: expect.stringContaining('`outlet`') });
  });
  it('does not look at lines that are done', async () => {
    const records = await all(readJsonLines(pieces(`{broken\n${line(2, 'x')}`), { skip: 1 }));
    expect(records.map(({ where }) => where)).toEqual(['line 2']);
  });
});

describe('readCsv', () => {
  it('reads other separators, quotes, line breaks within cells, and columns in any case', async () => {
    const content =
      '\ufeffHeadline;URL;Publish Date;Body\r\n"A ""quoted""\nheadline";https://press.example/1;1 March 2025;text;with more\r\n';
    expect(kinds(await all(readCsv(pieces(content))))).toEqual(['broken-record']);
    const good = content.replace('text;with more', '"text;with more"');
    const [record] = await all(readCsv(pieces(good)));
    expect(record).toMatchObject({
      article: {
        title: 'A "quoted" headline',
        text: 'text;with more',
        published: { instant: '2025-03-01T00:00:00.000Z', offsetMinutes: null },
      },
    });
  });
  it('reads what a Japanese spreadsheet writes', async () => {
    const header = Buffer.from('title,url,date\n');
    const shiftJis = Buffer.from([
      0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x8c, 0xa9, 0x8f, 0x6f, 0x82, 0xb5,
    ]);
    const row = Buffer.concat([shiftJis, Buffer.from(',https://press.example/1,2025-01-01\n')]);
    const [record] = await all(readCsv(pieces(Buffer.concat([header, ...Array<Buffer>(20).fill(row)]), 100)));
    expect(record).toMatchObject({ article: { title: '日本語の見出し' } });
  });
});

describe('a folder', () => {
  it('of pages takes the address from beside, from the browser’s note, from the page, from --base, or says how', async () => {
    const read = async (html: string, beside: string | null, base: string | null) =>
      (await all(readHtml(pieces(html, 999), { beside, base, readPage })))[0];
    const saved = `<!-- saved from url=(0027)https://press.example/saved -->${page('Costs of the bases')}`;
    expect(await read(page('Costs', CANONICAL), 'https://press.example/beside', null)).toMatchObject({
      article: { url: 'https://press.example/beside', published: { offsetMinutes: 540 } },
    });
    expect(await read(saved, null, null)).toMatchObject({ article: { url: 'https://press.example/saved' } });
    expect(await read(page('Costs', CANONICAL), null, 'https://other.example/x')).toMatchObject({
      article: { url: 'https://press.example/canonical' },
    });
    expect(await read(page('Costs'), null, 'https://other.example/x')).toMatchObject({
      article: { url: 'https://other.example/x', title: 'Costs', language: 'en' },
    });
    expect(await read(page('Costs'), null, null)).toMatchObject({ reason: 'no-url' });
    expect(await read('<html><body>Nothing.</body></html>', null, 'https://other.example/x')).toMatchObject({
      reason: 'not-an-article',
    });
  });
  it('of texts takes the first line for the headline, and named lines before it for what they name', async () => {
    const read = async (text: string, base: string | null) =>
      (await all(readText(pieces(text), { beside: null, base })))[0];
    expect(
      await read('URL: https://press.example/1\nDate: 2025-03-01\n\n# Tokyo: talks\n\nText.\n\nMore.', null),
    ).toMatchObject({
      article: {
        url: 'https://press.example/1',
        title: 'Tokyo: talks',
        text: 'Text.\n\nMore.',
        published: { instant: '2025-03-01T00:00:00.000Z' },
      },
    });
    expect(await read('Tokyo: talks\nText.', 'https://base.example/a')).toMatchObject({
      article: { url: 'https://base.example/a', title: 'Tokyo: talks', published: null },
    });
    expect(await read('Headline\nText', null)).toMatchObject({ reason: 'no-url' });
  });
});

describe('readWarc', () => {
  const record = (type: string, target: string, body: Buffer) =>
    Buffer.concat([
      Buffer.from(
        `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${target}\r\nWARC-Date: 2025-03-02T00:00:00Z\r\nContent-Length: ${body.length}\r\n\r\n`,
      ),
      body,
      Buffer.from('\r\n\r\n'),
    ]);
  const http = (head: string, body: Buffer | string) =>
    Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body as string)]);
  const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8';
  const chunked = (text: string) => {
    const [a, b] = [text.slice(0, 300), text.slice(300)];
    return `${a.length.toString(16)}\r\n${a}\r\n${b.length.toString(16)};x=1\r\n${b}\r\n0\r\n\r\n`;
  };
  const archive = Buffer.concat([
    record('warcinfo', '', Buffer.from('software: x')),
    record('response', 'https://press.example/plain', http(OK, page('Plain answer'))),
    record(
      'response',
      '<https://press.example/gz>',
      http(`${OK}\r\nContent-Encoding: gzip`, gzipSync(page('Packed answer'))),
    ),
    record(
      'response',
      'https://press.example/br',
      http(`${OK}\r\nContent-Encoding: br`, brotliCompressSync(page('Brotli answer'))),
    ),
    record(
      'response',
      'https://press.example/chunked',
      http(`${OK}\r\nTransfer-Encoding: chunked`, chunked(page('Chunked answer'))),
    ),
    record(
      'response',
      'https://press.example/moved',
      http('HTTP/1.1 301 Moved\r\nContent-Type: text/html', ''),
    ),
    record(
      'response',
      'https://press.example/image',
      http('HTTP/1.1 200 OK\r\nContent-Type: image/png', 'png'),
    ),
    record(
      'response',
      'https://press.example/front',
      http(OK, '<html><body><a href="/a">A</a></body></html>'),
    ),
    record('response', 'https://press.example/odd', Buffer.from('no answer')),
    record('request', 'https://press.example/plain', Buffer.from('GET / HTTP/1.1')),
  ]);
  it('takes articles from answers, however they were sent, and passes what is none', async () => {
    for (const size of [11, 4_096]) {
      const records = await all(readWarc(pieces(archive, size), { readPage }));
      expect(kinds(records)).toEqual([
        'passed',
        'foreign',
        'foreign',
        'foreign',
        'foreign',
        'passed',
        'passed',
        'not-an-article',
        'broken-record',
        'passed',
      ]);
      expect(records[2]).toMatchObject({
        article: { url: 'https://press.example/gz', title: 'Packed answer' },
      });
      expect(records[4]).toMatchObject({ article: { title: 'Chunked answer' } });
    }
  });
  it('goes on after what is done, and says where an archive breaks off', async () => {
    expect(await all(readWarc(pieces(archive), { skip: 8, readPage }))).toHaveLength(2);
    const records = readWarc(pieces(archive.subarray(0, 700), 64), { readPage });
    await expect(all(records)).rejects.toThrow('record 2 breaks off');
  });
});

describe('OPML', () => {
  it('is read as other readers write it, broken or not, each feed once', () => {
    const feeds = readOpml(`<opml><body><outline text="News & more">
      <outline type="rss" text="A" xmlUrl="https://a.example/rss?x=1&amp;y=2" htmlUrl="https://a.example/"/>
      <outline TITLE="B" XMLURL="https://b.example/rss"/><outline xmlUrl="https://a.example/rss?x=1&amp;y=2"/></outline>`);
    expect(feeds.map(({ url, title }) => [url, title])).toEqual([
      ['https://a.example/rss?x=1&y=2', 'A'],
      ['https://b.example/rss', 'B'],
    ]);
  });
  it('that is written is read back with all that is known of a feed', () => {
    const feed = {
      url: 'https://a.example/?a=1&b="2"',
      title: '<新聞> & "x"',
      outlet: 'A',
      country: 'JP',
      group: 'wire',
      language: 'ja',
    };
    expect(readOpml(writeOpml([feed]))).toEqual([{ ...feed, site: null }]);
  });
});
