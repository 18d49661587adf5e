import { ARTICLE, body, KEPT, ld, type OddPage, page, sentence } from './odd-page.ts';

/** What is sent, around an article that must come out whole, and words that must not come out with it. */
const FLOODS: readonly (readonly [name: string, html: string, lost?: string])[] = [
  ['100,000 nested divs after the article', page(`${ARTICLE}${'<div>'.repeat(1e5)}x`)],
  ['20,000 nested divs around the article', page(`${'<div>'.repeat(2e4)}${ARTICLE}${'</div>'.repeat(2e4)}`)],
  ['100,000 spans that nobody closes', page(`${ARTICLE}${'<span>'.repeat(1e5)}tail`)],
  ['30,000 tables that nobody closes', page(`${ARTICLE}${'<table><tr><td>'.repeat(3e4)}x`)],
  ['48,000 misnested tags', page(`${ARTICLE}${'<p><b><i><a href=x>'.repeat(12_000)}tail`)],
  ['an unclosed comment', page(`${ARTICLE}<!-- ${'x'.repeat(5e5)}`)],
  ['an unclosed attribute', page(`${ARTICLE}<a href="${'y'.repeat(5e5)}`)],
  ['an unclosed title', `<html><head><title>Council<body>${ARTICLE}`],
  ['an unclosed script', page(`${ARTICLE}<script>var a = "${'z'.repeat(5e5)}`)],
  ['a class name of a megabyte', page(`<div class="${'share-ad-comment '.repeat(60_000)}">${ARTICLE}</div>`)],
  [
    '200,000 attributes',
    page(`<div ${Array.from({ length: 2e5 }, (_, i) => `a${i}=1`).join(' ')}>${ARTICLE}</div>`),
  ],
  ['two million spaces within a sentence', page(ARTICLE.replace('Tuesday,', `Tuesday,${' '.repeat(2e6)}`))],
  [
    'a script of six megabytes before the article',
    page(`<script>var x="${'abcdef'.repeat(1e6)}"</script>${ARTICLE}`),
  ],
  [
    'an embedded image of six megabytes before the article',
    page(`<img src="data:image/png;base64,${'QUJD'.repeat(1.5e6)}">${ARTICLE}`),
  ],
  ['upper-case tags', page(ARTICLE.replaceAll('<p>', '<P>').replaceAll('</p>', '</P>'))],
  [
    'paragraphs that nobody closes',
    page(`<article><h1>Council approves plan</h1>${body(8).replaceAll('</p>', '')}</article>`),
  ],
  [
    'paragraphs made by line breaks',
    page(`<div id="story">${Array.from({ length: 8 }, (_, i) => sentence(i)).join('<br><br>')}</div>`),
  ],
  ['a body in a table', page(`<table><tr><td><a href="/x">Menu</a></td><td>${body(8)}</td></tr></table>`)],
  [
    'a body in a class named paywall',
    page(`<article><h1>Council approves plan</h1><div class="paywall">${body(8)}</div></article>`),
  ],
  [
    'a body in a class named breaking-news and comments-enabled',
    page(`<div class="breaking-news has-comments">${body(8)}</div>`),
  ],
  [
    'a body only in JSON-LD',
    page(
      '<div id="root"></div>',
      ld({
        '@type': 'NewsArticle',
        headline: 'Council approves plan',
        articleBody: Array.from({ length: 8 }, (_, i) => sentence(i)).join('\n\n'),
      }),
    ),
  ],
  [
    'a body only in __NEXT_DATA__',
    page(
      `<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { article: { body: Array.from({ length: 8 }, (_, i) => sentence(i)).join('\n\n') } } })}</script>`,
    ),
  ],
  [
    'broken JSON-LD beside the article',
    page(ARTICLE, '<script type="application/ld+json">{"@type":"NewsArticle",,}</script>'),
  ],
  ['impossible character references', page(ARTICLE.replace('Tuesday', 'Tuesday&#xD800;&#99999999;&bogus;'))],
  [
    'hidden text',
    page(`${ARTICLE}<div style="display:none">${body(20).replaceAll('council', 'HONEYPOT')}</div>`),
    'HONEYPOT',
  ],
  [
    'a cookie banner longer than the article',
    page(
      `<div class="cookie-banner">${'<p>We use cookies and similar technologies to personalise content and to analyse our traffic.</p>'.repeat(20)}</div>${ARTICLE}`,
    ),
    'We use cookies',
  ],
  [
    'comments longer than the article',
    page(
      `${ARTICLE}<section id="comments"><h2>Comments</h2>${body(40).replaceAll('council', 'COMMENTER')}</section>`,
    ),
    'COMMENTER',
  ],
  [
    'comments without a telling class',
    page(
      `<main><h1>Council approves plan</h1>${body(8)}<h3>34 Comments</h3>${body(20).replaceAll('council', 'COMMENTER')}</main>`,
    ),
    'COMMENTER',
  ],
  [
    'teasers of other stories',
    page(
      `${ARTICLE.replace('</article>', '')}<div>${Array.from({ length: 6 }, (_, i) => `<div><h3><a href="/${i}">Another story that happened elsewhere</a></h3><p>TEASER of a story that has nothing to do with this one at all.</p></div>`).join('')}</div></article>`,
    ),
    'TEASER',
  ],
  [
    'the next article below',
    page(`${ARTICLE}<article><h1>Something else</h1>${body(12).replaceAll('council', 'NEXT')}</article>`),
    'NEXT',
  ],
  [
    'a newsletter box between paragraphs',
    page(
      ARTICLE.replace(
        '</p>',
        '</p><div class="newsletter-signup"><p>NEWSLETTER: our best stories, every morning, in your inbox.</p></div>',
      ),
    ),
    'NEWSLETTER',
  ],
  [
    'ruby above Japanese words',
    page(
      `<article><h1>Council approves plan</h1><p>市議会は火曜日、<ruby>橋<rt>はし</rt></ruby>の修理を決めた。</p>${body(8)}</article>`,
    ),
    'はし',
  ],
];

/** Hostile and broken pages, each with an article in it. */
export const BROKEN_PAGES: readonly OddPage[] = FLOODS.map(([name, html, lost]) => ({
  name,
  html,
  verdict: 'article',
  keeps: [KEPT],
  ...(lost === undefined ? {} : { loses: [lost] }),
}));
