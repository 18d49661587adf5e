import { describe, expect, it } from '@jest/globals';
import { extractArticle } from './extract.ts';

const paragraph = (i: number) =>
  `The city council voted on Tuesday, after a long debate, to approve measure number ${i}, which expands the bus network and repairs the old bridge.`;
const paragraphs = (n: number) => Array.from({ length: n }, (_, i) => `<p>${paragraph(i)}</p>`).join('');
const page = (body: string, head = '') =>
  `<!doctype html><html lang="de"><head><title>Council approves plan | Daily News</title><meta property="og:site_name" content="Daily News">${head}</head><body><nav><a href="/">Home</a><a href="/world">World</a></nav>${body}<footer>Copyright Daily News</footer></body></html>`;
const article = page(
  `<article><h1>Council approves plan</h1><p class="byline">By Jane Roe and John Doe</p><time datetime="2026-05-03T09:30:00+09:00">3 May</time>${paragraphs(8)}<aside class="related"><p>Related: something else that happened in another city last week.</p></aside></article>`,
  '<link rel="canonical" href="/news/plan"><meta property="og:image" content="/lead.jpg"><meta property="article:section" content="Local">',
);
const context = { url: 'https://news.example.com/a/plan?utm_source=x', seenAt: '2026-05-04T00:00:00Z' };
const extract = (html: string) => extractArticle(html, context);

describe('extractArticle', () => {
  it('gives the text as paragraphs, without what stands around it', () => {
    const found = extract(article);
    expect(found).toMatchObject({ kind: 'article', truncated: null });
    expect(found.paragraphs).toEqual(Array.from({ length: 8 }, (_, i) => paragraph(i)));
    expect(found.text).toBe(found.paragraphs.join('\n\n'));
    expect(found.quality).toBeGreaterThan(0.8);
  });

  it('leaves out a ticker that the page draws twice, and keeps a text that it draws twice', () => {
    const teaser = (i: number) => `<li>Ferry ${i} sinks at its berth. GULL ISLAND: ${paragraph(i + 50)}</li>`;
    const ticker = `<ul>${[1, 2, 3, 4].map(teaser).join('')}</ul>`;
    const body = `${ticker}<h1>Council approves plan</h1>${paragraphs(8)}`;
    const found = extract(page(`<main><div class="content">${body}${ticker}</div></main>`));
    expect(found.paragraphs).toEqual(Array.from({ length: 8 }, (_, i) => paragraph(i)));
    const drawnTwice = `<section>${paragraphs(8)}${ticker}</section>`.repeat(2);
    expect(extract(page(`<main>${drawnTwice}</main>`)).text).toContain('Ferry 3 sinks');
  });

  it('reads the metadata', () => {
    expect(extract(article)).toMatchObject({
      title: 'Council approves plan',
      authors: ['Jane Roe', 'John Doe'],
      published: {
        instant: '2026-05-03T00:30:00.000Z',
        offsetMinutes: 540,
        written: '2026-05-03T09:30:00+09:00',
      },
      canonicalUrl: 'https://news.example.com/news/plan',
      siteName: 'Daily News',
      leadImage: 'https://news.example.com/lead.jpg',
      section: 'Local',
    });
  });

  it('detects the language from the text rather than believe the page', () => {
    expect(extract(article).language).toBe('en');
  });

  it('decodes bytes', () => {
    const bytes = Uint8Array.from(article.replace('old bridge', 'caf\u00e9'), (c) => c.charCodeAt(0));
    expect(extractArticle(bytes, context).text).toContain('café');
  });

  it.each([
    ['empty', ''],
    ['pdf', '%PDF-1.7 binary'],
    [
      'script-only',
      '<html><head><title>App</title></head><body><div id="root"></div><script src="/app.js"></script></body></html>',
    ],
    [
      'error-page',
      page(
        '<main><h1>Page not found</h1><p>Sorry, the page you were looking for has moved or does not exist.</p></main>',
      ),
    ],
    [
      'cookie-wall',
      page(
        `<div><h2>We value your privacy</h2><p>${'We and our partners store cookies and process personal data with your consent. '.repeat(6)}</p></div>`,
      ),
    ],
    [
      'challenge',
      '<html><head><title>Just a moment...</title></head><body><p>Verify you are human by completing the action below.</p></body></html>',
    ],
    [
      'section-front',
      page(
        `<main>${Array.from({ length: 40 }, (_, i) => `<div><h3><a href="/${i}">Headline number ${i} about something that happened today</a></h3><p>Short teaser of story ${i}, about a hundred characters long, which ends here.</p></div>`).join('')}</main>`,
      ),
    ],
  ])('says that a page is no article: %s', (reason, html) => {
    expect(extract(html)).toMatchObject({ kind: 'not-an-article', reason });
  });

  it('marks a page that its outlet says is behind a paywall', () => {
    const ld =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council approves plan","isAccessibleForFree":false}</script>';
    expect(
      extract(page(`<article><h1>Council approves plan</h1>${paragraphs(3)}</article>`, ld)),
    ).toMatchObject({ kind: 'article', truncated: 'paywall' });
  });
});
