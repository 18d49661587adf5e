/**
 * A wording without what no reader sees as a change: white space, letter case, invisible characters, and the several
 * ways to write one quotation mark, dash or full-width letter (Unicode NFKC). For comparing only, never for showing.
 */
export function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]|\uFE0E|\uFE0F/gu, '')
    .replace(/[‘’‛`´′]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\s+/gu, '');
}
