import { describe, expect, it } from '@jest/globals';
import { parseFeed } from './parse-feed.ts';

const options = { url: 'https://press.example/feed.xml', reader: 'rss-parser' } as const;
const feed = (description: string) =>
  new TextEncoder().encode(
    `<rss version="2.0"><channel><title>Press</title><item><title>One</title><link>/1</link><guid>g</guid>
     <pubDate>Sun, 22 Nov 2026 10:00:00 +0900</pubDate><description>${description}</description></item></channel></rss>`,
  );

describe('the second reader', () => {
  it('reads a feed that is set to it, and its use is recorded', async () => {
    const read = await parseFeed(feed('&lt;p onclick="x()"&gt;Hi&lt;/p&gt;'), options);
    expect(read).toMatchObject({
      kind: 'feed',
      reader: 'rss-parser',
      title: 'Press',
      notes: ['Read by rss-parser, because the feed is set to it.'],
      entries: [
        {
          id: 'g',
          title: 'One',
          url: 'https://press.example/1',
          published: { instant: '2026-11-22T01:00:00.000Z', offsetMinutes: 540 },
          html: '<p>Hi</p>',
        },
      ],
    });
  });

  it('gives way to the first where it fails', async () => {
    const broken = new TextEncoder().encode('<rss><channel><item><title>AT&T</title></item></channel></rss>');
    const read = await parseFeed(broken, options);
    expect(read).toMatchObject({
      reader: 'own',
      entries: [{ title: 'AT&T' }],
      notes: [expect.stringContaining('rss-parser was asked')],
    });
  });

  it('is ended when it takes too long, and takes nobody along', async () => {
    const read = await parseFeed(feed(`<![CDATA[${'a<p '.repeat(125_000)}]]>`), options);
    expect(read).toMatchObject({
      reader: 'own',
      entries: [{ title: 'One' }],
      notes: [expect.stringContaining('took too long')],
    });
  }, 30_000);
});
