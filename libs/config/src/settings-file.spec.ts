import { describe, expect, it } from '@jest/globals';
import { readSettingsFile } from './settings-file.ts';

describe('readSettingsFile', () => {
  it('has a default for everything', () => {
    for (const text of ['', '# nothing set\n', '{}\n']) {
      const { settings, problems, readable } = readSettingsFile(text, 'f');
      expect({ problems, readable }).toEqual({ problems: [], readable: true });
      expect(settings).toEqual({
        timezone: 'UTC',
        politeness: { gapSeconds: 5, concurrent: 2, hosts: {} },
        allowAddresses: [],
        readRobots: true,
        rereading: { after: ['1d', '7d'], articles: 'relevant' },
        polling: { minMinutes: 10, maxHours: 24 },
        retention: { feedChecksDays: 90, eventsDays: 14, deliveriesDays: 180, articleTextDays: 'forever' },
        synthetic: false,
      });
    }
  });

  it('replaces a bad value by its default, reports its line, and keeps the rest', () => {
    const text = `timezone: Asia/Tokio
politeness:
  gapSeconds: fast
  concurrent: 3
  hosts:
    example.org: { gapSeconds: 0.5 }
retention:
  articleTextDays: never
`;
    const { settings, problems, readable } = readSettingsFile(text, 'framewatch.yaml');
    expect(readable).toBe(true);
    expect(problems.map(({ line }) => line)).toEqual([1, 3, 8]);
    expect(settings.timezone).toBe('UTC');
    expect(settings.politeness).toEqual({
      gapSeconds: 5,
      concurrent: 3,
      hosts: { 'example.org': { gapSeconds: 0.5, concurrent: 2 } },
    });
    expect(settings.retention.articleTextDays).toBe('forever');
  });

  it('drops every bad item of a list and no good one', () => {
    const { settings, problems } = readSettingsFile(
      'allowAddresses: [1, 127.0.0.1, 2, "10.0.0.0/8", 3]\n',
      'f',
    );
    expect(settings.allowAddresses).toEqual(['127.0.0.1', '10.0.0.0/8']);
    expect(problems).toHaveLength(3);
  });

  it('refuses a shortest interval that is longer than the longest', () => {
    const { settings, problems } = readSettingsFile('polling:\n  minMinutes: 90\n  maxHours: 1\n', 'f');
    expect(settings.polling).toEqual({ minMinutes: 10, maxHours: 24 });
    expect(problems).toEqual([
      expect.objectContaining({ line: 1, message: 'The shortest interval is longer than the longest.' }),
    ]);
  });

  it.each(['127.0.0.1:8099', '*.intranet.example', '10.0.0.0/8', '[::1]:8099', 'fd00::/8'])(
    'takes %s as an address that may be contacted',
    (target) => {
      expect(readSettingsFile(`allowAddresses: ["${target}"]\n`, 'f')).toMatchObject({
        problems: [],
        settings: { allowAddresses: [target] },
      });
    },
  );

  it('takes no web address for a host', () => {
    expect(
      readSettingsFile('allowAddresses: ["http://127.0.0.1/feed"]\n', 'f').settings.allowAddresses,
    ).toEqual([]);
  });

  it('names the setting that was meant, at every depth', () => {
    const { problems } = readSettingsFile('time_zone: UTC\npolling:\n  minMinute: 5\n', 'f');
    expect(problems.map(({ line, remedy }) => [line, remedy])).toEqual([
      [1, 'Did you mean `timezone`?'],
      [3, 'Did you mean `minMinutes`?'],
    ]);
  });

  it('is not readable where it is no YAML', () => {
    expect(readSettingsFile('politeness: {', 'f')).toMatchObject({ readable: false });
    expect(readSettingsFile('- a\n- b\n', 'f').problems).toHaveLength(1);
  });

  it('takes a push address with a path, and none with a query or a fragment', () => {
    const read = (text: string) => readSettingsFile(`pushAddress: ${text}\n`, 'f');
    expect(read('https://example.org/news').settings.pushAddress).toBe('https://example.org/news');
    for (const wrong of [
      'https://example.org/?a=b',
      '"https://example.org/#a"',
      'news.example.org',
      'ftp://a.example/',
    ]) {
      const { settings, problems } = read(wrong);
      expect(settings.pushAddress).toBeUndefined();
      expect(problems).toEqual([
        expect.objectContaining({ line: 1, remedy: expect.stringContaining('hubs') }),
      ]);
    }
  });
});
