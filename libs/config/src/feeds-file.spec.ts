import { describe, expect, it } from '@jest/globals';
import { readFeedsFile } from './feeds-file.ts';

const nhk = `  - url: https://example.jp/a.xml
    outlet: Example Broadcaster
    country: JP
    language: ja
    group: broadcaster
`;

function entry(changes: Record<string, string>): string {
  const keys = {
    url: 'https://example.org/feed',
    outlet: 'The Example',
    country: 'US',
    language: 'en',
    group: 'newspaper',
    ...changes,
  };
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return `  - ${lines.join('\n    ')}\n`;
}

function problemOf(changes: Record<string, string>) {
  const { problems, feeds } = readFeedsFile(`feeds:\n${entry(changes)}`, 'feeds.yaml');
  expect(feeds).toEqual([]);
  expect(problems).toHaveLength(1);
  return problems[0];
}

describe('readFeedsFile', () => {
  it('gives each feed with the line of its entry', () => {
    const { feeds, problems, readable } = readFeedsFile(
      `# a comment\nfeeds:\n${nhk}\n${entry({})}`,
      'feeds.yaml',
    );
    expect(problems).toEqual([]);
    expect(readable).toBe(true);
    expect(feeds.map(({ outlet, line }) => [outlet, line])).toEqual([
      ['Example Broadcaster', 3],
      ['The Example', 9],
    ]);
  });

  it('rejects a bad entry alone, with its line and how to mend it, and keeps the others', () => {
    const text = `feeds:\n${nhk}${entry({ group: 'newspapr' })}${entry({ url: 'https://example.org/other', outlet: 'Other' })}`;
    const { feeds, problems } = readFeedsFile(text, 'config/feeds.yaml');
    expect(feeds.map(({ outlet }) => outlet)).toEqual(['Example Broadcaster', 'Other']);
    expect(problems).toEqual([
      {
        file: 'config/feeds.yaml',
        line: 11,
        message: '`group: newspapr` is not possible.',
        remedy: expect.stringContaining('Did you mean newspaper?'),
      },
    ]);
  });

  it('names the key that was probably meant', () => {
    const { problems, feeds } = readFeedsFile(
      `feeds:\n  - url: https://example.org/feed\n    outlat: X\n    country: US\n    language: en\n    group: wire\n`,
      'f',
    );
    expect(feeds).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ line: 2, message: '`outlet` is missing.' }),
      expect.objectContaining({
        line: 3,
        message: '`outlat` is not known here.',
        remedy: 'Did you mean `outlet`?',
      }),
    ]);
  });

  it.each([
    ['ftp://example.org/feed', 2],
    ['example.org/feed', 2],
    ['https://reader:hunter2@example.org/feed', 2],
  ])('rejects the address %s', (url, line) => {
    const problem = problemOf({ url });
    expect(problem?.line).toBe(line);
    expect(problem?.remedy).toContain('https://example.org/feed.xml');
    expect(JSON.stringify(problem)).not.toContain('hunter2');
  });

  it.each([
    ['jp', 'two capitals'],
    ['UK', 'Write country: GB.'],
    ['XQ', 'ISO 3166'],
  ])('rejects the country %s', (country, hint) => {
    const problem = problemOf({ country });
    expect(problem?.line).toBe(4);
    expect(problem?.remedy).toContain(hint);
  });

  it.each([
    ['every', '30'],
    ['every', '30 minutes'],
    ['reader', 'feedparser'],
    ['paused', '"yes"'],
  ])('rejects %s: %s on its line', (key, value) => {
    expect(problemOf({ [key]: value })?.line).toBe(7);
  });

  it('rejects the second of two entries of one feed, however its address is written', () => {
    const text = `feeds:\n${entry({})}${entry({ url: 'http://EXAMPLE.org/feed/' })}`;
    const { feeds, problems } = readFeedsFile(text, 'f');
    expect(feeds).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({ line: 7, message: 'This feed is already on line 2.' }),
    ]);
  });

  it('rejects a feed that describes its outlet differently from an earlier one', () => {
    const text = `feeds:\n${entry({})}${entry({ url: 'https://example.org/2', group: 'magazine' })}`;
    const { feeds, problems } = readFeedsFile(text, 'f');
    expect(feeds).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      line: 11,
      message: expect.stringContaining('`group: newspaper` on line 2'),
    });
  });

  it('rejects only the entry in which a key stands twice', () => {
    const { feeds, problems } = readFeedsFile(`feeds:\n${nhk}    country: US\n${entry({})}`, 'f');
    expect(feeds.map(({ outlet }) => outlet)).toEqual(['The Example']);
    expect(problems).toEqual([
      expect.objectContaining({ line: 7, message: 'A key is written twice in this entry.' }),
    ]);
  });

  it('reports the country NO as a country, not as false', () => {
    const { feeds, problems } = readFeedsFile(`feeds:\n${entry({ country: 'NO', language: 'no' })}`, 'f');
    expect(problems).toEqual([]);
    expect(feeds[0]).toMatchObject({ country: 'NO', language: 'no' });
  });

  it.each([
    ['feeds:\n  - url: "https://example.org\n', 'This is not valid YAML'],
    ['feeds:\n\t- url: x\n', 'This is not valid YAML'],
    ['', 'The file is empty.'],
    ['# only comments\n', 'The file is empty.'],
    ['just text', 'There is no list'],
    ['feeds:\n', 'There is no list'],
    ['feeds:\n  url: https://example.org\n', 'There is no list'],
  ])('gives one problem and nothing to act on for %j', (text, message) => {
    const { readable, feeds, problems } = readFeedsFile(text, 'f');
    expect({ readable, feeds }).toEqual({ readable: false, feeds: [] });
    expect(problems[0]?.message).toContain(message);
  });

  it('takes an empty list as what was meant', () => {
    expect(readFeedsFile('feeds: []\n', 'f')).toEqual({ readable: true, feeds: [], problems: [] });
  });

  it('reports entries that are no mappings and unknown keys at the top', () => {
    const { problems, readable } = readFeedsFile('feeds:\n  - https://example.org/feed\nfeed: []\n', 'f');
    expect(readable).toBe(true);
    expect(problems).toEqual([expect.objectContaining({ line: 2 }), expect.objectContaining({ line: 3 })]);
  });

  it('survives a file of nested aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(10)}]\nc: &c [${'*b,'.repeat(10)}]\nfeeds: [${'*c,'.repeat(10)}]\n`;
    expect(readFeedsFile(bomb, 'f')).toMatchObject({ readable: false, feeds: [] });
  });
});
