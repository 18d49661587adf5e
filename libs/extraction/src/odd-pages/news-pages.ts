import { ARTICLE, body, KEPT, ld, type OddPage, page, sentence } from './odd-page.ts';

const JAPANESE = Array.from(
  { length: 8 },
  (_, i) =>
    `市議会は火曜日、長い討論の末、第${i}号議案を可決した。反対派は財源を疑問視しており、来週も審議が続く見通しだ。`,
);
const GERMAN = Array.from(
  { length: 8 },
  (_, i) =>
    `<p>Der Stadtrat hat am Dienstag nach langer Debatte die Vorlage ${i} angenommen, die das Busnetz ausbaut und die Brücke repariert.</p>`,
).join('');
const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const between = (box: string) =>
  page(ARTICLE.replace(`<p>${sentence(3)}</p>`, `<p>${sentence(3)}</p>${box}`));
const plain = (inner: string, head = '', lang = 'en') =>
  `<html lang="${lang}"><head><meta charset="utf-8"><title>Council approves plan | Daily News</title>${head}</head><body>${inner}</body></html>`;
const japanese = (inner: string) =>
  plain(inner, '', 'ja').replace('<title>Council approves plan | Daily News', '<title>橋の修理を可決');
const news = (rest: object) => ld({ '@type': 'NewsArticle', headline: 'Council approves plan', ...rest });
const article = { verdict: 'article', keeps: [KEPT] } as const;
const UNDATED = 'https://news.example.com/local/plan';

