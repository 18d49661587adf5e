import { change, eachItem, send } from './answers.ts';
import type { FaultCase } from './fault-case.ts';

const whole = { outcome: 'fetched', status: 200, stored: 1 } as const;
const inside = (well: string, head: string) => well.replace(/^<\?xml[^>]*\?>/, (xml) => `${xml}\n${head}`);
const BOMB = Array.from(
  { length: 12 },
  (_, level) => `<!ENTITY l${level} "${level === 0 ? 'lol' : `&l${level - 1};`.repeat(10)}">`,
).join('');

/** Documents that are not as XML, its encoding or its size should be. */
export const documentFaults: FaultCase[] = [
  {
    kind: 'XML that ends too early',
    sent: 'three quarters of the feed, as if that were all',
    answer: change((well) => well.slice(0, (well.length * 3) / 4)),
    expect: { ...whole, feed: { truncated: true } },
  },
  {
    kind: 'cut in the middle of a character',
    sent: 'the feed up to the first of three bytes of “日”',
    answer: change((well) => {
      const text = well.replace(/<\/item>(?![\s\S]*<\/item>)/, '日</item>');
      return Buffer.from(text).subarray(0, Buffer.from(text.slice(0, text.lastIndexOf('日'))).length + 1);
    }),
    expect: { ...whole, feed: { truncated: true } },
  },
  {
    kind: 'wrong charset on the label',
    sent: 'UTF-8 that calls itself Shift_JIS',
    answer: send(({ well }) => well.replace(/encoding="[^"]+"/i, 'encoding="Shift_JIS"'), {
      'content-type': 'application/rss+xml; charset=shift_jis',
    }),
    expect: whole,
  },
  {
    kind: 'unknown charset',
    sent: 'encoding="x-klingon"',
    answer: change((well) => well.replace(/encoding="[^"]+"/i, 'encoding="x-klingon"')),
    expect: whole,
  },
  {
    kind: 'UTF-16 without a mark',
    sent: 'the feed in UTF-16LE, no byte order mark, labelled UTF-8',
    answer: change((well) => Buffer.from(well, 'utf16le')),
    expect: whole,
  },
  {
    kind: 'NUL bytes',
    sent: 'a NUL and a backspace after every “the”',
    answer: change((well) => well.replaceAll(' the ', ' the\0\b ')),
    expect: whole,
  },
  {
    kind: 'bare ampersands',
    sent: '“Q&A & more” in every title',
    answer: change((well) => eachItem(well, (item) => item.replace('</title>', ' Q&A & more</title>'))),
    expect: whole,
  },
  {
    kind: 'entities that nobody declared',
    sent: '“&nbsp; &eacute; &nosuch;” in every title',
    answer: change((well) =>
      eachItem(well, (item) => item.replace('</title>', ' &nbsp; &eacute; &nosuch;</title>')),
    ),
    expect: whole,
  },
  {
    kind: 'a billion laughs',
    sent: 'entities of entities that would unfold to 10¹² letters',
    answer: change((well) => inside(well, `<!DOCTYPE rss [${BOMB}]>`).replace('<title>', '<title>&l11;')),
    expect: whole,
  },
  {
    kind: 'external entities',
    sent: '<!ENTITY x SYSTEM "file:///etc/passwd"> and one at a refused address',
    answer: change((well, { trap }) =>
      inside(
        well,
        `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "${trap}">]>`,
      ).replace('<title>', '<title>&x;&y;'),
    ),
    expect: whole,
  },
  {
    kind: '100,000 nested elements',
    sent: '<a> in <a>, 100,000 deep, before the items',
    answer: change((well) =>
      well.replace('<item>', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}<item>`),
    ),
    expect: whole,
  },
  {
    kind: '100,000 attributes',
    sent: 'an item with 100,000 attributes',
    answer: change((well) =>
      well.replace('<item>', `<item ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ')}>`),
    ),
    expect: whole,
  },
  {
    kind: 'an element named __proto__',
    sent: '<__proto__> and <constructor> in every item',
    answer: change((well) =>
      eachItem(well, (item) =>
        item.replace('<item>', '<item><__proto__><polluted>yes</polluted></__proto__><constructor/>'),
      ),
    ),
    expect: whole,
  },
  {
    kind: 'warning before the feed',
    sent: 'an HTML warning of PHP before the XML declaration',
    answer: change((well) => `<br />\n<b>Warning</b>: include(): failed on line 12\n${well}`),
    expect: whole,
  },
  {
    kind: 'JSON in place of XML',
    sent: 'a JSON Feed with the same articles, labelled XML',
    answer: change((well) => asJsonFeed(well)),
    expect: whole,
  },
  {
    kind: 'JSON that is no feed',
    sent: '{"error": "maintenance"}',
    answer: send(() => '{"error": "maintenance"}'),
    expect: { outcome: 'failed', status: 200, weight: 0.5, error: /This is JSON, but no JSON Feed/ },
  },
  {
    kind: 'HTML in the shape of a feed',
    sent: 'a web page of “items” that is labelled application/rss+xml',
    answer: send(() => '<!DOCTYPE html><html><body><div class="item">One</div><p>Two</p></body></html>', {
      'content-type': 'application/rss+xml',
    }),
    expect: { outcome: 'failed', status: 200, weight: 0.5, error: /web page, not a feed/ },
  },
  {
    kind: 'a picture',
    sent: '200 KB of a PNG under the address of the feed',
    answer: send(
      () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200_000, 7)]),
      {
        'content-type': 'image/png',
      },
    ),
    expect: { outcome: 'failed', status: 200, weight: 0.5, error: /not a feed|no feed format/ },
  },
  {
    kind: 'an item of 18 MB',
    sent: 'one item with 1.6 million paragraphs, before the others',
    answer: change((well) =>
      well.replace(
        '<item>',
        `<item><title>Long</title><link>http://press.test/long</link><description><![CDATA[${'<p>word</p>'.repeat(1_600_000)}]]></description></item><item>`,
      ),
    ),
    expect: { ...whole, foreign: 1 },
  },
];

function asJsonFeed(well: string): string {
  const field = (item: string, name: string) =>
    new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(item)?.[1] ?? '';
  const items = [...well.matchAll(/<item>[\s\S]*?<\/item>/g)].map(([item]) => ({
    id: field(item, 'guid'),
    url: field(item, 'link'),
    title: field(item, 'title').replaceAll('&amp;', '&'),
    content_text: 'In short.',
  }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Ledger', items });
}
