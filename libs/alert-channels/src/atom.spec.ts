import { describe, expect, it } from '@jest/globals';
import Parser from 'rss-parser';
import { type AtomFeedInfo, renderAtom } from './atom.ts';
import { anAlert, HOSTILE } from './fixtures/message.ts';

const info: AtomFeedInfo = {
  id: 'tag:framewatch.test,2026:rules/new',
  entriesId: 'tag:framewatch.test,2026:alerts',
  title: 'Alerts: “new” & <relevant>',
  selfUrl: 'https://framewatch.test/api/alerts.atom?rule=new&x=1',
  dashboardUrl: 'https://framewatch.test/alerts',
  createdAt: new Date('2026-01-01T00:00:00Z'),
  timeZone: 'UTC',
};

/** rss-parser reads XML strictly: what is not well-formed throws. */
const parse = (xml: string) => new Parser({ defaultRSS: 2 }).parseString(xml);

describe('renderAtom', () => {
  it('is read back as it was meant', async () => {
    const feed = await parse(renderAtom(info, [anAlert()]));
    expect(feed).toMatchObject({ title: info.title, feedUrl: info.selfUrl, link: info.dashboardUrl });
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]).toMatchObject({
      id: 'tag:framewatch.test,2026:alerts/42',
      title: anAlert().title,
      link: anAlert().url,
      author: 'The Test Times',
      isoDate: '2026-11-22T03:05:00.000Z',
      content: expect.stringContaining(
        '<blockquote>日本の負担は重い。<footer>Burden sharing, Sovereignty</footer>',
      ),
    });
  });

  it('stays well-formed whatever a feed says', async () => {
    const hostile = `${HOSTILE}\ud800 ]]> &amp; \ufffe\u0085`;
    const xml = renderAtom(info, [
      anAlert({ title: hostile, reason: hostile, outlet: hostile, alertId: '<"&>' }),
    ]);
    const feed = await parse(xml);
    expect(xml).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/u);
    expect(feed.items[0]?.title).toContain(']]> &amp;');
    expect(feed.items[0]?.content).not.toContain('<script>');
  });

  it('is as new as its newest alert, and as its beginning while empty', () => {
    const older = anAlert({ raisedAt: new Date('2026-11-20T00:00:00Z') });
    expect(renderAtom(info, [anAlert(), older])).toMatch(/<\/title>\n<updated>2026-11-22T03:06:00.000Z/);
    const restarted = { ...info, createdAt: new Date('2026-12-24T00:00:00Z') };
    expect(renderAtom(restarted, [older, anAlert()])).toBe(renderAtom(info, [older, anAlert()]));
    expect(renderAtom(info, [])).toContain('<updated>2026-01-01T00:00:00.000Z</updated>');
  });

  it('is new again when later articles fold in, under the same id', async () => {
    const latest = [{ title: 'A & B', outlet: 'The Later Times', url: 'https://later.test/?a=1&b=2' }];
    const updatedAt = new Date('2026-11-23T00:00:00Z');
    const xml = renderAtom(info, [anAlert({ updates: { count: 4, latest }, updatedAt })]);
    const [before] = (await parse(renderAtom(info, [anAlert()]))).items;
    const [after] = (await parse(xml)).items;
    expect(after?.['id']).toBe(before?.['id']);
    expect(xml.match(/<updated>2026-11-23T00:00:00.000Z/g)).toHaveLength(2);
    expect(after?.content).toContain('and 4 more articles of the same story');
    expect(after?.content).toContain(
      '<a href="https://later.test/?a=1&amp;b=2">A &amp; B · The Later Times</a>',
    );
  });

  it('has what RFC 4287 asks of every entry, and each id once', () => {
    const alerts = ['1', '2', '3'].map((alertId) => anAlert({ alertId, published: null, url: null }));
    const entries = renderAtom(info, alerts).split('<entry>').slice(1);
    for (const entry of entries)
      for (const name of ['id', 'title', 'updated', 'published', 'content'])
        expect(entry.match(new RegExp(`<${name}[ >]`, 'g'))).toHaveLength(1);
    expect(new Set(entries.map((entry) => /<id>(.*)<\/id>/.exec(entry)?.[1])).size).toBe(3);
    for (const entry of entries) expect(entry).toMatch(/<link rel="alternate" href="https:/);
  });

  it('marks what is made up', () => {
    const xml = renderAtom(info, [anAlert({ synthetic: true })]);
    expect(xml).toContain('<title>[synthetic] Tokyo');
    expect(xml).toContain('<category term="synthetic"/>');
  });

  it('names each frame once', () => {
    expect(renderAtom(info, [anAlert()]).match(/term="Burden sharing"/g)).toHaveLength(1);
  });
});
