import type { PageTemplate } from '../types.ts';
import { escapeHtml, furniture, headStart, linkList, type PageModel } from './page-model.ts';
import {
  cookieBanner,
  footer,
  jsonLd,
  modifiedIso,
  navigation,
  newsletter,
  openGraph,
  paragraphsOf,
  publishedIso,
  writtenDay,
  writtenTime,
} from './parts.ts';

/** An article page as HTML, in the manner of the outlet's template. */
export function renderArticlePage(model: PageModel): string {
  const { head, body } = templates[model.outlet.template](model);
  return `<!DOCTYPE html>
<html lang="${model.article.language}">
<head>
${headStart(model)}
<link rel="canonical" href="${escapeHtml(model.article.url)}">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

type Template = (model: PageModel) => { head: string; body: string };

/** A newspaper: JSON-LD and OpenGraph, an `<article>` with a related box in the middle of the text. */
const broadsheet: Template = (model) => {
  const { article, headline, related, latest } = model;
  const words = furniture[article.language];
  const box = `<aside class="related-box"><h4>${words.related}</h4>${linkList(related)}</aside>`;
  const paragraphs = paragraphsOf(model);
  const text = [...paragraphs.slice(0, 2), box, ...paragraphs.slice(2)];
  return {
    head: `${openGraph(model)}\n${jsonLd(model)}`,
    body: `${cookieBanner(model)}
<header>${navigation(model)}<a class="subscribe" href="#">${words.subscribe}</a></header>
<main>
<article>
<h1>${escapeHtml(headline)}</h1>
<div class="byline">${words.by} ${escapeHtml(article.author)} <time datetime="${publishedIso(model)}">${writtenDay(model)} ${writtenTime(model)}</time></div>
<figure><img src="photo.jpg" alt=""><figcaption>${words.caption}</figcaption></figure>
<div class="article-body">
${text.join('\n')}
</div>
<div class="share-tools"><span>${words.share}</span> <a href="#">Link</a> <a href="#">Mail</a></div>
</article>
<aside class="sidebar"><h3>${words.latest}</h3>${linkList(latest)}</aside>
</main>
${newsletter(model)}
${footer(model)}`,
  };
};

/** A news agency: microdata, no JSON-LD, hardly any furniture. */
const agency: Template = (model) => {
  const { article, headline, latest } = model;
  const words = furniture[article.language];
  return {
    head: `<meta name="description" content="${escapeHtml(article.summary)}">`,
    body: `${navigation(model)}
<div itemscope itemtype="https://schema.org/NewsArticle" class="story">
<h1 itemprop="headline">${escapeHtml(headline)}</h1>
<p class="meta"><span itemprop="author">${escapeHtml(article.author)}</span> · <time itemprop="datePublished" datetime="${publishedIso(model)}">${writtenDay(model)} ${writtenTime(model)}</time><meta itemprop="dateModified" content="${modifiedIso(model)}"></p>
<div itemprop="articleBody" class="story-text">
${paragraphsOf(model).join('\n')}
</div>
</div>
<section class="latest"><h2>${words.latest}</h2>${linkList(latest)}</section>
${footer(model)}`,
  };
};

/** A broadcaster: OpenGraph and a visible time, teasers between the paragraphs, a video box. */
const publicBroadcaster: Template = (model) => {
  const { article, headline, related, latest } = model;
  const words = furniture[article.language];
  const [first = { title: '', url: '#' }] = related;
  const teaser = `<div class="teaser promo"><span>${words.related}:</span> <a href="${first.url}">${escapeHtml(first.title)}</a></div>`;
  const paragraphs = paragraphsOf(model, ' class="text"');
  return {
    head: openGraph(model),
    body: `${cookieBanner(model)}
${navigation(model)}
<div class="content-wrap">
<div class="video-player" data-id="${article.id}"><button>▶</button></div>
<h1 class="content-title">${escapeHtml(headline)}</h1>
<time datetime="${publishedIso(model)}">${writtenDay(model)} ${writtenTime(model)}</time>
<section class="content-body">
${[...paragraphs.slice(0, 1), teaser, ...paragraphs.slice(1)].join('\n')}
</section>
<p class="comments">${words.comments}</p>
</div>
<div class="ranking"><h2>${words.most}</h2><ol>${latest.map(({ title, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`).join('')}</ol></div>
${footer(model)}`,
  };
};

/** A site without semantics: nested `div`s, the date in a meta element of its own. */
const soup: Template = (model) => {
  const { article, headline, related } = model;
  const words = furniture[article.language];
  const text = paragraphsOf(model).map((paragraph) => `<div class="row">${paragraph}</div>`);
  return {
    head: `<meta name="author" content="${escapeHtml(article.author)}">
<meta name="pubdate" content="${publishedIso(model)}">`,
    body: `<div class="wrap"><div class="top">${navigation(model)}</div>
<div class="col a"><div class="hd"><h2 class="ttl">${escapeHtml(headline)}</h2><div class="inf">${escapeHtml(article.author)} | ${writtenDay(model)}</div></div>
<div class="txt">
${text.join('\n')}
</div></div>
<div class="col b"><div class="mod"><b>${words.related}</b>${linkList(related)}</div><div class="mod">${words.advertisement}</div>${newsletter(model)}</div>
<div class="bottom">${footer(model)}</div></div>`,
  };
};

/** A ministry: plain, the day in words only, as a release. */
const ministry: Template = (model) => {
  const { article, headline } = model;
  return {
    head: `<meta name="description" content="${escapeHtml(article.summary)}">`,
    body: `<div id="header">${navigation(model)}</div>
<div id="breadcrumbs"><a href="${model.home}">${escapeHtml(model.outlet.name)}</a> &gt; ${escapeHtml(headline)}</div>
<div id="main">
<h1>${escapeHtml(headline)}</h1>
<p class="date">${writtenDay(model)}</p>
${paragraphsOf(model).join('\n')}
</div>
${footer(model)}`,
  };
};

/** A portal: two columns of links, `articleBody` by id, JSON-LD that only names the page. */
const portal: Template = (model) => {
  const { article, headline, related, latest } = model;
  const words = furniture[article.language];
  return {
    head: `${openGraph(model)}
<meta name="publishdate" content="${publishedIso(model)}">
<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'WebPage', name: headline.replaceAll('<', '') })}</script>`,
    body: `${navigation(model)}
<div class="ad-slot">${words.advertisement}</div>
<table class="layout"><tr><td class="left"><h3>${words.latest}</h3>${linkList(latest)}</td>
<td class="center"><h1>${escapeHtml(headline)}</h1>
<div class="source">${escapeHtml(article.author)} ${publishedIso(model).replace('T', ' ').slice(0, 16)}</div>
<div id="articleBody">
${paragraphsOf(model).join('\n')}
</div>
<div class="editor">(${words.by} ${escapeHtml(article.author)})</div></td>
<td class="right"><h3>${words.related}</h3>${linkList(related)}</td></tr></table>
${newsletter(model)}
${footer(model)}`,
  };
};

const templates: Record<PageTemplate, Template> = {
  broadsheet,
  agency,
  public: publicBroadcaster,
  soup,
  ministry,
  portal,
};
