import { isoWithOffset, wallClock } from '../local-time.ts';
import { escapeHtml, furniture, type PageModel } from './page-model.ts';

/** The paragraphs of a text as `<p>` elements. */
export function paragraphsOf({ article }: PageModel, attributes = ''): string[] {
  return article.paragraphs.map((paragraph) => `<p${attributes}>${escapeHtml(paragraph)}</p>`);
}

/** The date of publication in ISO 8601 with the outlet's offset. */
export function publishedIso({ article }: PageModel): string {
  return isoWithOffset(new Date(article.published), article.offsetMinutes);
}

/** The date of the last change in ISO 8601, which is that of publication where nothing changed. */
export function modifiedIso({ article }: PageModel): string {
  const last = article.edits.at(-1)?.at ?? article.published;
  return isoWithOffset(new Date(last), article.offsetMinutes);
}

/** The date as people write it: `November 3, 2026`, `2026年11月3日`. */
export function writtenDay({ article }: PageModel): string {
  const { year, month, day } = wallClock(new Date(article.published), article.offsetMinutes);
  if (article.language === 'ja') return `${year}年${month}月${day}日`;
  return `${monthNames[month - 1]} ${day}, ${year}`;
}

/** The local time as people write it: `8:05 p.m.`, `20時05分`. */
export function writtenTime({ article }: PageModel): string {
  const { hour, minute } = wallClock(new Date(article.published), article.offsetMinutes);
  const minutes = String(minute).padStart(2, '0');
  if (article.language === 'ja') return `${hour}時${minutes}分`;
  return `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/** OpenGraph and article properties. */
export function openGraph(model: PageModel): string {
  const { article, headline, home, outlet } = model;
  const properties = {
    'og:type': 'article',
    'og:site_name': outlet.name,
    'og:title': headline,
    'og:url': article.url,
    'og:description': article.summary,
    // Nothing answers there: whoever asks for it is seen in the press's log.
    'og:image': new URL(`pictures/${article.id}.jpg`, home).href,
    'article:published_time': publishedIso(model),
    'article:modified_time': modifiedIso(model),
    'article:section': article.section,
  };
  return Object.entries(properties)
    .map(([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`)
    .join('\n');
}

/** Schema.org data as JSON-LD. */
export function jsonLd(model: PageModel): string {
  const { article, headline, outlet } = model;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    datePublished: publishedIso(model),
    dateModified: modifiedIso(model),
    inLanguage: article.language,
    mainEntityOfPage: article.url,
    articleSection: article.section,
    author: [{ '@type': 'Person', name: article.author }],
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name },
    description: article.summary,
  };
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

/** The consent banner that covers half of the page. */
export function cookieBanner({ article }: PageModel): string {
  const words = furniture[article.language];
  return `<div id="cookie-consent" class="cookie-banner" role="dialog"><p>${words.cookies}</p><button>${words.accept}</button> <button>${words.manage}</button></div>`;
}

/** The bar with the outlet's sections. */
export function navigation({ article, home, outlet }: PageModel): string {
  const items = furniture[article.language].sections.map((name) => `<li><a href="${home}">${name}</a></li>`);
  return `<nav class="main-nav"><a class="logo" href="${home}">${escapeHtml(outlet.name)}</a><ul>${items.join('')}</ul></nav>`;
}

/** The form for the newsletter. */
export function newsletter({ article }: PageModel): string {
  const words = furniture[article.language];
  return `<section class="newsletter-signup"><p>${words.newsletter}</p><form action="#"><input type="email" placeholder="${words.email}"><button>OK</button></form></section>`;
}

/** Rights, and the line that says that all of it is synthetic. */
export function footer({ article, outlet }: PageModel): string {
  const words = furniture[article.language];
  return `<footer class="site-footer"><p>© ${escapeHtml(outlet.name)}. ${words.rights}</p><p class="synthetic">${words.synthetic}</p></footer>`;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
