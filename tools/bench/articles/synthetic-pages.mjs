/**
 * Synthetic article pages: eight manners of building them, from 5 KB to 1.5 MB, with the scripts, style sheets,
 * drawings, menus, teasers, comments and advertisements that real ones carry. Repeatable by seed. They are no sample of
 * the press; they are many and different, so that speed and memory can be measured where no corpus is at hand.
 */
import { createNoise } from './noise.mjs';

const SUBJECTS =
  'The council|The ministry|A spokeswoman|The mayor|Both governments|The agency|A panel of judges|The company'.split(
    '|',
  );
const VERBS =
  'said on Tuesday that|agreed after long talks that|denied in a statement that|told reporters that|found in its report that'.split(
    '|',
  );
const OBJECTS =
  'the bridge would be repaired before winter|the budget leaves no room for new buses|the talks will go on next week in the capital|more than 1,200 homes had lost power|the plan “is not dead”, whatever its critics hope'.split(
    '|',
  );
const JAPANESE =
  '市議会は火曜日、長い討論の末、公共交通網を拡大する議案を可決した。|反対派は財源を疑問視しており、来週も審議が続く見通しだ。|記者会見で市長は「橋の修理は冬の前に終える」と述べた。'.split(
    '|',
  );

/** So many pages as `{ html, url }`, the sizes spread evenly over the logarithm. */
export function syntheticPages(count, seed) {
  const noise = createNoise(seed);
  return Array.from({ length: count }, (_, i) => {
    const size = Math.round(5_000 * 300 ** (noise(1_000) / 1_000));
    return {
      html: buildPage(MANNERS[i % MANNERS.length], size, noise, i),
      url: `https://news.example.com/2026/05/0${1 + (i % 9)}/story-${i}`,
    };
  });
}

const MANNERS = [
  { name: 'semantic', wrap: (text) => `<main><article itemprop="articleBody">${p(text)}</article></main>` },
  {
    name: 'soup',
    wrap: (text) =>
      `<div class="c1"><div class="c2"><div class="c3">${text.map((t) => `<div>${t}</div>`).join('')}</div></div></div>`,
  },
  { name: 'breaks', wrap: (text) => `<div id="story">${text.join('<br><br>')}</div>` },
  {
    name: 'table',
    wrap: (text) => `<table><tr><td><a href="/">Menu</a></td><td>${p(text)}</td></tr></table>`,
  },
  {
    name: 'system',
    wrap: (text) =>
      `<div class="StoryBody__container--3xQ"><div class="rich-text has-ads">${p(text)}</div></div>`,
  },
  {
    name: 'boxes',
    wrap: (text) =>
      `<article class="post">${text.map((t, i) => `<p>${t}</p>${i % 4 === 3 ? NEWSLETTER : ''}`).join('')}</article>`,
  },
  { name: 'japanese', wrap: (text) => `<article>${p(text)}</article>`, language: 'ja' },
  { name: 'unclosed', wrap: (text) => `<article>${text.map((t) => `<p>${t}`).join('\n')}</article>` },
];
const NEWSLETTER =
  '<div class="newsletter-signup"><p>Our best stories, every morning, in your inbox.</p></div>';

const p = (text) => text.map((t) => `<p>${t}</p>`).join('\n');

function buildPage({ wrap, language = 'en' }, size, noise, i) {
  const text = Array.from({ length: 6 + noise(30) }, () => paragraph(language, noise));
  const title = `Council approves plan ${i} after a long debate`;
  const parts = [wrap(text)];
  const head = [
    `<title>${title} | Example News</title><meta charset="utf-8"><meta property="og:title" content="${title}">`,
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-05-03T09:30:00+09:00">',
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, author: [{ '@type': 'Person', name: 'Jane Roe' }], datePublished: '2026-05-03T09:30:00+09:00' })}</script>`,
  ];
  let length = parts[0].length;
  while (length < size) {
    const [place, part] = FILLERS[noise(FILLERS.length)](noise);
    if (place === 'head') head.push(part);
    else parts.push(part);
    length += part.length;
  }
  return `<!doctype html><html lang="${language}"><head>${head.join('\n')}</head><body>${menu(noise)}<h1>${title}</h1><p class="byline">By Jane Roe</p>${parts.join('\n')}<footer>Copyright Example News</footer></body></html>`;
}

function paragraph(language, noise) {
  const sentence = () =>
    language === 'ja'
      ? JAPANESE[noise(JAPANESE.length)]
      : `${SUBJECTS[noise(SUBJECTS.length)]} ${VERBS[noise(VERBS.length)]} ${OBJECTS[noise(OBJECTS.length)]}.`;
  const inline = [
    (s) => s,
    (s) => `<strong>${s}</strong>`,
    (s) => `<a href="/t/${noise(99)}">${s}</a>`,
    (s) => s.replace(' ', '&nbsp;'),
  ];
  return Array.from({ length: 1 + noise(4) }, () =>
    inline[noise(9) < 6 ? 0 : noise(inline.length)](sentence()),
  ).join(' ');
}

const menu = (noise) =>
  `<nav class="main-nav"><ul>${Array.from({ length: 10 + noise(60) }, (_, i) => `<li class="nav-item nav-item--${i}"><a href="/section/${i}" data-track="nav:${i}">Section ${i}</a></li>`).join('')}</ul></nav>`;
const scripted = (noise) => [
  'head',
  `<script>${`window.q=(window.q||[]).concat({k:${noise(1e6)},v:"a<b"});`.repeat(20 + noise(400))}</script>`,
];
const styled = (noise) => [
  'head',
  `<style>${`.x${noise(1e5)}>a{color:#333;margin:0 auto}`.repeat(20 + noise(300))}</style>`,
];
const drawn = (noise) => [
  'body',
  `<svg viewBox="0 0 24 24"><path d="${`M${noise(24)} ${noise(24)}l3 4z`.repeat(10 + noise(60))}"/></svg>`,
];
const teased = (noise) => [
  'body',
  `<aside class="related">${Array.from({ length: 4 + noise(12) }, (_, i) => `<div class="card card--small" data-id="${noise(1e6)}"><a href="/story/${i}" aria-label="Story ${i}"><img src="https://img.example.com/${noise(1e6)}.jpg" srcset="${`https://img.example.com/${noise(1e6)}-640.jpg 640w, `.repeat(4)}" alt="A picture"><h3>Another story that happened elsewhere ${i}</h3></a><p>A teaser of it, in a sentence or two.</p></div>`).join('')}</aside>`,
];
const commented = (noise) => [
  'body',
  `<section id="comments"><h2>${noise(90)} comments</h2>${Array.from({ length: 3 + noise(20) }, () => `<div class="comment"><b>reader${noise(1e4)}</b><p>${paragraph('en', noise)}</p></div>`).join('')}</section>`,
];
const advertised = (noise) => [
  'body',
  `<div class="ad-slot" data-config='{"sizes":[[300,250],[970,${noise(900)}]]}' style="min-height:250px"><!-- slot ${noise(1e6)} --></div>`.repeat(
    1 + noise(8),
  ),
];
const FILLERS = [scripted, scripted, scripted, styled, drawn, teased, teased, commented, advertised];
