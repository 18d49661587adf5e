import type { Block } from './blocks.ts';
import { CALL_TO_ACTION, CAPTION_CREDIT, COMMENT_MARK, DATE_LINE } from './data/furniture-phrases.ts';

/** The heading, or the line, under which readers' comments begin. */
export function isCommentMark(block: Block): boolean {
  return block.text.length < 90 && COMMENT_MARK.test(block.text);
}

/** Lines that stand within a body but are no part of it: captions' credits, dates, calls to subscribe or share. */
export function isFurniture(block: Block): boolean {
  const { text } = block;
  if (text.length > 260) return false;
  if (CAPTION_CREDIT.test(text)) return true;
  if (text.length < 110 && DATE_LINE.test(text)) return true;
  return CALL_TO_ACTION.test(text) && (block.weight < 120 || block.linkShare > 0.1);
}
