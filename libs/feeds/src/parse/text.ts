/** One line: white space collapsed and trimmed. */
export function oneLine(text: string): string {
  return text.replace(UNEVEN, ' ').trim();
}

/** White space but single spaces, so that most titles are left as they are. */
const UNEVEN = /[^\S ][\s\u200b]*|[\u200b\ufeff][\s\u200b]*| [\s\u200b]+/g;

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
