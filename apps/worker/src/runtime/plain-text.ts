import { Parser } from 'htmlparser2';

const BLOCKS = new Set('p div li h1 h2 h3 h4 h5 h6 blockquote tr section article figcaption pre'.split(' '));
const HIDDEN = new Set(['script', 'style']);

/** The words of sanitised HTML as paragraphs with an empty line between them. One pass: linear, whatever the input. */
export function plainText(html: string): string {
  if (html === '') return '';
  if (!html.includes('<') && !html.includes('&')) return tidy(html);
  const words: string[] = [];
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (HIDDEN.has(name)) hidden += 1;
        if (BLOCKS.has(name)) words.push('\n\n');
        if (name === 'br') words.push('\n');
      },
      ontext(text) {
        if (hidden === 0) words.push(text);
      },
      onclosetag(name) {
        if (HIDDEN.has(name)) hidden -= 1;
        if (BLOCKS.has(name)) words.push('\n\n');
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return tidy(words.join(''));
}

function tidy(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
