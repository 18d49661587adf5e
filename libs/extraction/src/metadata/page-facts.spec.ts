import { describe, expect, it } from '@jest/globals';
import { extractArticle } from '../extract.ts';

/** Made-up pages, each with the one thing that a reader of metadata has to get right. */
const PROSE = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>The harbour board met for the ${i + 1}th time this year, and its members agreed to deepen the channel before the ferries return in spring.</p>`,
).join('');

interface Parts {
  head?: string;
  /** Between the headline and the text. */
  byline?: string;
  heading?: string;
  after?: string;
}

function read({
  head = '',
  byline = '',
  heading = '<h1>Board agrees to deepen the channel</h1>',
  after = '',
}: Parts) {
  return extractArticle(
    `<html lang="en"><head>${head}</head><body><main><article>${heading}${byline}${PROSE}${after}</article></main></body></html>`,
    { url: 'https://www.bay-courier.example/harbour/deepen', seenAt: '2026-11-22T12:00:00Z' },
  );
}

const ld = (data: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...data })}</script>`;

describe('the authors of a page', () => {
  it.each<[string, Parts, string[]]>([
    [
      'the signed line of a byline, without paper and date',
      {
        byline:
          '<div class="byline"><div>By <b>Jane Roe</b></div><div>Gull Island Post</div><time>May 4, 2026</time></div>',
      },
      ['Jane Roe'],
    ],
    [
      'the name after a section and a lead-in',
      {
        byline:
          '<div class="authors"><span>capital</span><ul><li><span>von</span> <b>Jana Muster</b></li></ul></div>',
      },
      ['Jana Muster'],
    ],
    [
      'the name among an author’s microdata',
      {
        byline:
          '<div itemprop="author"><a itemprop="name">Jane Roe</a><p>Jane Roe, photographer from Gull Island</p></div>',
      },
      ['Jane Roe'],
    ],
    [
      'the linked name of a byline, without the town beside it',
      {
        byline:
          '<div class="author-details"><span><a class="author-link" href="/p">Jane Roe</a><span> Houston</span></span></div>',
      },
      ['Jane Roe'],
    ],
    [
      'an imprint’s name without its town and country',
      { head: '<meta name="author" content="courier.de, Frankfurt, Germany">' },
      ['courier.de'],
    ],
    [
      'the name in front of a role',
      { after: '<p>Autorin: Jana Muster, Leiterin des Hafenamts.</p>' },
      ['Jana Muster'],
    ],
    [
      'the claim that the page shows, of two that differ',
      {
        head: '<meta name="author" content="Tern Media"><meta property="article:author" content="Jane Roe">',
        byline: '<p class="byline">By <a href="/staff/jane-roe/">Jane Roe</a></p>',
      },
      ['Jane Roe'],
    ],
    [
      'the person rather than the account',
      {
        head: ld({
          headline: 'Board agrees to deepen the channel',
          author: { '@type': 'Person', name: 'janamuster' },
        }),
        byline: '<div class="entry-author">von <a href="/x">Jana Muster</a></div>',
      },
      ['Jana Muster'],
    ],
    [
      'the person behind the outlet’s name',
      {
        head: '<meta property="og:site_name" content="Bay Courier"><meta name="author" content="Bay Courier - Jane Roe">',
      },
      ['Jane Roe'],
    ],
    [
      'the desk where nobody else is named',
      {
        head: ld({
          headline: 'Board agrees to deepen the channel',
          author: { '@type': 'Person', name: 'Redaktion' },
        }),
      },
      ['Redaktion'],
    ],
    [
      'nobody where a system filled in a word',
      {
        head: ld({
          headline: 'Board agrees to deepen the channel',
          author: { '@type': 'Person', name: 'admin' },
        }),
      },
      [],
    ],
    [
      'nobody where only networks are linked',
      { byline: '<div class="author-contact"><a href="#">Twitter</a> <a href="#">Facebook</a></div>' },
      [],
    ],
  ])('are %s', (_what, parts, authors) => {
    expect(read(parts).authors).toEqual(authors);
  });
});

describe('the title of a page', () => {
  const HEADLINE = 'Board agrees to deepen the channel';
  it.each<[string, Parts]>([
    [
      'the headline where the first heading is the site’s name',
      {
        head: `<title>${HEADLINE}</title><meta property="og:site_name" content="Bay Courier"><meta name="twitter:title" content="Bay Courier">`,
        heading: `<h1>Bay Courier</h1><h1>${HEADLINE}</h1>`,
      },
    ],
    [
      'the page’s heading where its title only names the site',
      {
        head: '<title>Bay Courier</title>',
        heading: `<h1>${HEADLINE}</h1>`,
        after: '<h1>Bay Courier newsletter</h1>',
      },
    ],
    [
      'the page’s only heading where its title is a shorter wording',
      { head: '<title>Deepen the channel - Bay Courier</title>' },
    ],
    [
      'the part of the page’s title that a heading gives word for word',
      {
        head: `<title>Bay! Courier Weekend | BayCourier - ${HEADLINE}</title>`,
        heading: `<h1>Bay! Courier Pulse</h1><h2>${HEADLINE}</h2>`,
      },
    ],
    [
      'the claim where a heading shares words with the site’s name alone',
      {
        head: `<title>Tides Turned and Other Bay Essays: ${HEADLINE}</title><meta property="og:title" content="${HEADLINE}">`,
        heading: `<h1>Tides Turned and Other Bay Essays</h1><h3>${HEADLINE}</h3>`,
      },
    ],
  ])('is %s', (_what, parts) => {
    expect(read(parts).title).toBe(HEADLINE);
  });
});

describe('the topic before a headline', () => {
  it('belongs to the title where all that the page says of itself has it', () => {
    const full = 'Harbour: Board agrees to deepen the channel';
    const head = `<title>${full}</title><meta property="og:title" content="${full}">${ld({ headline: full })}`;
    expect(read({ head }).title).toBe(full);
  });
});

describe('the day of a page', () => {
  it('is the one beside the title, not one of a teaser that is better marked', () => {
    const teasers = '<p>More</p>'.repeat(60);
    const other = `${teasers}<time datetime="2020-12-03 07:32:49">3 December 2020</time>`;
    const page = read({ byline: '<p><span class="published">31 October 2026</span></p>', after: other });
    expect(page.published).toMatchObject({ written: '2026-10-31', source: 'shown' });
  });

  it('is not taken from the marked dates of other articles far below', () => {
    const cards = `${'<p>More</p>'.repeat(210)}<span itemprop="datePublished">2026-11-13</span><span itemprop="datePublished">2026-11-12</span>`;
    const page = read({ byline: '<p>Mar 27, 2026</p>', after: cards });
    expect(page.published?.written).toBe('2026-03-27');
  });

  it('is the one at the end of the title', () => {
    const page = read({
      head: '<title>Board agrees to deepen the channel | Bay Courier | 28.04.2026</title>',
      byline: '<p class="date">24.04.2026</p>',
    });
    expect(page.published?.written).toBe('2026-04-28');
  });
});

describe('the section of a page', () => {
  it('is read from microdata where nothing else names it', () => {
    expect(read({ byline: '<span itemprop="articleSection">Harbour</span>' }).section).toBe('Harbour');
  });
});
