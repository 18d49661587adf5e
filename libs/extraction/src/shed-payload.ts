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
  // A kind that nothing closes any more is not searched for again: that would be quadratic.
  const unclosed = new Set<string>();
  for (let found = pattern.exec(html); found !== null; found = pattern.exec(html)) {
    const start = found.index;
    const kind = found[0].toLowerCase();
    if (unclosed.has(kind)) continue;
    const content = kind === '<!--' ? start + 4 : html.slice(start, start + MAX_TAG).indexOf('>') + 1 + start;
    const end = findEnd(html, content, kind);
    if (end < 0) unclosed.add(kind);
    if (end < 0 || content === start) continue;
    pattern.lastIndex = end;
    if (kind === '<script' && DATA_SCRIPT.test(html.slice(start, content))) continue;
    parts.push(html.slice(kept, content));
    kept = end;
  }
  if (kept === 0) return html;
  parts.push(html.slice(kept));
  return parts.join('');
}

const ENDS: Readonly<Record<string, RegExp>> = {
  '<!--': /-->/g,
  '<script': /<\/script/gi,
  '<style': /<\/style/gi,
  '<svg': /<\/svg/gi,
};

/** Where the content that begins here ends: before its end tag; -1 when nothing closes it. */
function findEnd(html: string, from: number, kind: string): number {
  const end = ENDS[kind]!;
  end.lastIndex = from;
  return end.exec(html)?.index ?? -1;
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
