import { change, eachItem } from './answers.ts';
import type { FaultCase } from './fault-case.ts';

const whole = { outcome: 'fetched', status: 200, stored: 1 } as const;
const dated = (text: (index: number) => string | null) =>
  change((well) =>
    eachItem(well, (item, index) => {
      const date = text(index);
      return item.replace(/<pubDate>[^<]*<\/pubDate>/, date === null ? '' : `<pubDate>${date}</pubDate>`);
    }),
  );
const link = (item: string, to: (url: string) => string) =>
  item.replace(/<link>([^<]*)<\/link>/, (_, url: string) => `<link>${to(url)}</link>`);

/** Feeds that are well formed and say something odd. */
export const entryFaults: FaultCase[] = [
  {
    kind: '20,000 entries',
    sent: 'the feed and 20,000 more entries without links',
    answer: change((well) =>
      well.replace('</channel>', `${'<item><title>Filler</title></item>'.repeat(20_000)}</channel>`),
    ),
    expect: { ...whole, feed: { truncated: true } },
  },
  {
    kind: 'no ids',
    sent: 'no guid in any item',
    answer: change((well) => well.replace(/<guid[^>]*>[^<]*<\/guid>/g, '')),
    expect: whole,
  },
  {
    kind: 'one id for all',
    sent: 'the same guid in every item',
    answer: change((well) => well.replace(/<guid([^>]*)>[^<]*<\/guid>/g, '<guid$1>home</guid>')),
    expect: whole,
  },
  {
    kind: 'ids that change at every poll',
    sent: 'each guid with a number that grows',
    answer: change((well, { served }) => well.replaceAll('</guid>', `#${served}</guid>`)),
    expect: whole,
  },
  {
    kind: 'every entry twice',
    sent: 'each item again with tracking parameters and another id',
    answer: change((well) =>
      eachItem(
        well,
        (item) =>
          item +
          link(item, (url) => `${url}?utm_source=rss&amp;fbclid=1`).replace('</guid>', '?again</guid>'),
      ),
    ),
    expect: whole,
  },
  {
    kind: 'dates in the future',
    sent: 'every item dated 2099',
    answer: dated(() => 'Fri, 01 May 2099 10:00:00 GMT'),
    expect: whole,
  },
  {
    kind: 'dates of 1970',
    sent: 'every item dated 1 January 1970',
    answer: dated(() => 'Thu, 01 Jan 1970 00:00:00 GMT'),
    expect: whole,
  },
  {
    kind: 'dates of the year 1',
    sent: 'every item dated 0001-01-01T00:00:00Z',
    answer: dated(() => '0001-01-01T00:00:00Z'),
    expect: whole,
  },
  { kind: 'no dates', sent: 'no pubDate in any item', answer: dated(() => null), expect: whole },
  {
    kind: 'dates without a zone',
    sent: '“2026-05-12 09:00”',
    answer: dated((index) => `2026-05-12 09:${String(index % 60).padStart(2, '0')}`),
    expect: whole,
  },
  {
    kind: 'dates that are none',
    sent: '“Tomorrowday, 99 Brumaire 25:61”',
    answer: dated(() => 'Tomorrowday, 99 Brumaire 25:61'),
    expect: whole,
  },
  {
    kind: 'relative links',
    sent: 'links without a host',
    answer: change((well, { origin }) =>
      eachItem(well, (item) => link(item, (url) => url.replace(origin, ''))),
    ),
    expect: whole,
  },
  {
    kind: 'javascript: links',
    sent: 'five more items that link to javascript:alert(1)',
    answer: change((well) =>
      well.replace(
        '<item>',
        `${'<item><title>Click</title><link>javascript:alert(1)</link></item>'.repeat(5)}<item>`,
      ),
    ),
    expect: whole,
  },
  {
    kind: 'links to refused addresses',
    sent: 'an item that links to a server on this machine that is not allowed',
    answer: change((well, { trap }) =>
      well.replace(
        '<item>',
        `<item><title>Inside</title><link>${trap}/page.html</link><description>Words of the feed.</description></item><item>`,
      ),
    ),
    expect: { ...whole, foreign: 1 },
  },
  {
    kind: 'script in titles and summaries',
    sent: '<script> and onerror in the title and the text of every item',
    answer: change((well) =>
      eachItem(well, (item) =>
        item
          .replace('</title>', '&lt;script&gt;alert(1)&lt;/script&gt;</title>')
          .replace('<description>', '<description>&lt;img src=x onerror=alert(2)&gt;'),
      ),
    ),
    expect: whole,
  },
  {
    kind: 'oldest first',
    sent: 'the items in reverse order',
    answer: change((well) => {
      const items = well.match(/<item>[\s\S]*?<\/item>/g) ?? [];
      let at = items.length;
      return eachItem(well, () => items[--at] ?? '');
    }),
    expect: whole,
  },
  {
    kind: 'all headlines changed',
    sent: '“Updated: ” before every title',
    answer: change((well) => eachItem(well, (item) => item.replace('<title>', '<title>Updated: '))),
    expect: whole,
  },
  {
    kind: 'suddenly another feed',
    sent: 'three entries of a shop under the address of the feed',
    answer: change(
      (_, { origin }) =>
        `<rss version="2.0"><channel><title>Shoes</title>${[1, 2, 3]
          .map(
            (n) =>
              `<item><guid>shoe-${n}</guid><title>Shoe ${n}</title><link>${origin}/shoe/${n}</link></item>`,
          )
          .join('')}</channel></rss>`,
    ),
    expect: { ...whole, stored: 0, foreign: 3 },
  },
  {
    kind: 'empty after full',
    sent: 'the feed without any item',
    answer: change((well) => eachItem(well, () => '')),
    expect: { ...whole, stored: 0, gap: true },
  },
];
