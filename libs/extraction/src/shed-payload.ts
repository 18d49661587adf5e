/** What is parsed at most, in UTF-16 units. */
const MAX_LENGTH = 5_000_000;

/**
 * HTML fit for parsing: comments, drawings, style sheets and programs emptied, since no step reads them and on most
 * pages they are the bulk; within the length cap, embedded files dropped first where it is over; an unclosed title,
 * which would swallow the page, closed at the next tag.
 */
export function shedPayload(html: string): string {
  const light = emptyPrograms(html);
  return closeTitle(light.length <= MAX_LENGTH ? light : dropEmbeddedFiles(light).slice(0, MAX_LENGTH));
}

const PROGRAM = /<(?:!--|(?:script|style|svg)(?=[\s>]))/gi;
/** Scripts whose content is data that we read. */
const DATA_SCRIPT = /ld\+json|__NEXT_DATA__/i;
/** How far a start tag may reach. */
const MAX_TAG = 2_000;

function emptyPrograms(html: string): string {
  const parts: string[] = [];
  let kept = 0;
  const pattern = new RegExp(PROGRAM);
  for (let found = pattern.exec(html); found !== null; found = pattern.exec(html)) {
    const start = found.index;
    const content = found[0] === '<!--' ? start + 4 : html.indexOf('>', start) + 1;
    const end = content === 0 ? -1 : findEnd(html, content, found[0].toLowerCase());
    if (end < 0 || content - start > MAX_TAG) continue;
    pattern.lastIndex = end;
    if (found[0].length === 7 && DATA_SCRIPT.test(html.slice(start, content))) continue;
    parts.push(html.slice(kept, content));
    kept = end;
  }
  if (kept === 0) return html;
  parts.push(html.slice(kept));
  return parts.join('');
}

/** Where the content that begins here ends: before its end tag; -1 when nothing closes it. */
function findEnd(html: string, from: number, opening: string): number {
  if (opening === '<!--') return html.indexOf('-->', from);
  const closing = `</${opening.slice(1)}`;
  const end = html.indexOf(closing, from);
  return end >= 0 ? end : html.indexOf(closing.toUpperCase(), from);
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
