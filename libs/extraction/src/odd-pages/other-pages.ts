import { ARTICLE, body, ld, type OddPage, page } from './odd-page.ts';

const teaser =
  '<div><h3><a href="/a">A headline of a story that happened today</a></h3><p>A teaser of about sixty letters, which ends here and now.</p></div>';
const consent = '<p>We and our partners store cookies and process personal data with your consent.</p>';
const bare = (title: string, inner: string) =>
  `<html><head><title>${title}</title></head><body>${inner}</body></html>`;

/** Pages that are no articles, and what they are. */
export const OTHER_PAGES: readonly OddPage[] = [
  { name: 'nothing at all', html: '', verdict: 'empty' },
  { name: 'white space', html: ' \n\t ', verdict: 'empty' },
  { name: 'an empty body', html: '<html><head></head><body></body></html>', verdict: 'other' },
  { name: 'a PDF by its first bytes', html: '%PDF-1.4 …', verdict: 'pdf' },
  { name: 'a PDF by its content type', html: 'binary', contentType: 'application/pdf', verdict: 'pdf' },
  { name: 'JSON', html: '{"error":"not found"}', verdict: 'other' },
  {
    name: 'an application that needs a script',
    html: bare(
      'App',
      '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/app.js"></script>',
    ),
    verdict: 'script-only',
  },
  {
    name: 'a challenge',
    html: bare('Attention Required! | Shield', '<h1>Sorry, you have been blocked</h1>'),
    verdict: 'challenge',
  },
  {
    name: 'a check of the browser',
    html: bare('Just a moment...', '<p>Verify you are human by completing the action below.</p>'),
    verdict: 'challenge',
  },
  {
    name: 'a page that is gone',
    html: bare('410 Gone', '<h1>410</h1><p>This article was removed.</p>'),
    verdict: 'error-page',
  },
  {
    name: 'a page that is not found, in Japanese',
    html: bare('お探しのページ', '<h1>ページが見つかりません</h1><p>URLをご確認ください。</p>'),
    verdict: 'error-page',
  },
  {
    name: 'a server in trouble',
    html: bare('503 Service Unavailable', '<h1>Service Unavailable</h1>'),
    verdict: 'error-page',
  },
  {
    name: 'a wall of consent',
    html: bare('News', `<div>${consent.repeat(12)}</div>`),
    verdict: 'cookie-wall',
  },
  {
    name: 'a wall of consent in German',
    html: bare(
      'Zustimmung',
      `<div>${'<p>Mit Ihrer Einwilligung setzen wir und unsere Partner Cookies ein, mehr im Datenschutz.</p>'.repeat(10)}</div>`,
    ),
    verdict: 'cookie-wall',
  },
  {
    name: 'a section front of forty headlines',
    html: bare('World', teaser.repeat(40)),
    verdict: 'section-front',
  },
  {
    name: 'the root of a site, whatever it holds',
    html: page(ARTICLE),
    url: 'https://news.example.com/',
    verdict: 'section-front',
  },
  {
    name: 'search results',
    html: bare(
      'Search: bridge',
      `<h1>Results for “bridge”</h1><ul>${Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}">The council approves a plan for the bridge</a> <span>3 May 2026</span></li>`).join('')}</ul>`,
    ),
    url: 'https://news.example.com/search?q=bridge',
    verdict: 'section-front',
  },
  {
    name: 'frames of other pages',
    html: '<html><head><title>Daily News</title></head><frameset cols="20%,80%"><frame src="/menu"><frame src="/story"><noframes>Your browser shows no frames.</noframes></frameset></html>',
    verdict: 'other',
  },
  {
    name: 'an article only in an iframe',
    html: bare('Daily News', '<iframe src="/story"></iframe>'),
    verdict: 'other',
  },
  {
    name: 'a video and its caption',
    html: bare(
      'Watch',
      '<h1>Watch: the bridge</h1><video src="/v.mp4"></video><p>The bridge, seen from the air.</p>',
    ),
    verdict: 'other',
  },
];

const CUT = `<article><h1>Council approves plan</h1>${body(3)}`;

/** Articles of which less than the whole is here, and what says so. */
export const CUT_PAGES: readonly OddPage[] = [
  {
    name: 'a stub that asks to subscribe',
    html: page(`${CUT}<div><p>Subscribe to continue reading.</p></div></article>`),
    verdict: 'article',
    facts: { truncated: 'paywall' },
  },
  {
    name: 'a stub in Japanese',
    html: page(`${CUT}<p>この記事は有料会員限定です。残り1200文字</p></article>`),
    verdict: 'article',
    facts: { truncated: 'paywall' },
  },
  {
    name: 'a page that its data says is for subscribers',
    html: page(
      `${CUT}</article>`,
      ld({ '@type': 'NewsArticle', headline: 'Council approves plan', isAccessibleForFree: 'False' }),
    ),
    verdict: 'article',
    facts: { truncated: 'paywall' },
  },
  {
    name: 'a text that ends in […]',
    html: page(
      `<article><h1>Council approves plan</h1>${body(4)}<p>The mayor said that he […]</p></article>`,
    ),
    verdict: 'article',
    facts: { truncated: 'cut' },
  },
  {
    name: 'a download that broke off',
    html: page(ARTICLE).slice(0, -420),
    verdict: 'article',
    keeps: ['measure 3'],
  },
];