/** Pages as newsrooms really build them, with what is easily got wrong. */
export const NEWS_PAGES: readonly OddPage[] = [
  {
    ...article,
    name: 'a “latest news” box between paragraphs',
    html: between(
      '<div class="latest-news"><h3>Latest news</h3><ul><li><a href="/1">LATEST: storm warning for the coast</a></li><li><a href="/2">LATEST: trains stand still</a></li></ul></div>',
    ),
    loses: ['LATEST'],
  },
  {
    ...article,
    name: 'related links in the body',
    html: between('<p>Read more: <a href="/x">RELATED story about another bridge in another city</a></p>'),
    loses: ['RELATED'],
  },
  {
    ...article,
    name: 'a label over an advertisement',
    html: between('<p>Advertisement</p><div class="ad-slot">ADVERT for shoes, now at half the price.</div>'),
    loses: ['Advertisement', 'ADVERT'],
  },
  {
    ...article,
    name: 'a picture with caption and credit',
    html: between(
      '<figure><img src="/a.jpg"><figcaption>CAPTION of the old bridge. Photo: Jane Roe/AFP</figcaption></figure>',
    ),
    loses: ['CAPTION'],
  },
  {
    ...article,
    name: 'a quoted post',
    html: between(
      '<blockquote class="twitter-tweet"><p>The bridge will be open again by winter, the mayor wrote.</p></blockquote>',
    ),
    keeps: [KEPT, 'open again by winter'],
  },
  {
    ...article,
    name: 'endless scrolling, a second article appended',
    html: page(
      `<div class="feed">${ARTICLE}<article><h1>Trains stand still</h1>${body(9).replaceAll('council', 'SECOND')}</article></div>`,
    ),
    loses: ['SECOND'],
  },
  {
    ...article,
    name: 'an iframe between paragraphs',
    html: between('<iframe src="/map">IFRAME fallback</iframe>'),
    loses: ['IFRAME'],
  },
  {
    ...article,
    name: 'an AMP page',
    html: `<html amp lang="en"><head><title>Council approves plan</title><link rel="canonical" href="https://news.example.com/2026/05/03/plan">${news({ datePublished: '2026-05-03T09:30:00Z' })}</head><body><article><h1>Council approves plan</h1><amp-img src="/a.jpg"><noscript>PICTURE</noscript></amp-img>${body(8)}<amp-ad>AMPAD</amp-ad></article></body></html>`,
    url: 'https://news.example.com/amp/2026/05/03/plan',
    loses: ['PICTURE'],
    facts: { canonicalUrl: 'https://news.example.com/2026/05/03/plan' },
  },
  {
    ...article,
    name: 'a mobile address',
    html: page(ARTICLE, '<link rel="canonical" href="https://www.news.example.com/2026/05/03/plan">'),
    url: 'https://m.news.example.com/2026/05/03/plan',
    facts: { canonicalUrl: 'https://www.news.example.com/2026/05/03/plan' },
  },
  {
    ...article,
    name: 'a print view',
    html: plain(
      `<h1>Council approves plan</h1><p>By Jane Roe</p><p>3 May 2026</p>${body(8)}<p>https://news.example.com/plan</p>`,
    ),
    url: 'https://news.example.com/print?id=7',
    day: '2026-05-03',
  },
  {
    ...article,
    name: 'a live blog',
    html: page(
      `<main><h1>Council approves plan</h1>${Array.from({ length: 8 }, (_, i) => `<section class="update"><h2>1${i}:00 — vote ${i}</h2><p>${sentence(i)}</p></section>`).join('')}</main>`,
      ld({ '@type': 'LiveBlogPosting', headline: 'Council approves plan' }),
    ),
  },
  {
    ...article,
    name: 'a gallery with text',
    html: page(
      `<article><h1>Council approves plan</h1>${Array.from({ length: 8 }, (_, i) => `<figure><img src="/${i}.jpg"></figure><p>${sentence(i)}</p>`).join('')}</article>`,
    ),
  },
  {
    ...article,
    name: 'a video above the text',
    html: page(
      `<article><h1>Council approves plan</h1><video><source src="/v.mp4">VIDEO is not supported by your browser.</video>${body(8)}</article>`,
    ),
    loses: ['VIDEO'],
  },
  {
    name: 'vertical Japanese',
    html: japanese(
      `<article style="writing-mode: vertical-rl"><h1>橋の修理を可決</h1>${paragraphs(JAPANESE)}</article>`,
    ),
    verdict: 'article',
    keeps: [JAPANESE[6]!],
    facts: { language: 'ja' },
  },
  {
    name: 'an English article with a Japanese quotation',
    html: page(
      ARTICLE.replace('</article>', '<p>「橋の修理は冬の前に終える」と市長は述べた。</p></article>'),
    ),
    verdict: 'article',
    keeps: [KEPT, '市長は述べた'],
    facts: { language: 'en' },
  },
  {
    name: 'a lang attribute that is wrong',
    html: plain(`<article><h1>Stadtrat stimmt zu</h1>${GERMAN}</article>`, '', 'en'),
    verdict: 'article',
    facts: { language: 'de' },
  },
  {
    name: 'a charset that is wrong',
    html: new TextEncoder().encode(
      japanese(`<article><h1>橋の修理を可決</h1>${paragraphs(JAPANESE)}</article>`).replace(
        'charset="utf-8"',
        'charset="shift_jis"',
      ),
    ),
    contentType: 'text/html; charset=iso-8859-1',
    verdict: 'article',
    keeps: [JAPANESE[6]!],
    facts: { language: 'ja' },
  },
  {
    ...article,
    name: 'JSON-LD whose headline is another page’s',
    html: page(ARTICLE, ld({ '@type': 'NewsArticle', headline: 'Trains stand still all over the country' })),
    facts: { title: 'Council approves plan' },
  },
  {
    ...article,
    name: 'JSON-LD whose body is a teaser',
    html: page(ARTICLE, news({ articleBody: 'TEASER only.' })),
    loses: ['TEASER'],
  },
  {
    ...article,
    name: 'microdata only',
    html: plain(
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Council approves plan</h1><span itemprop="author">Jane Roe</span><time itemprop="datePublished" datetime="2026-05-03T18:30:00+09:00">Sunday</time><div itemprop="articleBody">${body(8)}</div></div>`,
    ),
    url: UNDATED,
    facts: { authors: ['Jane Roe'] },
    day: '2026-05-03',
  },
  {
    ...article,
    name: 'a date only in the address',
    html: plain(`<article><h1>Council approves plan</h1>${body(8)}</article>`),
    day: '2026-05-03',
  },
  {
    name: 'a date of a Japanese era',
    html: japanese(
      `<article><h1>橋の修理を可決</h1><p class="date">令和8年5月3日</p>${paragraphs(JAPANESE)}</article>`,
    ),
    url: UNDATED,
    verdict: 'article',
    day: '2026-05-03',
  },
  {
    name: 'a Japanese date with the hour',
    html: japanese(
      `<article><h1>橋の修理を可決</h1><p>2026年5月3日 18時30分</p>${paragraphs(JAPANESE)}</article>`,
    ),
    url: UNDATED,
    verdict: 'article',
    day: '2026-05-03',
  },
  {
    ...article,
    name: 'several dates, the first the publication',
    html: plain(
      `<article><h1>Council approves plan</h1><p>Published 3 May 2026, updated 4 May 2026</p>${body(8)}</article><aside>12 January 2019: <a href="/old">an older story</a></aside>`,
    ),
    url: UNDATED,
    day: '2026-05-03',
  },
  {
    ...article,
    name: 'a publication in the future',
    html: plain(ARTICLE, '<meta property="article:published_time" content="2031-01-01T00:00:00Z">'),
    url: UNDATED,
    facts: { published: null },
  },
  {
    ...article,
    name: 'a change with its offset',
    html: plain(
      ARTICLE,
      news({ datePublished: '2026-05-03T09:30:00+09:00', dateModified: '2026-05-03T19:45:00+09:00' }),
    ),
    facts: {
      modified: {
        instant: '2026-05-03T10:45:00.000Z',
        offsetMinutes: 540,
        written: '2026-05-03T19:45:00+09:00',
        source: 'declared',
      },
    },
  },
  {
    ...article,
    name: 'several authors',
    html: plain(
      `<article><h1>Council approves plan</h1><p class="byline">By Jane Roe, John Doe and Mary Major</p>${body(8)}</article>`,
    ),
    facts: { authors: ['Jane Roe', 'John Doe', 'Mary Major'] },
  },
  {
    ...article,
    name: 'an agency for an author',
    html: plain(ARTICLE, news({ author: { '@type': 'Organization', name: 'Reuters' } })),
    facts: { authors: ['Reuters'] },
  },
  {
    ...article,
    name: 'an address for an author',
    html: plain(
      ARTICLE,
      '<meta property="article:author" content="https://www.facebook.com/dailynews"><meta name="author" content="Jane Roe">',
    ),
    facts: { authors: ['Jane Roe'] },
  },
  {
    ...article,
    name: 'a section and a picture',
    html: page(
      ARTICLE,
      '<meta property="article:section" content="Local"><meta property="og:image" content="/lead.jpg">',
    ),
    facts: { section: 'Local', leadImage: 'https://news.example.com/lead.jpg' },
  },
  {
    ...article,
    name: 'a canonical address that is the front page',
    html: page(ARTICLE, '<link rel="canonical" href="https://news.example.com/">'),
    facts: { canonicalUrl: 'https://news.example.com/2026/05/03/plan' },
  },
  {
    ...article,
    name: 'a body only in a script’s state',
    html: plain(
      `<div id="app"></div><script>window.__INITIAL_STATE__ = ${JSON.stringify({ story: { title: 'Council approves plan', body: Array.from({ length: 8 }, (_, i) => sentence(i)).join('\n\n') } })};</script>`,
      news({ datePublished: '2026-05-03' }),
    ),
  },
  {
    ...article,
    name: 'a body only in application/json, as HTML',
    html: plain(
      `<div id="app"></div><script type="application/json">${JSON.stringify({ data: [{ contentHtml: body(8) }] }).replaceAll('<', '\\u003c')}</script>`,
      news({ datePublished: '2026-05-03' }),
    ),
  },
  {
    ...article,
    name: 'a base for relative addresses',
    html: page(
      ARTICLE,
      '<base href="https://cdn.example.com/news/"><meta property="og:image" content="lead.jpg">',
    ),
    facts: { leadImage: 'https://cdn.example.com/news/lead.jpg' },
  },
];
