import { linesOf } from './dom/element.ts';
import { parseHtml } from './dom/parse.ts';

const LONGEST = 2_000_000;
/** Words that begin a block: a text that only mentions `<b>` or "a < b" has none of them. */
const BLOCK = /<(?:p|br|div|h[1-6]|ul|ol|li|table|article|section|blockquote)\b[^>]*>/i;

/** A text that may be HTML as plain paragraphs with an empty line between them; one without blocks stays as it is. */
export function textOfMarkup(text: string): string {
  if (!BLOCK.test(text)) return text;
  return linesOf(parseHtml(text), LONGEST).join('\n\n');
}
