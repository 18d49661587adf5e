/**
 * Whether text[start, end), one sentence, is furniture of a page and no part of the story: photo credits,
 * bylines, invitations to subscribe or comment, and the captions of links to other stories.
 */
export function isFurniture(text: string, start: number, end: number): boolean {
  if (end - start > MAX_LENGTH) return false;
  // Within a paragraph, only notes on the author at the end of a text are furniture.
  if (!standsAlone(text, start, end)) {
    return start > NOTES_FROM * text.length && AUTHOR_NOTE.test(text.slice(start, end));
  }
  const line = text.slice(start, end);
  return WHOLE_LINE.some((pattern) => pattern.test(line));
}

/** Longer sentences are prose. */
const MAX_LENGTH = 240;
const NOTES_FROM = 0.7;

const INVITATION =
  /^(?:please enter your|share this|click here|read (?:more|also|next)|subscribe|sign up|advertisement|you may also like|related (?:stories|articles|posts|coverage)|follow us|recommended|loading|view results|all rights reserved|copyright|©|for inquir|leave a (?:comment|reply)|most read|recent features|関連記事|続きを読む|無断転載|この記事は有料|会員登録|あわせて読みたい|[(（【［]?写真[＝=:：])/i;
const AUTHOR_NOTE =
  /(?:contributed (?:reporting|to this (?:report|article|story))|contributed to this report)|^(?:[A-Z][\w’'.-]+ ){1,4}is (?:an? |the )(?:[\w-]+ ){0,4}(?:reporter|correspondent|columnist|editor|journalist|staff writer)\b/;
const CREDIT =
  /^(?:photo|image|credit|caption|file photo|picture|photograph)s?\b.{0,12}[:(]|(?:getty images|pool photo|ap photo|reuters photo|afp photo|photo by|photo via|via ap\b|file photo)|(?:提供|撮影)[)）]?$|^[(（]?写真/i;
const BYLINE =
  /^(?:by|from|reporting by|editing by|written by) [A-Z][\w’'.-]+(?:(?:,| and)? [A-Z][\w’'.-]+){0,6}(?:[,|].{0,40})?$/i;
/** A headline followed by the name of an outlet or by trailing dots, without a full stop of its own. */
const LINK_CAPTION = /(?:\s[|>»]\s.+|\s[-–—]\s(?:The\s)?(?:[A-Z][\w.&]*\s?){1,5}|\s?(?:\.\.\.|…))$/;
const SOLE_WORD =
  /^(?:sections?|commentary|opinion|author|authors|about us|home|menu|share|print|email|comments?|tags?|topics?|advertisement|analysis|news)$/i;

const WHOLE_LINE = [INVITATION, AUTHOR_NOTE, CREDIT, BYLINE, LINK_CAPTION, SOLE_WORD];

function standsAlone(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before -= 1;
  let after = end;
  while (after < text.length && isBlank(text.charCodeAt(after))) after += 1;
  return isLineEnd(text, before) && isLineEnd(text, after);
}

function isBlank(c: number): boolean {
  return c === 0x20 || c === 0x09 || c === 0xa0 || c === 0x3000;
}

function isLineEnd(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const c = text.charCodeAt(at);
  return c === 0x0a || c === 0x0d;
}
