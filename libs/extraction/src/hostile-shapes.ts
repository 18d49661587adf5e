/** A page built to cost more than its length, at a size n, and an n at which it takes some milliseconds. An article stands before each flood. */
export type HostileShape = readonly [name: string, build: (n: number) => string, n: number];

const sentence = (i: number) =>
  `<p>The council voted on Tuesday, after a long debate, to approve measure ${i}, which repairs the bridge.</p>`;
const ARTICLE = `<article><h1>Council approves plan</h1>${Array.from({ length: 8 }, (_, i) => sentence(i)).join('')}</article>`;
const page = (body: string, head = '') =>
  `<html lang="en"><head><title>Council approves plan</title>${head}</head><body>${ARTICLE}${body}</body></html>`;
const each = (n: number, of: (i: number) => string) => Array.from({ length: n }, (_, i) => of(i)).join('');
const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;

export const HOSTILE_SHAPES: readonly HostileShape[] = [
  ['divs within divs', (n) => page('<div>'.repeat(n)), 40_000],
  ['divs with text within divs', (n) => page('<div>a word '.repeat(n)), 40_000],
  ['spans that nobody closes', (n) => page('<span>'.repeat(n)), 40_000],
  ['misnested inline tags', (n) => page('<p><b><i><a href=x>'.repeat(n)), 10_000],
  ['end tags without start tags', (n) => page('</div></b></p>'.repeat(n)), 40_000],
  ['attributes', (n) => page(`<div ${each(n, (i) => `a${i}=1 `)}>x</div>`), 50_000],
  [
    'attributes that are kept, again and again',
    (n) => page(`<div ${'class=a id=b title=c '.repeat(n)}>x</div>`),
    30_000,
  ],
  ['one text node', (n) => page(`<p>${'lorem ipsum dolor sit amet, '.repeat(n)}</p>`), 20_000],
  ['one text node without a space', (n) => page(`<p>${'a'.repeat(n)}</p>`), 500_000],
  ['one text node of white space', (n) => page(`<p>a${' '.repeat(n)}b</p>`), 500_000],
  ['tiny paragraphs', (n) => page('<p>a</p>'.repeat(n)), 40_000],
  ['paragraphs of prose', (n) => page(each(n, sentence)), 10_000],
  ['lines broken by br', (n) => page(`<div>${'a line of words<br>'.repeat(n)}</div>`), 40_000],
  [
    'JSON-LD of many nodes',
    (n) =>
      page(
        '',
        ld(
          JSON.stringify({
            '@graph': Array.from({ length: n }, (_, i) => ({
              '@type': 'Person',
              '@id': `#${i}`,
              name: `N ${i}`,
            })),
          }),
        ),
      ),
    10_000,
  ],
  ['JSON-LD lists in lists', (n) => page('', ld('['.repeat(n) + ']'.repeat(n))), 40_000],
  ['JSON-LD objects in objects', (n) => page('', ld(`${'{"@graph":'.repeat(n)}1${'}'.repeat(n)}`)), 20_000],
  ['JSON-LD broken off', (n) => page('', ld(`{"a":"${'x, '.repeat(n)}`)), 100_000],
  ['JSON-LD scripts', (n) => page(each(n, (i) => ld(`{"@type":"Person","name":"N ${i}"}`))), 10_000],
  [
    'authors in JSON-LD',
    (n) =>
      page(
        '',
        ld(
          JSON.stringify({
            '@type': 'NewsArticle',
            headline: 'Council approves plan',
            author: Array.from({ length: n }, (_, i) => ({ '@id': `#${i}` })),
          }),
        ),
      ),
    10_000,
  ],
  [
    'meta elements',
    (n) =>
      page(
        '',
        each(n, (i) => `<meta name="k${i}" content="v${i}">`),
      ),
    20_000,
  ],
  [
    'meta elements of one name',
    (n) =>
      page(
        '',
        each(n, (i) => `<meta name="author" content="Jane Roe ${i}">`),
      ),
    20_000,
  ],
  ['an attribute of many letters', (n) => page(`<p title="${'x '.repeat(n)}">x</p>`), 500_000],
  ['a class of many words', (n) => page(`<p class="${'share-ad '.repeat(n)}">x</p>`), 100_000],
  ['classes, all different', (n) => page(each(n, (i) => `<p class="c${i} adBox${i}">a</p>`)), 20_000],
  [
    'a title of many words',
    (n) => page('').replace('approves plan', `approves plan${' and more'.repeat(n)}`),
    20_000,
  ],
  ['titles that nobody closes', (n) => page('<title>a'.repeat(n)), 20_000],
  ['headings', (n) => page(each(n, (i) => `<h2>Council approves plan ${i}</h2>`)), 20_000],
  ['bylines', (n) => page(each(n, (i) => `<p class="byline">By Jane Roe ${i}</p>`)), 20_000],
  ['dates', (n) => page(each(n, (i) => `<p class="date">3 May 20${10 + (i % 16)}</p>`)), 20_000],
  [
    'figures that are no dates',
    (n) => page(each(n, () => '<p>12 12 12 12 12 12 2026-99-99 12/12/12</p>')),
    20_000,
  ],
  ['comments', (n) => page('<!-- x -->'.repeat(n)), 50_000],
  ['comments that nobody closes', (n) => page('<!-- x '.repeat(n)), 100_000],
  ['character references', (n) => page(`<p>${'&amp;&#8217;&bogus;'.repeat(n)}</p>`), 40_000],
  ['ampersands', (n) => page(`<p>${'&'.repeat(n)}</p>`), 300_000],
  ['less-than signs', (n) => page(`<p>${'< '.repeat(n)}</p>`), 200_000],
  ['tables in tables', (n) => page('<table><tr><td>'.repeat(n)), 15_000],
  ['table cells', (n) => page(`<table>${'<tr><td>a<td>b'.repeat(n)}</table>`), 20_000],
  ['srcset', (n) => page(`<img srcset="${'https://x.example/a.jpg 640w, '.repeat(n)}">`), 50_000],
  ['images with srcset', (n) => page('<img src="a.jpg" srcset="a.jpg 1x, b.jpg 2x">'.repeat(n)), 20_000],
  ['templates', (n) => page('<template><p>x</p>'.repeat(n)), 20_000],
  ['noscript', (n) => page('<noscript><img src=x>'.repeat(n)), 20_000],
  ['svg that nobody closes', (n) => page('<svg><path d="M0"/>'.repeat(n)), 20_000],
  ['svg', (n) => page('<svg><path d="M0"/></svg>'.repeat(n)), 20_000],
  ['scripts', (n) => page('<script>var a = "</scrip";</script>'.repeat(n)), 20_000],
  ['a script that nobody closes', (n) => page(`<script>${'</scrip '.repeat(n)}`), 100_000],
  ['images within the page', (n) => page(`<img src="data:image/png;base64,${'QUJD'.repeat(n)}">`), 500_000],
  ['links in a line', (n) => page(`<p>${'<a href="/x">word</a> '.repeat(n)}</p>`), 20_000],
  [
    'teasers',
    (n) =>
      page(
        each(
          n,
          (i) =>
            `<div><h3><a href="/${i}">A headline of a story that happened</a></h3><p>Its teaser of about fifty letters, ending here.</p></div>`,
        ),
      ),
    8_000,
  ],
  ['articles in articles', (n) => page('<article><h1>a</h1>'.repeat(n)), 15_000],
  ['articles one after the other', (n) => page('<article><h1>a</h1><p>b</p></article>'.repeat(n)), 15_000],
  [
    'sections named as boxes within each other',
    (n) =>
      page(
        '<div class="sidebar"><p>A sentence of some length, which ends here and now, today.</p>'.repeat(n),
      ),
    8_000,
  ],
  ['figures of Japanese', (n) => page(`<p>${'市議会は火曜日、議案を可決した。'.repeat(n)}</p>`), 30_000],
];
