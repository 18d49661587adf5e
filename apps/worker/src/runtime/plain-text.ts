import { load } from 'cheerio';

const BLOCKS = 'p, div, li, h1, h2, h3, h4, h5, h6, blockquote, tr, section, article, figcaption, pre';

/** The words of sanitised HTML as paragraphs with an empty line between them. */
export function plainText(html: string): string {
  if (html === '') return '';
  if (!html.includes('<') && !html.includes('&')) return tidy(html);
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  $('script, style').remove();
  $('br').replaceWith('\n');
  $(BLOCKS).each((_, element) => {
    $(element).prepend('\n\n').append('\n\n');
  });
  return tidy($.root().text());
}

function tidy(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
