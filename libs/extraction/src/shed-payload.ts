/** What is parsed at most, in UTF-16 units. */
const MAX_LENGTH = 5_000_000;

/**
 * HTML fit for parsing: within the length cap, embedded files dropped first where it is over; an unclosed title, which
 * would swallow the page, is closed at the next tag.
 */
export function shedPayload(html: string): string {
  const text = html.length <= MAX_LENGTH ? html : dropEmbeddedFiles(html).slice(0, MAX_LENGTH);
  return closeTitle(text);
}

/** Removes base64 bodies of data addresses; text around them stays. Linear. */
function dropEmbeddedFiles(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf(';base64,'); at >= 0; at = html.indexOf(';base64,', from)) {
    const start = at + ';base64,'.length;
    let end = start;
    while (isBase64(html.charCodeAt(end))) end += 1;
    parts.push(html.slice(from, start));
    from = end;
  }
  parts.push(html.slice(from));
  return parts.join('');
}

function isBase64(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 47 && code <= 57) ||
    code === 43 ||
    code === 61
  );
}

function closeTitle(html: string): string {
  const open = /<title[^<>]*>/i.exec(html.slice(0, 200_000));
  if (open === null) return html;
  const start = open.index + open[0].length;
  if (/<\/title/i.test(html.slice(start, start + 5_000))) return html;
  if (html.toLowerCase().includes('</title', start)) return html;
  const next = html.indexOf('<', start);
  return next < 0 ? html : `${html.slice(0, next)}</title>${html.slice(next)}`;
}
