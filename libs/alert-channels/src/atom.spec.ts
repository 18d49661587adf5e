import { describe, expect, it } from '@jest/globals';
import Parser from 'rss-parser';
import { type AtomFeedInfo, renderAtom } from './atom.ts';
import { anAlert, HOSTILE } from './fixtures/message.ts';

const info: AtomFeedInfo = {
  id: 'tag:framewatch.test,2026:alerts/new',
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
      id: 'tag:framewatch.test,2026:alerts/new/42',
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
    expect(renderAtom(info, [])).toContain('<updated>2026-01-01T00:00:00.000Z</updated>');
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
